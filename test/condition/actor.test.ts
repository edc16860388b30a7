// People and groups whom nobody declared: the same ones whenever they are asked for, and unlike everybody else.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { isNobody, isStranger, nobody, otherGroup, strangerOf } from '../../server/src/condition/actor.ts';
import { addressOf, attributesOf, originIn } from '../../server/src/model/profiles.ts';
import { base, group, person } from '../support/formulas.ts';

let asked = 100;

/** A number that nobody has asked for in this process. */
function unasked(): number {
  asked += 3;
  return asked;
}

describe('people whom nobody declared', () => {
  it('are the same for the same number, in whatever order they are asked for', () => {
    const number = unasked();
    const later = nobody(number);
    const names = [0, 1, number - 1].map((n) => nobody(n).name);
    assert.deepEqual(names, ['someone in no group', 'someone in no group (2)', `someone in no group (${number})`]);
    assert.equal(nobody(number), later);
    assert.equal(later.name, `someone in no group (${number + 1})`);
    assert.notEqual(nobody(number - 1), later);
  });

  it('are told from the further person of a group and from those who are declared', () => {
    const further = strangerOf(group('Sales'));
    assert.equal(further.name, 'someone in Sales');
    assert.equal(strangerOf(group('Sales')), further);
    const people = [nobody(unasked()), further, person('ada'), person('Orders.bot')];
    assert.deepEqual(people.map(isNobody), [true, false, false, false]);
    assert.deepEqual(people.map(isStranger), [true, true, false, false]);
  });

  it('are active people of the organization, of no address, with nothing said of them', () => {
    const one = nobody(unasked());
    const { kind, external, externalSound, inactive, sound, declared } = one;
    assert.deepEqual([kind, addressOf(base, one), attributesOf(base, one).size], ['user', '', 0]);
    assert.equal(originIn(base, one), undefined);
    const said = { external, externalSound, inactive, sound, declared };
    assert.deepEqual(said, { external: false, externalSound: true, inactive: false, sound: true, declared: false });
  });
});

describe('groups that nobody named', () => {
  it('are the same for the same number, and hold nobody', () => {
    const number = unasked();
    const later = otherGroup(number);
    assert.equal(otherGroup(number), later);
    assert.notEqual(otherGroup(number - 1), later);
    const { kind, name, members, declared, system } = later;
    assert.deepEqual([kind, name, members.size, declared, system], ['group', 'another group', 0, false, undefined]);
  });
});
