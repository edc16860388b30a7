// When projects are looked at after a change: at once, or, where that takes long, when a burst of changes has ended.
import type { Host } from './host.ts';

/** A look that took longer than this, in milliseconds, is worth waiting for the end of a burst of changes. */
const quick = 30;
const rest = 50;
/** Within so many milliseconds what has arrived during a look is read: one change alone is no burst. */
const arrival = 5;

export interface Look {
  /** What a look has to wait for. */
  ready(root: string): Promise<void>;
  look(root: string): Promise<void>;
  failed(error: unknown): void;
}

export interface Schedule {
  /** Has the project of this root looked at soon; asked again before that, it is looked at once, as it is then. */
  add(root: string): void;
  remove(root: string): void;
  dispose(): void;
}

export function createSchedule(host: Host, { ready, look, failed }: Look): Schedule {
  const pending = new Map<string, () => void>();
  const running = new Set<string>();
  const costs = new Map<string, number>();
  const run = async (root: string) => {
    pending.delete(root);
    await ready(root);
    const before = host.now();
    running.add(root);
    await look(root).finally(() => running.delete(root));
    costs.set(root, host.now() - before);
  };
  return {
    add(root) {
      const isQuick = (costs.get(root) ?? 0) <= quick;
      if (isQuick && pending.has(root)) return;
      const isBurst = pending.has(root) || running.has(root);
      pending.get(root)?.();
      const start = () => {
        run(root).catch(failed);
      };
      pending.set(root, isQuick ? host.soon(start) : host.after(isBurst ? rest : arrival, start));
    },
    remove(root) {
      pending.get(root)?.();
      pending.delete(root);
      costs.delete(root);
    },
    dispose() {
      for (const cancel of pending.values()) cancel();
      pending.clear();
    },
  };
}
