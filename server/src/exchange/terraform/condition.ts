// Conditions as they are imported: what can be said, and what was there that cannot.
import { writeName } from '../../syntax/keywords.ts';

export type Condition =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  /** `negated`: the same with its own word for not. */
  | { readonly kind: 'said'; readonly text: string; readonly negated?: string }
  | { readonly kind: 'unreadable'; readonly what: string }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] };

export function unreadable(what: string): Condition {
  return { kind: 'unreadable', what };
}

/** What of a condition cannot be read, in its order; empty where all of it can. */
export function unreadableIn(condition: Condition): readonly string[] {
  if (condition.kind === 'unreadable') return [condition.what];
  if (condition.kind === 'not') return unreadableIn(condition.of);
  return 'parts' in condition ? condition.parts.flatMap(unreadableIn) : [];
}

/** Without constants in it. What is unreadable stays whatever stands beside it: a constant must not hide it. */
export function tidy(condition: Condition): Condition {
  if (condition.kind === 'not') {
    const of = tidy(condition.of);
    if (of.kind === 'all') return { kind: 'none' };
    if (of.kind === 'none') return { kind: 'all' };
    return of.kind === 'unreadable' ? of : { kind: 'not', of };
  }
  if (!('parts' in condition)) return condition;
  const parts = condition.parts.map(tidy);
  const [absorbing, neutral] = condition.kind === 'and' ? ['none', 'all'] : ['all', 'none'];
  if (parts.some(({ kind }) => kind === absorbing)) {
    const broken = parts.flatMap(unreadableIn);
    if (broken.length === 0) return { kind: absorbing === 'all' ? 'all' : 'none' };
    return { kind: 'and', parts: broken.map(unreadable) };
  }
  const left = parts.filter(({ kind }) => kind !== neutral);
  if (left.length === 0) return { kind: neutral === 'all' ? 'all' : 'none' };
  return left.length === 1 && left[0] !== undefined ? left[0] : { kind: condition.kind, parts: left };
}

/**
 * Takes a tidy condition that is no constant. What is unreadable is written as a field that nobody has: the check says so
 * as an error, in words of what was there, and a policy with an error opens nothing. Should somebody declare that field
 * without more, it is empty, and opens nothing either.
 */
export function writeCondition(condition: Condition, isNegated = false): string {
  switch (condition.kind) {
    case 'said':
      return condition.text;
    case 'unreadable':
      return `${writeName(`unreadable: ${condition.what}`)} is ${isNegated ? 'empty' : 'not empty'}`;
    case 'not':
      return `not (${writeCondition(condition.of, !isNegated)})`;
    case 'and':
    case 'or':
      return condition.parts.map((part) => inside(part, isNegated)).join(` ${condition.kind} `);
    default:
      return '';
  }
}

function inside(part: Condition, isNegated: boolean): string {
  const text = writeCondition(part, isNegated);
  return 'parts' in part ? `(${text})` : text;
}
