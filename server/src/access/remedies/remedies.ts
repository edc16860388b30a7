// Why not, and what to do about it: the nearest changes that would allow what is not allowed, those first that grant least besides.
import type { Model } from '../../model/model.ts';
import type { BoundQuestion } from '../../model/question.ts';
import type { Decision } from '../answer.ts';
import { gainsOf, ledgerOf, sideEffect } from './gains.ts';
import { provedChanges } from './search.ts';
import type { Remedies, Remedy, Wish } from './types.ts';

const maxOffered = 5;

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
  const inDoubt = decision.doubts.length > 0;
  if (decision.outcome === 'allowed') return { remedies: [], inDoubt };
  const ledger = ledgerOf(model, wish);
  let ranked: Ranked[] = [];
  for (const proved of provedChanges(model, wish)) {
    const last = ranked[maxOffered - 1];
    const gains = gainsOf(ledger, proved, last === undefined ? Number.POSITIVE_INFINITY : last.grants);
    if (gains === undefined) continue;
    const { changes, place } = proved;
    ranked.push({ remedy: { changes, gains }, grants: sideEffect(gains), place });
    ranked = ranked.sort(compare).slice(0, maxOffered);
  }
  return { remedies: ranked.map(({ remedy }) => remedy), inDoubt };
}

interface Ranked {
  readonly remedy: Remedy;
  readonly grants: number;
  readonly place: number;
}

function compare(a: Ranked, b: Ranked): number {
  return a.grants - b.grants || a.remedy.changes.length - b.remedy.changes.length || a.place - b.place;
}
