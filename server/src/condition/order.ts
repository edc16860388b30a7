// The parts of a formula in the order of the source that it was made from.
import type { Atom, Formula } from '../model/symbols.ts';
import { keyOf } from './key.ts';
import { atomsOf } from './operands.ts';

/**
 * The same formula, the parts of each junction by where their first comparisons stand in the source. A comparison that is
 * not in the source stands where one of its origin does, else where one that says the same does, else where it is.
 */
export function inOrderOf(source: Formula, formula: Formula): Formula {
  const atoms = atomsOf(source);
  const [own, origins, keys] = [new Map<unknown, number>(), new Map<unknown, number>(), new Map<string, number>()];
  for (let place = atoms.length - 1; place >= 0; place--) {
    const atom = atoms[place];
    if (atom === undefined) continue;
    own.set(atom, place);
    if (atom.origin !== undefined) origins.set(atom.origin, place);
    keys.set(keyOf(atom), place);
  }
  return sorted(formula, (atom) => own.get(atom) ?? origins.get(atom.origin) ?? keys.get(keyOf(atom)));
}

type PlaceOf = (atom: Atom) => number | undefined;

function sorted(formula: Formula, placeOf: PlaceOf): Formula {
  if (formula.op === 'not') return { op: 'not', part: sorted(formula.part, placeOf) };
  if (formula.op !== 'and' && formula.op !== 'or') return formula;
  let last = 0;
  const placed = formula.parts.map((part) => {
    last = firstPlace(part, placeOf) ?? last;
    return { part: sorted(part, placeOf), place: last };
  });
  return { op: formula.op, parts: placed.sort((a, b) => a.place - b.place).map(({ part }) => part) };
}

function firstPlace(formula: Formula, placeOf: PlaceOf): number | undefined {
  let first: number | undefined;
  for (const atom of atomsOf(formula)) {
    const place = placeOf(atom);
    if (place !== undefined && (first === undefined || place < first)) first = place;
  }
  return first;
}
