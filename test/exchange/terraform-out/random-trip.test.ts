// A small share of the round trips of random organizations; `npm run fuzz -- --target exchange` makes more of them.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type Chance, chanceOf } from '../../oracle/chance.ts';
import { share } from '../../support/share.ts';
import { hostileTrip, randomTrip, type Trip } from './random-trip.ts';

/** How much of all roles and policies comes through: an export that refused everything would be the same as well. */
function carriedOf(trip: (chance: Chance) => Trip, count: number): number {
  const trips = Array.from({ length: count }, (_, seed) => trip(chanceOf(seed)));
  const sum = (what: keyof Trip) => trips.reduce((total, each) => total + each[what], 0);
  return sum('carried') / sum('candidates');
}

describe('random organizations, exported to Terraform and imported twice', function () {
  this.timeout(120_000);

  it('are the same in all that Terraform can say', () => {
    const carried = carriedOf(randomTrip, share(150, 20));
    assert.ok(carried > 0.6, `${carried}`);
  });

  it('are the same with names and texts that nobody expects', () => {
    const carried = carriedOf(hostileTrip, share(100, 20));
    assert.ok(carried > 0.45, `${carried}`);
  });
});
