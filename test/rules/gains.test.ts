// What people gain through an account, against the same asked of everybody by themselves and permission by permission.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { actorOf } from '../../server/src/access/actor.ts';
import { groundsOf } from '../../server/src/access/grounds.ts';
import { sceneOf } from '../../server/src/access/question-scope.ts';
import { worldOf } from '../../server/src/access/world.ts';
import { list } from '../../server/src/catalogue/permission-set.ts';
import { allOf, negate } from '../../server/src/condition/build.ts';
import { satisfy } from '../../server/src/condition/solve.ts';
import { substitute } from '../../server/src/condition/substitute.ts';
import { always } from '../../server/src/model/formulas.ts';
import type { User } from '../../server/src/model/symbols.ts';
import { gainsThrough } from '../../server/src/rules/gains.ts';
import { type Lent, lentIn } from '../../server/src/rules/lent.ts';
import type { Dated } from '../../server/src/rules/rule.ts';
import { chanceOf } from '../oracle/chance.ts';
import { snapshotOf } from '../oracle/engine.ts';
import { allTypes, organization, today } from '../oracle/random.ts';

/** More for a longer look: `GAIN_WORLDS=500 GAIN_FIRST=1000`. */
const worlds = Number(process.env['GAIN_WORLDS'] ?? 60);
const first = Number(process.env['GAIN_FIRST'] ?? 0);

function worldOfSeed(seed: number): Dated & { readonly text: string } {
  const chance = chanceOf(seed);
  const size = { users: 8, objects: 2, fields: 3, types: allTypes, records: 2, depth: 2 };
  const { lines, others } = organization(chance, size);
  const text = `${lines.join('\n')}\n`;
  const { model, input } = snapshotOf({ 'main.writ': text, ...others }, today);
  return { model, today: input.today, text };
}

/** Whether some record is lent with a permission that the person does not have for it. */
function gains({ model, today: day }: Dated, { object, permissions, records }: Lent, user: User): boolean {
  const facts = { object, values: new Map(), relations: new Map() };
  const place = { kind: 'object', object, facts, record: undefined, given: false, when: undefined } as const;
  const world = worldOf({ model, actor: actorOf(model, user), facts, given: false, today: day });
  return list(permissions).some((permission) => {
    const grounds = groundsOf(model, { principal: user, permissions: [permission], place, today: day });
    const own = substitute(allOf([grounds.held, grounds.seen]), sceneOf(grounds.scope));
    return satisfy(allOf([permission.record ? records : always, negate(own)]), world).kind === 'yes';
  });
}

describe('what people gain through an account', () => {
  it(`is what each of them gains alone, in ${worlds} organizations`, () => {
    let gaining = 0;
    let others = 0;
    for (let seed = first; seed < first + worlds; seed++) {
      const dated = worldOfSeed(seed);
      const users = [...dated.model.users.values()].filter(({ inactive }) => !inactive);
      for (const { accounts } of dated.model.objects.values())
        for (const account of accounts.values())
          for (const object of dated.model.objects.values()) {
            const lent = lentIn(dated, account, object);
            if (lent === undefined) continue;
            const found = gainsThrough(dated, [lent], users).people;
            const wanted = users.filter((user) => gains(dated, lent, user));
            const names = (people: readonly User[]) => people.map(({ name }) => name);
            assert.deepEqual(
              names(found),
              names(wanted),
              `seed ${seed}, ${account.name} in ${lent.object.name}\n${dated.text}`,
            );
            gaining += found.length;
            others += users.length - found.length;
          }
    }
    assert.ok(gaining > worlds / 4 && others > worlds / 4, `${gaining} gain, ${others} do not`);
  });
});
