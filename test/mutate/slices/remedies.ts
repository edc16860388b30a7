// Random organizations with remedies, one test for each, short enough to be run for every change.
import { describe, it } from 'mocha';
import { casesOf, checkGrants, checkOrder, checkSingles } from '../../access/remedies/checks.ts';

describe('remedies in a random organization', () => {
  for (let seed = 0; seed < 6; seed++) it(`order ${seed}`, () => checkOrder(casesOf(seed).slice(0, 3)));
  for (let seed = 0; seed < 3; seed++) it(`all ${seed}`, () => checkSingles(casesOf(seed).slice(0, 1)));
  for (let seed = 0; seed < 3; seed++) it(`grants ${seed}`, () => checkGrants(casesOf(seed).slice(0, 1)));
});
