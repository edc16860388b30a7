// A client in the middle of a session: what it knows, and how it speaks to the server and waits for it.
import { type Listener, request } from './asking.ts';
import { type DiskFile, memoryFile, type World } from './world.ts';

export interface Player {
  readonly world: World;
  readonly listener: Listener;
  /** What is asked and not waited for. */
  readonly pending: Set<Promise<void>>;
  /** What the clock said when the session began. */
  readonly begun: number;
  /** Every look at the clock takes time. */
  isSlow: boolean;
}

export async function notify({ listener }: Player, method: string, params: object): Promise<void> {
  await listener.session.client.sendNotification(method, params);
}

/** Long enough for the end of any burst. */
const restMs = 60;

/** Waits until the server has nothing to do any more: it has no clock but ours, and its disk is memory. */
export async function settle(player: Player): Promise<void> {
  const { world, listener, pending } = player;
  const { session } = listener;
  player.isSlow = false;
  session.slowDown(0);
  while (pending.size > 0) await Promise.all(pending);
  for (let round = 0; round < 4; round++) {
    await request(listener, 'writ/projects', {});
    for (let turn = 0; turn < 3; turn++) await immediate();
    session.advance(restMs);
  }
  world.passed = session.clock() - player.begun;
}

export const immediate = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Null takes a file away, or a folder with all that is in it. */
export function write({ world, listener }: Player, path: string, content: DiskFile | null): void {
  if (content === null) {
    for (const each of [...world.disk.keys()])
      if (each === path || each.startsWith(`${path}/`)) world.disk.delete(each);
    listener.session.files.remove(path);
  } else {
    world.disk.set(path, content);
    listener.session.files.write(path, memoryFile(content));
  }
}
