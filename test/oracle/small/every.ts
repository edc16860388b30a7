// All small worlds, space by space, or an even share of each.
import { chanceOf } from '../chance.ts';
import { count, type Tally } from '../tally.ts';
import { askedOfSome, type Space, someWorlds, spaces, worldsOf } from './spaces.ts';
import { compareWorlds, inTexts } from './walk.ts';

/** Apps in one text: more make each question about one of them dearer, fewer each text. */
const appsPerText = 100;
const worldsPerSample = 10;
/** Nobody reads more; what is wrong in one world is wrong in thousands. */
const mostDisagreements = 100;

export interface Walk {
  /** One world in so many of each population is looked at; with 1 all of them. */
  readonly oneIn: number;
  /** So many texts with worlds of the whole product. */
  readonly samples: number;
  readonly seed: number;
  /** Milliseconds since the start of the process at which to stop. */
  readonly until: number;
  readonly say: (line: string) => void;
}

/** Walks every space and then a sample of the whole product; says what each has come to. */
export function compareSmallWorlds(tally: Tally, walk: Walk): void {
  for (const space of spaces) told(tally, walk, space.name, () => compareSpace(tally, space, walk));
  told(tally, walk, `a sample of the whole product, seed ${walk.seed}`, () => {
    const chance = chanceOf(walk.seed);
    for (let at = 0; at < walk.samples && !isOver(tally, walk); at++)
      compareWorlds(tally, someWorlds(chance, worldsPerSample), askedOfSome);
    return worldsPerSample * walk.samples;
  });
}

function isOver({ disagreements }: Tally, { until }: Walk): boolean {
  return performance.now() > until || disagreements.length >= mostDisagreements;
}

/** Gives how many worlds the space has. */
function compareSpace(tally: Tally, space: Space, walk: Walk): number {
  let size = 0;
  for (const worlds of worldsOf(space)) {
    const some = worlds.filter((_, at) => (size + at) % walk.oneIn === walk.seed % walk.oneIn);
    size += worlds.length;
    for (const text of inTexts(some, appsPerText)) if (!isOver(tally, walk)) compareWorlds(tally, text, space.asked);
  }
  return size;
}

function told(tally: Tally, { say }: Walk, name: string, run: () => number): void {
  const before = { ...tally.counts };
  const started = performance.now();
  const size = run();
  const since = (what: string): number => (tally.counts[what] ?? 0) - (before[what] ?? 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const worlds = since('small worlds');
  say(
    `  ${name}: ${worlds} of ${size} worlds, ${since('small records')} records, ${since('small decisions')} decisions in ${seconds} s`,
  );
  count(tally, 'worlds of all spaces', size);
}
