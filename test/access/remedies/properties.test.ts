// Remedies in random small organizations: written into the text each one allows what was refused, and grants what it says.
import { strict as assert } from 'node:assert';
import process from 'node:process';
import { describe, it } from 'mocha';
import { casesOf, checkGrants, checkOrder, checkSingles } from './checks.ts';

/** More for a longer look: `REMEDY_WORLDS=200 REMEDY_FIRST=1000`. */
const worlds = Number(process.env['REMEDY_WORLDS'] ?? 25);
/** How many of them are compared by brute force. */
const compared = process.env['REMEDY_WORLDS'] === undefined ? 8 : worlds;
const first = Number(process.env['REMEDY_FIRST'] ?? 0);

const cases = Array.from({ length: worlds }, (_, i) => casesOf(first + i)).flat();
const few = cases.filter(({ seed }) => seed < first + compared);

describe('remedies in random organizations', function () {
  this.timeout(600_000);

  it('are of every kind', () => {
    const kinds = new Set(
      cases.flatMap(({ proved }) => proved.flatMap(({ changes }) => changes.map(({ kind }) => kind))),
    );
    assert.equal(kinds.size, 11, [...kinds].join());
    assert.ok(cases.some(({ proved }) => proved.length === 0));
  });

  it('written into the text allow what was refused, and grant what they say', () => checkGrants(few));

  it('are all of the single changes that would do', () => checkSingles(few));

  it('are offered in the order of how much else they grant, the same every time', () => checkOrder(cases));
});
