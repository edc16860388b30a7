// Whether one condition implies another, as far as their parts show it, and what is known beside them.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type Domain, domainOf } from '../../server/src/condition/domain.ts';
import { bothFacts, type Facts, knownOf, withFact } from '../../server/src/condition/facts.ts';
import { implies } from '../../server/src/condition/implies.ts';
import { atomsOf } from '../../server/src/condition/operands.ts';
import type { Field, Formula } from '../../server/src/model/symbols.ts';
import { formula } from '../support/formulas.ts';

/** Nothing known, of the fields of the formulas. */
function factsAbout(formulas: readonly Formula[]): Facts {
  const atoms = formulas.flatMap(atomsOf);
  const domains = new Map<Field, Domain>();
  for (const { field } of atoms) {
    const domain = domainOf(
      field,
      atoms.filter((atom) => atom.field === field),
    );
    if (domain !== undefined) domains.set(field, domain);
  }
  return { domains, known: new Map() };
}

/** `one => other`: implied, and where known, `[a]` or `[not a]` before it; with `=/>` not. */
function check(...lines: readonly string[]): void {
  for (const line of lines) {
    const isImplied = line.includes(' => ');
    const [given = '', other = ''] = line.split(isImplied ? ' => ' : ' =/> ');
    const [, fact = '', one = given] = /^\[(.*?)\] (.*)$/.exec(given) ?? [];
    const formulas = [formula(one), formula(other)] as const;
    const holds = !fact.startsWith('never ');
    const said = fact === '' ? undefined : formula(fact.replace('never ', ''));
    const facts = factsAbout(said === undefined ? formulas : [...formulas, said]);
    const known = said === undefined ? facts : withFact(facts, said, holds);
    assert.equal(implies(formulas[0], formulas[1], known), isImplied, line);
  }
}

describe('one condition implies another', () => {
  it('by the contents of one field', () => {
    check(
      'Total > 3 => Total > 1',
      'Total > 1 =/> Total > 3',
      'Total is 3 => Total between 1 and 3',
      'Total > 1 => Total is not empty',
      'Total is not empty =/> Total > 1',
      'not (Total > 1) => not (Total > 3)',
      'Status is "New" => Status is not "Open"',
      'Total is 1 =/> Discount is 1',
      'Note is "ab" => Note contains "b"',
    );
  });

  it('by constants, and itself', () => {
    check('false => Total is 1', 'Total is 1 => true', 'true =/> Total is 1', 'Owner is in Sales => Owner is in Sales');
  });

  it('part by part', () => {
    check(
      'Total > 3 and Paid is true => Total > 1',
      'Total > 3 and Paid is true => Total > 1 and Paid is true',
      'Total > 3 =/> Total > 1 and Paid is true',
      'Total > 3 => Total > 1 or Paid is true',
      'Total > 3 or Total > 5 => Total > 1',
      'Total > 3 or Paid is true =/> Total > 1',
      'Total > 3 or Paid is true => Total > 1 or Paid is true',
      'not (Total > 1 or Paid is true) => not (Total > 3)',
      'not (Total > 1 and Paid is true) =/> not (Total > 3)',
      'Total > 3 => not (Total < 1 and Paid is true)',
      'Total > 3 =/> not (Total < 1 or Paid is true)',
    );
  });

  it('by what is known besides', () => {
    check(
      '[Total > 2] Total < 5 => Total between 2 and 5',
      '[Total is not 1] Total >= 1 => Total > 1',
      '[never Total is 1] Total >= 1 => Total > 1',
      '[never Total is 1 or Paid is true] Total >= 1 => Total > 1',
      '[never Total is 1 and Paid is true] Total >= 1 =/> Total > 1',
      '[Total is not 1 and Paid is true] Total >= 1 => Total > 1',
      '[Total is not 1 or Paid is true] Total >= 1 =/> Total > 1',
      '[not (Total is 1 or Paid is true)] Total >= 1 => Total > 1',
    );
  });
});

describe('facts', () => {
  it('of two places are what either knows', () => {
    const all = ['Total > 1', 'Total < 5', 'Paid is true'].map(formula);
    const [low = assert.fail(), high = assert.fail(), paid = assert.fail()] = all;
    const none = factsAbout(all);
    const both = bothFacts(withFact(none, low, true), withFact(withFact(none, high, true), paid, true));
    const between = withFact(withFact(withFact(none, low, true), high, true), paid, true);
    for (const domain of none.domains.values()) assert.equal(knownOf(both, domain), knownOf(between, domain));
    assert.equal(bothFacts(between, none), between);
    assert.equal(bothFacts(none, between).known.size, 2);
    for (const domain of none.domains.values()) assert.equal(knownOf(none, domain), domain.all);
  });
});
