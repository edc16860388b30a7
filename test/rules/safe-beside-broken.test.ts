// Safe fixes beside broken text: whatever that text was meant to say, they change nothing.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { difference } from '../../server/src/access/difference/difference.ts';
import { fixAll } from '../../server/src/project/fix-all.ts';
import { isWithoutEffect } from '../../server/src/project/proved-fix.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { type Chance, chanceOf } from '../oracle/chance.ts';
import { damage } from '../oracle/damage.ts';
import { errorsOf, snapshotOf } from '../oracle/engine.ts';
import { allTypes, organization, today } from '../oracle/random.ts';
import { snapshotOf as projectOf } from '../support/fixture.ts';

/** More for a longer look: `SAFE_WORLDS=2000 SAFE_FIRST=1000`. */
const worlds = Number(process.env['SAFE_WORLDS'] ?? 60);
const first = Number(process.env['SAFE_FIRST'] ?? 0);
const everything = { covers: () => true, isWanted: () => true };

interface World {
  readonly lines: readonly string[];
  readonly others: Readonly<Record<string, string>>;
}

function worldOf(chance: Chance): World {
  return organization(chance, { users: 4, objects: 3, fields: 2, types: allTypes, records: 1, depth: 2 });
}

function read(text: string, { others }: World): Snapshot {
  return snapshotOf({ 'main.writ': `${text}\n`, ...others }, today);
}

const textOf = (snapshot: Snapshot) => snapshot.source('main.writ')?.text ?? '';

/** What may have been meant: what was written, and lines of the same kind from other worlds. */
function meant(chance: Chance, line: string): string[] {
  const kind = (text: string) => text.trim().split(/[\s"]/)[0] ?? '';
  const alike = worldOf(chance).lines.filter((other) => kind(other) === kind(line) && /^\s/.test(other));
  return [line, ...(/^\s/.test(line) ? alike.slice(0, 3) : [])];
}

/** How many ways to mend the text have been looked at, with and without the safe fixes that were made beside what is broken. */
function checkWorld(seed: number): number {
  const chance = chanceOf(seed);
  const world = worldOf(chance);
  const i = chance.below(world.lines.length);
  const line = world.lines[i] ?? '';
  const broken = damage(chance, line).line;
  const before = read(world.lines.with(i, broken).join('\n'), world);
  const { after, made } = fixAll(before, everything);
  if (broken === line || errorsOf(before).length === 0 || made.length === 0) return 0;
  const [one, other, ...more] = textOf(after).split(`${broken}\n`);
  if (one === undefined || other === undefined || more.length > 0) return 0;
  return meant(chance, line).filter((text) => {
    const sound = read(world.lines.with(i, text).join('\n'), world);
    if (errorsOf(sound).length > 0) return false;
    const fixed = read(`${one}${text}\n${other.trimEnd()}`, world);
    const { entries } = difference(sound.model, fixed.model, sound.input.today);
    const fixes = made.map(({ finding, fix }) => `${finding.rule}: ${fix.title}`).join('\n');
    assert.deepEqual(
      entries,
      [],
      `seed ${seed}: \`${broken.trim()}\` for \`${text.trim()}\`\n${fixes}\n\n${textOf(before)}`,
    );
    return true;
  }).length;
}

describe('safe fixes beside broken text', () => {
  it(`change nothing, whatever was meant, in ${worlds} organizations`, function () {
    this.timeout(0);
    let looked = 0;
    for (let seed = first; seed < first + worlds; seed++) looked += checkWorld(seed);
    assert.ok(looked > worlds / 10, `${looked} ways to mend a text`);
  });

  const app = (name: string, policy: string) => `app ${name} {
  field N: number
  role R { description "d"  members ana  grants edit on Records, CREATE_RECORDS }
  policy P { to ana  when ${policy} }
}
`;
  const ana = 'user ana "ana@acme.com"\n';
  const made = (text: string) =>
    fixAll(projectOf(text), everything).made.map(({ line, fix }) => `${line}: ${fix.title}`);
  const fixes = ['3: Remove `CREATE_RECORDS`', '4: Remove what no record meets'];
  const never = 'N > 3 or N < 1 and N > 2';

  it('are made in an object where another one is broken, and not in that one', () => {
    assert.deepEqual(made(ana + app('A', never) + app('B', 'M > 3')), fixes);
    assert.deepEqual(
      made(ana + app('A', never) + app('B', 'N > 3').replace('edit on Records, CREATE_RECORDS', 'READ_RECORD')),
      fixes,
    );
    assert.deepEqual(made(ana + app('A', `M > 3 or ${never}`)), []);
  });

  it('are not made where what is broken may count everywhere', () => {
    const sound = ana + app('A', never);
    for (const broken of [
      'group G { members ana, zoe }\n',
      'role Q { members ana  grants READ_RECORD }\n',
      'app B { service account Bot { roles Nothing } }\n',
      'app B { policy P { to ana }\n',
      'directory "people.json"\n',
      'user zoe\n',
    ])
      assert.deepEqual(made(sound + broken), [], broken);
  });

  it('are not made outside of objects while one is broken', () => {
    const [group, text] = [
      'group Old { description "d"  members ana }\n',
      app('B', 'M > 3').replace(', CREATE_RECORDS', ''),
    ];
    assert.deepEqual(made(ana + group + text), []);
    assert.deepEqual(made(ana + group + text.replace('M >', 'N >')), ['1: Remove the group `Old`']);
  });

  it('count what is broken in the object that they change', () => {
    const text = (condition: string, other: string) => projectOf(ana + app('A', condition) + app('B', other));
    const changed = [text(never, 'M > 3'), text('N > 3', 'M > 3')] as const;
    assert.equal(isWithoutEffect(...changed), true);
    assert.equal(isWithoutEffect(text(never, 'M > 3'), text('N > 3', 'M > 4')), false);
  });
});
