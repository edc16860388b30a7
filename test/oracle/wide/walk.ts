// Every decision in worlds of one app with every operator, managed roles, accounts and settings: the engine's against the reference's.
import { chanceOf } from '../chance.ts';
import { answer, decisionOn, errorsOf, snapshotOf } from '../engine.ts';
import { type Decision, decide } from '../reference/decide.ts';
import { recordCalled } from '../reference/facts.ts';
import { type Person, readWorld } from '../reference/world.ts';
import { compare, count, type Tally } from '../tally.ts';
import { filesOf, isRenaming, spaces, today } from './worlds.ts';

const permissions = ['READ_RECORDS', 'READ_CHARTS', 'CREATE_RECORDS', 'ADMIN'];
const principals: readonly { readonly text: string; readonly person: Person }[] = [
  { text: 'alice', person: { kind: 'user', name: 'alice' } },
  { text: 'bo', person: { kind: 'user', name: 'bo' } },
  { text: 'G', person: { kind: 'of group', group: 'G' } },
  { text: '"Internal Users"', person: { kind: 'of group', group: 'Internal Users' } },
  { text: 'Desk.Bot', person: { kind: 'account', object: 'Desk', name: 'Bot' } },
];

export function wordsOf(decision: Decision): string {
  return decision.allowed ? 'allowed' : `refused: ${decision.refusal}`;
}

export interface Walk {
  /** How many worlds; spread evenly over the spaces, at most one the whole of each. */
  readonly worlds: number;
  readonly recordsPerWorld: number;
  readonly seed: number;
  /** Milliseconds since the start of the process at which to stop. */
  readonly until: number;
}

/** Worlds by stride, at a place in each stretch that the seed chooses: the same seed takes the same ones. Gives the reach of each space in words. */
export function compareWideWorlds(tally: Tally, walk: Walk): string[] {
  return spaces.map((space) => {
    const share = Math.min(space.size, Math.ceil(walk.worlds / spaces.length));
    const step = space.size / share;
    const chance = chanceOf(walk.seed);
    let done = 0;
    for (let i = 0; i < share && performance.now() < walk.until; i++) {
      const index = Math.floor(i * step) + chance.below(Math.max(1, Math.floor(step)));
      const world = space.world(index);
      done++;
      if (isRenaming(world)) count(tally, 'worlds that are renamings');
      else
        compareWorld(
          tally,
          filesOf(world, walk.recordsPerWorld, walk.seed + i),
          `${space.name} ${index}`,
          i % 16 === 0,
        );
    }
    return `${space.name}: ${done} of ${space.size}`;
  });
}

function compareWorld(tally: Tally, { files, records }: ReturnType<typeof filesOf>, name: string, asks: boolean): void {
  const snapshot = snapshotOf(files, today);
  const world = readWorld(files);
  const errors = errorsOf(snapshot);
  compare(tally, { what: `world ${name} is sound`, expected: '', got: errors.join('\n'), files, today });
  count(tally, 'wide worlds');
  for (let i = 0; i < records; i++) {
    const thing = recordCalled(world, `r${i}`);
    for (const { text, person } of principals) {
      const { users, groups, objects } = snapshot.model;
      const principal =
        users.get(text) ?? groups.get(text.replaceAll('"', '')) ?? objects.get('Desk')?.accounts.get('Bot');
      if (principal === undefined) throw new Error(`nobody is called ${text}`);
      for (const permission of permissions) {
        const expected = wordsOf(decide({ world, person, date: today }, [permission], { kind: 'record', thing }));
        const what = `world ${name}: query ${text} can ${permission} on r${i}`;
        const got = decisionOn(snapshot, principal, [permission], `r${i}`);
        compare(tally, { what, expected, got, files, today });
        count(tally, 'decisions');
        if (!asks) continue;
        const asked = answer(snapshot, `${text} can ${permission} on r${i}`);
        compare(tally, { what: `${what} in words`, expected, got: asked, files, today });
      }
    }
  }
}
