// One question to the index: allowed, or refused and why, as `access/decide.ts` decides it.
import type { Permission } from '../../catalogue/types.ts';
import type { Truth } from '../../condition/truth.ts';
import type { Refusal } from '../answer.ts';
import type { AccessIndex, ObjectIndex } from './access-index.ts';
import { holdingAt } from './held.ts';
import { isHeld } from './holdings.ts';
import { open } from './named-condition.ts';
import { isInactive } from './people.ts';
import { byPolicy } from './policies.ts';
import { type Ask, askOf, type Question } from './question.ts';
import { heldByRelation, seenByRelation } from './relations.ts';

export type Verdict = 'allowed' | Extract<Refusal, 'inactive' | 'no-role' | 'no-data-access'>;

/**
 * Undefined where the index cannot say: it does not know a name, or what is said of the record leaves it open. Then
 * `access/decide.ts` is to be asked, which knows for which records it is allowed.
 */
export function decide(index: AccessIndex, question: Question): Verdict | undefined {
  const ask = askOf(index, question);
  return ask === undefined ? undefined : decideAsk(index, ask);
}

export function decideAsk(index: AccessIndex, ask: Ask): Verdict | undefined {
  if (((index.people.flags[ask.principal] ?? 0) & isInactive) !== 0) return 'inactive';
  const { object } = ask;
  const row = holdingAt(index, ask.principal, object);
  const isMember = isHeld(index.holdings, row, ask.permission.index);
  if (object === undefined) return isMember ? 'allowed' : 'no-role';
  const held = isMember ? 'true' : heldByRelation(index, ask, object);
  if (held === 'false') return 'no-role';
  const seen = needsSight(ask.permission) ? isSeen(index, ask, object, row) : 'true';
  // Where it is open whether a role is held, it is open as well which refusal it would be.
  if (held === 'unknown' || seen === 'unknown') return undefined;
  return seen === 'true' ? 'allowed' : 'no-data-access';
}

/** A record that is being made cannot be in sight yet: the catalogue has no record for that permission. */
export function needsSight({ record }: Permission): boolean {
  return record;
}

function isSeen(index: AccessIndex, ask: Ask, object: ObjectIndex, row: number): Truth {
  const policy = byPolicy(index, ask, object, row);
  if (policy === 1 || index.admins.has(ask.principal)) return 'true';
  const seen = seenByRelation(index, ask, object);
  return seen === 'false' && policy === open ? 'unknown' : seen;
}
