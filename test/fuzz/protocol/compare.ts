// A server that was there all the time and one that has just been started say the same of the same files and documents.
import { strict as assert } from 'node:assert';
import { uriOf } from '../../lsp/session.ts';
import { askAll } from './asking.ts';
import { checkTold, documentsOf, startPlayer } from './client.ts';
import { checkPlaces } from './places.ts';
import { type Player, settle } from './player.ts';
import type { Aim } from './questions.ts';

const longestShown = 1200;

/** Asks both everything that can be asked of the aim; throws where they differ. */
export async function checkCold(player: Player, aim: Aim): Promise<void> {
  await settle(player);
  checkHeard(player);
  const cold = await startPlayer(player.world);
  try {
    const ask = (each: Player) => askAll(each.listener, aim, (method, told, uri) => checkTold(each, method, told, uri));
    const [kept, made] = [await ask(player), await ask(cold)];
    for (const [method, told] of kept) checkSame(`${method} of a warm and a cold server`, told, made.get(method));
    checkSame('published by a warm and a cold server', published(player), published(cold));
    checkSame('watched by a warm and a cold server', watched(player), watched(cold));
    checkHeard(cold);
  } finally {
    cold.listener.session.client.dispose();
  }
}

/** Nothing was logged as an error, and what was published points at what there is. */
export function checkHeard({ listener: { session }, world }: Player): void {
  assert.deepEqual(session.errors, [], `the log has an error\n${session.errors[0]}`);
  for (const [uri, { diagnostics }] of session.said()) checkPlaces(diagnostics, uri, documentsOf(world));
}

/** A file of which nothing is said counts as one without findings. Only of an open policy file has a version a meaning. */
function published({ listener: { session }, world }: Player): unknown[] {
  const open = new Set([...world.open.keys()].filter((path) => path.endsWith('.writ')).map(uriOf));
  const all = [...session.said()].flatMap(([uri, { version, diagnostics }]) => {
    if (open.has(uri)) return [{ uri, version, diagnostics }];
    return diagnostics.length > 0 ? [{ uri, diagnostics }] : [];
  });
  return all.sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

const watched = ({ listener: { session } }: Player) => [...session.watched()].sort();

/** Whether there is anything where a link leads out of its project is known as of when that was last read. */
function saidNow(answer: unknown): string {
  return (JSON.stringify(answer) ?? '').replaceAll('link that leads nowhere', 'link that leads out of the project');
}

function checkSame(what: string, kept: unknown, made: unknown): void {
  const [a, b] = [saidNow(kept), saidNow(made)];
  if (a === b) return;
  let from = 0;
  while (a[from] === b[from]) from++;
  const shown = (text: string) => text.slice(Math.max(0, from - longestShown / 2), from + longestShown / 2);
  throw new Error(`${what}\nwarm …${shown(a)}…\ncold …${shown(b)}…`);
}
