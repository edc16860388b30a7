// Why not, and what to do about it: the nearest changes that would allow what is not allowed, those first that grant least besides.
import type { Model } from '../../model/model.ts';
import type { BoundQuestion } from '../../model/question.ts';
import type { Decision } from '../answer.ts';
import { gainsOf, ledgerOf } from './gains.ts';
import { provedChanges } from './search.ts';
import type { Gains, Remedies, Remedy, Wish } from './types.ts';

const maxOffered = 5;
/** Of so many it is weighed what else they grant. */
const maxWeighed = 16;

/** What a question wants to be allowed; undefined for a list. `today`: the evaluation date where the question names none. */
export function wishOf(question: BoundQuestion, today: number): Wish | undefined {
  const date = question.asOf ?? today;
  switch (question.kind) {
    case 'can':
    case 'invite':
    case 'use':
      return { ...question, today: date };
    default:
      return undefined;
  }
}

/**
 * Takes what is wished for and the decision on it. Each remedy was decided anew on a model with its changes. The order is
 * that of the least side effect, then of the fewest changes, then of the declarations.
 */
export function remediesFor(model: Model, wish: Wish, decision: Decision): Remedies {
  if (decision.outcome === 'allowed') return { kind: 'offered', remedies: [] };
  if (decision.doubts.length > 0) return { kind: 'in doubt' };
  const ledger = ledgerOf(model, wish);
  const weighed = provedChanges(model, wish)
    .slice(0, maxWeighed)
    .map(({ changes, view, place }) => ({ remedy: { changes, gains: gainsOf(ledger, changes, view) }, place }));
  const ranked = weighed.toSorted((a, b) => compare(a.remedy, b.remedy) || a.place - b.place);
  return { kind: 'offered', remedies: ranked.slice(0, maxOffered).map(({ remedy }) => remedy) };
}

function compare(a: Remedy, b: Remedy): number {
  return sideEffect(a.gains) - sideEffect(b.gains) || a.changes.length - b.changes.length;
}

/** Whoever was not looked at counts as allowed more. */
function sideEffect({ own, others }: Gains): number {
  return own.count + others.count + others.unexamined;
}
