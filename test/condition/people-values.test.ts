// People and groups that stand for all others that fields may hold.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { nobody } from '../../server/src/condition/actor.ts';
import { atomsOf, fieldsOf } from '../../server/src/condition/operands.ts';
import { groupValues, personValues } from '../../server/src/condition/people-values.ts';
import { holdableIn } from '../../server/src/condition/solve.ts';
import type { Atom } from '../../server/src/model/symbols.ts';
import { actor, formula, group, world } from '../support/formulas.ts';

const names = (of: readonly { readonly name: string }[]) => of.map(({ name }) => name).join(', ');

/** `condition | actor => whom its fields need to hold`. */
function check(...lines: readonly string[]): void {
  for (const line of lines) {
    const [given = '', expected] = line.split(' => ');
    const [text = '', by = 'ada'] = given.split(' | ');
    const atoms = atomsOf(formula(text));
    const cluster = { fields: [...new Set(atoms.flatMap(fieldsOf))], atoms };
    const holdable = holdableIn(world(actor(by)));
    const isOfGroups = cluster.fields.some(({ type }) => type === 'group');
    assert.equal(names(isOfGroups ? groupValues(cluster, holdable) : personValues(cluster, holdable)), expected, line);
  }
}

describe('people that stand for all', () => {
  it('are those who are named, and of the others as many as there are fields', () => {
    check(
      'Owner is empty => ada, someone in no group',
      'Owner is cy => ada, bo, cy, someone in no group',
      'Owner is one of (cy, Orders.bot) => ada, bo, cy, bot, someone in no group',
      'Owner is field Checker => ada, bo, someone in no group, someone in no group (2)',
    );
  });

  it('are as many of each kind where groups tell them apart, and who acts', () => {
    check(
      'Owner is in Sales => ada, bo, someone in no group',
      'Owner is in Support => ada, cy, someone in no group',
      'Owner is in Sales | cy => ada, bo, cy, someone in no group',
      'Owner is in Sales or Owner is in Support => ada, bo, cy, someone in no group',
      'Owner is in Empty | Empty => ada, someone in Empty, someone in no group',
      'Owner is empty | Empty => ada, someone in Empty, someone in no group',
    );
  });

  it('are further nobodies besides those who are named', () => {
    const [atom] = atomsOf(formula('Owner is ada'));
    assert.ok(atom !== undefined);
    const besides = (n: number) => {
      const named: Atom = { ...atom, test: { is: 'equals', value: { kind: 'literal', value: nobody(n), source: '' } } };
      return names(personValues({ fields: [atom.field], atoms: [named] }, holdableIn(world())));
    };
    assert.equal(besides(0), 'ada, bo, someone in no group, someone in no group (2)');
    assert.equal(besides(1), 'ada, bo, someone in no group (2), someone in no group');
  });
});

describe('groups that stand for all', () => {
  it('are those that are named, and of the others as many as there are fields', () => {
    check(
      'Team is empty => Sales',
      'Team is Empty => Sales, Support, Empty',
      'Team is Sales => Sales, Support',
      'Team is field Other => Sales, Support',
      'Team is "Internal Users" => Sales',
    );
    assert.ok(group('Internal Users').system !== undefined);
  });
});
