// What is said of several places becomes one: of the same parties, or of almost the same ones of many.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { bundled, type Placed } from '../../../server/src/access/difference/bundles.ts';
import { everyHome, type Party, partyBook } from '../../../server/src/access/difference/parties.ts';
import { twinsOf } from './sides.ts';

const objects = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
const users = Array.from({ length: 60 }, (_, i) => `user u${i} "u${i}@acme.com"`);
const twins = twinsOf([...users, ...objects.map((name) => `app ${name} { }`)].join('\n'));
const everybody = partyBook(twins)
  .of(everyHome(twins))
  .filter(({ home }) => home.kind === 'user');

interface Item extends Placed {
  readonly kind: string;
}

/** From the one number up to the other, and without those that are left out. */
function parties(from: number, to: number, ...without: readonly number[]): Party[] {
  return everybody.slice(from, to).filter((_, i) => !without.includes(i + from));
}

function item(place: string | undefined, who: readonly Party[], kind = 'k'): Item {
  const object = place === undefined ? undefined : twins.before.objects.get(place);
  return { place: object, parties: who, kind };
}

const numbers = (who: readonly Party[]) => who.map(({ home }) => home.name.slice(1));

/** `0-19` for twenty in a row. */
function ranges(who: readonly Party[]): string {
  const found: string[] = [];
  let run: number[] = [];
  const end = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (run.length > 0) found.push(first === last ? `${first}` : `${first}-${last}`);
    run = [];
  };
  for (const each of numbers(who).map(Number)) {
    if (run.length > 0 && each !== (run.at(-1) ?? 0) + 1) end();
    run.push(each);
  }
  end();
  return found.join(' ');
}

function said(items: readonly Item[]): string[] {
  return bundled(items, ({ kind }) => kind).map(({ first, all, holes }) => {
    const places = all.map(({ place }) => place?.name ?? 'organization').join(' ');
    const not = holes.map(({ party, place }) => `${party.home.name} in ${place?.name}`);
    return `${ranges(first.parties)} at ${places}${not.length === 0 ? '' : ` not ${not.join(', ')}`}`;
  });
}

