// One random session: drawn and played step by step; where something does not hold, it is made short and printed.
import type { CorpusProject } from '../corpus.ts';
import type { Random } from '../random.ts';
import { play, startPlayer } from './client.ts';
import { checkCold, checkHeard } from './compare.ts';
import { drawAim, drawStep } from './draw.ts';
import { type Player, settle } from './player.ts';
import { shrink } from './shrink.ts';
import { drawStart } from './start.ts';
import { type Step, stepText } from './steps.ts';
import { type DiskFile, type Start, worldOf } from './world.ts';

export async function playStep(player: Player, step: Step): Promise<void> {
  if (step.do === 'check') await checkCold(player, step.aim);
  else await play(player, step);
}

interface Played {
  readonly start: Start;
  readonly steps: readonly Step[];
}

/** What went wrong, in one line and in full; undefined where all holds. */
async function failureOf({ start, steps }: Played): Promise<string | undefined> {
  const player = await startPlayer(worldOf(start));
  try {
    for (const step of steps) await playStep(player, step);
    await settle(player);
    checkHeard(player);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    player.listener.session.client.dispose();
  }
}

const shrinkMs = 60_000;
const headline = (failure: string | undefined) => failure?.split('\n', 1)[0];

/** Throws the failure with the shortest session found that has it. */
export async function reportShort(played: Played, failure: string): Promise<never> {
  const end = performance.now() + shrinkMs;
  const hasTime = () => performance.now() < end;
  const fails = async (other: Played) => headline(await failureOf(other)) === headline(failure);
  let { start, steps } = played;
  if (!(await fails({ start, steps }))) throw new Error(`${failure}\n(not again from the steps alone)`);
  steps = await shrink(steps, (part) => fails({ start, steps: part }), hasTime);
  const files = await shrink(start.files, (part) => fails({ start: { ...start, files: part }, steps }), hasTime);
  start = { ...start, files };
  for (const [path, content] of start.files) {
    if (typeof content !== 'string') continue;
    const withText = (lines: readonly string[]) => ({ ...start, files: replaced(start.files, path, lines.join('')) });
    const lines = content.split(/(?<=\n)/);
    start = withText(await shrink(lines, (part) => fails({ start: withText(part), steps }), hasTime));
  }
  steps = await shrink(steps, (part) => fails({ start, steps: part }), hasTime);
  const said = await failureOf({ start, steps });
  throw new Error(`${said ?? failure}\nstart ${JSON.stringify(start)}\n${steps.map(stepText).join('\n')}`);
}

function replaced(files: Start['files'], path: string, text: DiskFile): Start['files'] {
  return files.map(([each, content]) => [each, each === path ? text : content]);
}

const mostSteps = 24;
const checkShare = 0.12;

export async function playSession(random: Random, corpus: readonly CorpusProject[]): Promise<void> {
  const start = drawStart(corpus, random);
  const player = await startPlayer(worldOf(start));
  const steps: Step[] = [];
  const count = 2 + random.below(mostSteps);
  try {
    for (let turn = 0; turn <= count; turn++) {
      const isCheck = turn === count || random.chance(checkShare);
      const step: Step | undefined = isCheck
        ? { do: 'check', aim: drawAim(player.world, random) }
        : drawStep(player.world, random, start);
      if (step === undefined) continue;
      steps.push(step);
      await playStep(player, step);
    }
  } catch (error) {
    await reportShort({ start, steps }, error instanceof Error ? error.message : String(error));
  } finally {
    player.listener.session.client.dispose();
  }
}
