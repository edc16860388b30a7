// One session of very many steps: what the server keeps in memory stays bounded, and it never comes to differ from a cold one.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { CorpusProject } from '../corpus.ts';
import type { Random } from '../random.ts';
import { startPlayer } from './client.ts';
import { drawAim, drawStep } from './draw.ts';
import { type Player, settle } from './player.ts';
import { playStep, reportShort } from './session.ts';
import { drawStart } from './start.ts';
import type { Step } from './steps.ts';
import { type Start, type World, worldOf } from './world.ts';

/** So many steps, one of which compares with a cold server. */
const checkEvery = 500;
/** Of all steps, after which memory is measured; against the first it must not have grown. */
const measured = [0.1, 0.5, 1];
const growth = { share: 1.2, bytes: 8e6 };

interface Long {
  readonly steps: number;
  readonly random: Random;
  readonly corpus: readonly CorpusProject[];
  readonly say: (line: string) => void;
}

/** Throws where something does not hold, with the steps since the last comparison made short. */
export async function playLong({ steps, random, corpus, say }: Long): Promise<void> {
  const start = drawStart(corpus, random);
  const player = await startPlayer(worldOf(start));
  const marks = measured.map((share) => Math.round(steps * share));
  const heaps: number[] = [];
  const measure = async (step: number) => {
    const heap = await heapOf(player);
    say(`step ${step}: ${(heap / 1e6).toFixed(1)} MB of heap after collecting`);
    return heap;
  };
  await measure(0);
  let since = { start, steps: [] as Step[] };
  for (let turn = 1; turn <= steps; turn++) {
    const isCheck = turn % checkEvery === 0;
    const step: Step | undefined = isCheck
      ? { do: 'check', aim: drawAim(player.world, random) }
      : drawStep(player.world, random, start);
    if (step === undefined) continue;
    since.steps.push(step);
    try {
      await playStep(player, step);
    } catch (error) {
      say(`step ${turn} fails`);
      await reportShort(since, error instanceof Error ? error.message : String(error));
    }
    if (isCheck) since = beginningOf(player.world);
    if (marks.includes(turn)) heaps.push(await measure(turn));
  }
  player.listener.session.client.dispose();
  const [early = 0, last = 0] = [heaps[0], heaps.at(-1)];
  if (last > early * growth.share + growth.bytes) throw new Error(`the heap has grown from ${early} to ${last} bytes`);
}

/** A session that begins where another one is now, as far as its client knows. */
function beginningOf({ client, folders, settings, disk, open }: World): { start: Start; steps: Step[] } {
  const steps = [...open].map(([path, { text, languageId }]): Step => ({ do: 'open', path, text, languageId }));
  return { start: { client, folders, settings, files: [...disk] }, steps };
}

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

async function heapOf(player: Player): Promise<number> {
  await settle(player);
  // What is weakly held goes with the second.
  for (let turn = 0; turn < 2; turn++) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed;
}
