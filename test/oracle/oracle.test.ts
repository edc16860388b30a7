// A small share of the comparison with the reference; `run.ts` has the rest.
import { strict as assert } from 'node:assert';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { at, root } from '../../scripts/places.ts';
import { share } from '../support/share.ts';
import { breakWorld } from './breaking.ts';
import { compareRandomWorld } from './random-worlds.ts';
import { check, weight } from './reference/expectations.ts';
import { readWorld } from './reference/world.ts';
import { compareSmallWorlds } from './small/every.ts';
import { newTally, show, smallest, type Tally } from './tally.ts';
import { compareWideWorlds } from './wide/walk.ts';

const seed = 20;
/** For a machine that is busy with other things. */
const slow = 120_000;

function assertAgreement(tally: Tally): void {
  assert.ok(tally.passed > 0);
  assert.deepEqual(
    tally.disagreements.slice(0, 3).map((each) => show(smallest(each))),
    [],
  );
}

describe('the engine against a reference that was written on its own', () => {
  it('decides alike in small worlds', function () {
    this.timeout(slow);
    const tally = newTally();
    compareSmallWorlds(tally, { oneIn: 4000, samples: 4, seed, until: Number.POSITIVE_INFINITY, say: () => {} });
    assertAgreement(tally);
  });

  it('decides alike in worlds of every operator, with managed roles, accounts and settings', function () {
    this.timeout(slow);
    const tally = newTally();
    compareWideWorlds(tally, { worlds: share(70), recordsPerWorld: 8, seed, until: Number.POSITIVE_INFINITY });
    assertAgreement(tally);
  });

  it('answers and judges alike in random organizations', function () {
    this.timeout(slow);
    const tally = newTally();
    for (let at = seed; at < seed + share(30); at++) compareRandomWorld(tally, at);
    assertAgreement(tally);
  });

  it('lets nothing broken allow or pass', function () {
    this.timeout(slow);
    const tally = newTally();
    for (let at = seed; at < seed + share(20); at++) breakWorld(tally, at);
    assertAgreement(tally);
  });
});

describe('the reference', () => {
  it('shares nothing with the engine but the parser and the tables of the catalogue', () => {
    const files = globSync('test/oracle/reference/*.ts', { cwd: root });
    const imports = files.flatMap((file) =>
      [...readFileSync(at(file), 'utf8').matchAll(/ from '([^']+)'/g)].map(([, from = '']) => from),
    );
    const outside = imports.filter((from) => !/^\.\/[\w-]+\.ts$/.test(from));
    assert.ok(files.length > 5 && outside.length > 5);
    assert.deepEqual(
      outside.filter(
        (from) => !/^\.\.\/\.\.\/\.\.\/server\/src\/(syntax\/[\w-]+\.ts|catalogue\/[\w-]+\.json)$/.test(from),
      ),
      [],
    );
  });

  for (const [project, failing] of [
    ['desk', undefined],
    ['shop', 'must fail'],
  ] as const)
    it(`reads ${project} as agreed`, function () {
      this.timeout(slow);
      const names = project === 'desk' ? ['desk.writ', 'people.scim.json'] : ['shop.writ', 'must-fail.writ'];
      const files = names.map((name) => [name, readFileSync(at(`test/conformance/${project}/${name}`), 'utf8')]);
      const world = readWorld(Object.fromEntries(files));
      for (const declaration of world.declarations) {
        const isTest = declaration.kind === 'test';
        const expectations = isTest ? declaration.items : declaration.kind === 'expect' ? [declaration] : [];
        for (const each of expectations) {
          if (each.kind !== 'expect' || each.question === undefined) continue;
          // The heaviest are left to the slow runs.
          if (weight(world, each.question, '2026-11-21') > 50_000) continue;
          const wanted = !(isTest && declaration.name?.text === failing);
          assert.equal(check(world, each.question, '2026-11-21').held, wanted, JSON.stringify(each.question));
        }
      }
    });
});
