// The changes, one or two at a time, after which a wish comes true. Nothing is offered that was not decided anew.
import type { Model } from '../../model/model.ts';
import { allows } from './allows.ts';
import { lackOf } from './candidates.ts';
import { type Candidate, meets, type Need } from './gap.ts';
import type { Change, Wish } from './types.ts';
import { type View, viewOf } from './view.ts';
import { weightOf } from './weight.ts';

export interface Proved {
  readonly changes: readonly Change[];
  /** The model after them. */
  readonly view: View;
  /** The place among all that might be offered, in the order of their declarations. */
  readonly place: number;
}

/** How many single changes are decided, how many of those for each need are put in pairs, and how many pairs are decided. */
const maxSingles = 24;
const maxForNeed = 8;
const maxPairs = 40;

/** The smaller ones first, by a guess; none with a change that would do alone. */
export function provedChanges(model: Model, wish: Wish): Proved[] {
  const { needs, candidates } = lackOf(model, wish);
  // Nothing lacks where there is no record of which the question speaks.
  if (needs.length === 0) return [];
  const places = new Map(candidates.map((candidate, place) => [candidate, place]));
  const placeOf = (candidate: Candidate) => places.get(candidate) ?? 0;
  const weight = (parts: readonly Candidate[]) => parts.reduce((sum, part) => sum + weightOf(model, part.change), 0);
  const proved = (parts: readonly Candidate[]): Proved[] => {
    const changes = parts.map(({ change }) => change);
    const view = viewOf(model, changes);
    const place = parts.reduce((all, part) => all * candidates.length + placeOf(part), 0);
    return allows(view, wish) ? [{ changes, view, place }] : [];
  };
  const sorted = byWeight(
    candidates.map((candidate) => [candidate]),
    weight,
  ).flat();
  const alone = sorted.filter((candidate) => meets(needs, [candidate])).slice(0, maxSingles);
  const singles = alone.flatMap((candidate) => proved([candidate]));
  const enough = new Set(singles.flatMap(({ changes }) => changes));
  const halves = usedForNeeds(needs, sorted).filter(({ change }) => !enough.has(change));
  const inOrder = halves.toSorted((a, b) => placeOf(a) - placeOf(b));
  const pairs = byWeight(pairsOf(needs, inOrder), weight).slice(0, maxPairs);
  return [...singles, ...pairs.flatMap(proved)];
}

/** What weighs the same keeps its order. */
function byWeight<T>(items: readonly T[], weigh: (item: T) => number): T[] {
  return items
    .map((item) => ({ item, weight: weigh(item) }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ item }) => item);
}

/** For each need the first that may meet it. */
function usedForNeeds(needs: readonly Need[], candidates: readonly Candidate[]): Candidate[] {
  const used = needs.flatMap((need) => candidates.filter(({ gives }) => gives.includes(need)).slice(0, maxForNeed));
  return [...new Set(used)];
}

function pairsOf(needs: readonly Need[], halves: readonly Candidate[]): Candidate[][] {
  return halves.flatMap((first, i) =>
    halves.slice(i + 1).flatMap((second) => (meets(needs, [first, second]) ? [[first, second]] : [])),
  );
}