describe('difference: bundles', () => {
  it('the same parties in any order are one bundle; another kind, or another party, is another', () => {
    const back = [...parties(0, 3)].reverse();
    assert.deepEqual(said([item('A', parties(0, 3)), item('B', back), item(undefined, parties(0, 3))]), [
      '0-2 at A B organization',
    ]);
    assert.deepEqual(said([item('A', parties(0, 3)), item('B', parties(0, 3), 'other')]), ['0-2 at A', '0-2 at B']);
    assert.deepEqual(said([item('A', parties(0, 3)), item('B', parties(0, 2)), item('C', parties(1, 4))]), [
      '0-2 at A',
      '1-3 at C',
      '0-1 at B',
    ]);
  });

  it('nothing is nothing, and what is said of nobody is nobody’s', () => {
    assert.deepEqual(said([]), []);
    assert.deepEqual(said([item('A', []), item('B', [])]), [' at A B']);
  });

  it('of many a few may be missing, but in the organization', () => {
    const places = objects.map((name) => item(name, parties(0, 25)));
    const few = item('A', parties(0, 25, 3));
    assert.deepEqual(said([few, ...places.slice(1)]), ['0-24 at B C D E F G H I J A not u3 in A']);
    assert.deepEqual(said([...places, item(undefined, parties(0, 25, 3))]), [
      '0-24 at A B C D E F G H I J',
      '0-2 4-24 at organization',
    ]);
    assert.deepEqual(said([item(undefined, parties(0, 25)), ...objects.map((name) => item(name, parties(0, 25, 3)))]), [
      '0-24 at organization',
      '0-2 4-24 at A B C D E F G H I J',
    ]);
    const mixed = [item('A', parties(0, 25, 3)), item(undefined, parties(0, 25, 3))];
    assert.deepEqual(said([...places.slice(1), ...mixed]), ['0-24 at B C D E F G H I J', '0-2 4-24 at A organization']);
    const wide = [item(undefined, parties(0, 25)), item('B', parties(0, 25)), item('A', parties(0, 25, 3))];
    assert.deepEqual(said(wide), ['0-24 at organization B', '0-2 4-24 at A']);
  });

  it('twenty are many, nineteen are not', () => {
    const rest = (count: number) => objects.slice(1).map((name) => item(name, parties(0, count)));
    assert.deepEqual(said([item('A', parties(0, 20)), ...rest(21)]), ['0-20 at B C D E F G H I J A not u20 in A']);
    assert.deepEqual(said([item('A', parties(0, 19)), ...rest(20)]), ['0-19 at B C D E F G H I J', '0-18 at A']);
  });

  it('at most a fifth may be missing at a place', () => {
    const rest = (count: number) => objects.slice(1).map((name) => item(name, parties(0, count)));
    const missing = (count: number) => Array.from({ length: count }, (_, i) => `u${20 + i} in A`).join(', ');
    assert.deepEqual(said([item('A', parties(0, 20)), ...rest(25)]), [`0-24 at B C D E F G H I J A not ${missing(5)}`]);
    assert.deepEqual(said([item('A', parties(0, 20)), ...rest(26)]), ['0-25 at B C D E F G H I J', '0-19 at A']);
  });

  it('a fifth of all that are together then, and at the place with the fewest', () => {
    const here = [item('A', parties(0, 30)), item('B', parties(5, 33))];
    assert.deepEqual(
      said([...here, ...objects.slice(2).map((name) => item(name, parties(0, 33)))]).map(
        (text) => text.split(' not ')[0],
      ),
      ['0-32 at C D E F G H I J A B'],
    );
    const apart = [item('A', parties(0, 30)), item('B', parties(10, 40))];
    assert.deepEqual(said(apart), ['0-29 at A', '10-39 at B']);
  });

  it('only the first three are tried', () => {
    const apart = [0, 1, 2, 3].map((i) => parties(0, 60).filter((_, n) => Math.floor(n / 15) !== i));
    const at = (i: number) => item(objects[i], apart[i] ?? []);
    const almost = item('E', (apart[3] ?? []).slice(1));
    const places = (items: readonly Item[]) => said(items).map((text) => text.split(' at ')[1]);
    assert.deepEqual(places([at(0), at(1), at(2), at(3), almost]), ['A', 'B', 'C', 'D', 'E']);
    assert.deepEqual(places([at(1), at(2), at(3), almost]), ['B', 'C', 'D E', 'D']);
  });

  it('who is missing at more than a fifth of the places is said apart, with those who are at the same ones', () => {
    const all = parties(0, 30);
    const at = (...without: readonly number[]) => parties(0, 30, ...without);
    const [one, two] = ['A', 'B'];
    const rest = objects.slice(3).map((name) => item(name, all));
    assert.deepEqual(said([item(one, at(5)), item(two, at(5)), item('C', all), ...rest]), [
      '0-29 at C D E F G H I J A B not u5 in A, u5 in B',
    ]);
    assert.deepEqual(said([item(one, at(5, 7)), item(two, at(5, 7, 9)), item('C', at(5, 7)), ...rest]), [
      '0-4 6 8-29 at D E F G H I J A C B not u9 in B',
      '5 7 at D E F G H I J',
    ]);
    assert.deepEqual(
      said([item(one, at(5, 7)), item(two, at(5, 7)), item('C', at(5)), item('D', at(7)), ...rest.slice(1)]),
      ['0-4 6 8-29 at E F G H I J C D A B', '5 at E F G H I J D', '7 at E F G H I J C'],
    );
  });

  it('who is at one place alone is said there', () => {
    const rest = objects.slice(1).map((name) => item(name, parties(0, 30)));
    assert.deepEqual(said([item('A', parties(1, 31)), ...rest]), [
      '1-29 0 at A B C D E F G H I J not u0 in A',
      '30 at A',
    ]);
  });
});
