// One question to the index: allowed, or refused and why, as `access/decide.ts` decides it.
import { permission as permissionNamed } from '../../catalogue/permissions.ts';
import type { Permission } from '../../catalogue/types.ts';
import type { Refusal } from '../answer.ts';
import type { AccessIndex, ObjectIndex } from './access-index.ts';
import { isInactive } from './people.ts';
import { closed, open, openingPolicy } from './policies.ts';
import { type Ask, askOf, type Question } from './question.ts';
import { heldByRelation, seenByRelation } from './relations.ts';
import { holderOf } from './roles.ts';

export type Verdict = 'allowed' | Extract<Refusal, 'inactive' | 'no-role' | 'no-data-access'>;

/**
 * Undefined where the index cannot say: it does not know a name, or what is said of the record leaves it open. Then
 * `access/decide.ts` is to be asked, which knows for which records it is allowed.
 */
export function decide(index: AccessIndex, question: Question): Verdict | undefined {
  const ask = askOf(index, question);
  return ask === undefined ? undefined : decideAsk(index, ask).verdict;
}

/** How a decision came about, in numbers of the index. */
export interface Found {
  readonly verdict: Verdict | undefined;
  /** The principal or the group through which a role is held by membership; -1 where none is, or none was looked for. */
  readonly holder: number;
  /** The policy row that opens the record; negative where none does, or none was looked for. */
  readonly policy: number;
}

const inactive: Found = { verdict: 'inactive', holder: -1, policy: closed };
const noRole: Found = { verdict: 'no-role', holder: -1, policy: closed };
const undecided: Found = { verdict: undefined, holder: -1, policy: open };

export function decideAsk(index: AccessIndex, ask: Ask): Found {
  if (((index.people.flags[ask.principal] ?? 0) & isInactive) !== 0) return inactive;
  const { object } = ask;
  const holder = holderOf(index, ask);
  if (object === undefined) return holder >= 0 ? { verdict: 'allowed', holder, policy: closed } : noRole;
  const held = holder >= 0 ? 'true' : heldByRelation(index, ask, object);
  if (held === 'false') return noRole;
  if (!needsSight(ask.permission)) return held === 'true' ? { verdict: 'allowed', holder, policy: closed } : undecided;
  const policy = openingPolicy(index, ask, object);
  const seen = policy >= 0 || seesAll(index, ask) ? 'true' : seenOtherwise(index, ask, object, policy);
  if (held === 'true' && seen === 'true') return { verdict: 'allowed', holder, policy };
  // Where it is open whether a role is held, it is open as well which refusal it would be.
  if (held === 'true' && seen === 'false') return { verdict: 'no-data-access', holder, policy };
  return undecided;
}

/** A record that is being made cannot be in sight yet. */
export function needsSight(permission: Permission): boolean {
  return permission.record && permission.constant !== 'CREATE_RECORDS';
}

function seenOtherwise(index: AccessIndex, ask: Ask, object: ObjectIndex, policy: number) {
  const seen = seenByRelation(index, ask, object);
  return seen === 'false' && policy === open ? 'unknown' : seen;
}

const admin = permissionNamed('ADMIN');

/** `ADMIN` held by membership at the organization sees every record, where the settings say so. */
function seesAll(index: AccessIndex, ask: Ask): boolean {
  if (!index.model.semantics.adminSeesAllRecords || admin === undefined) return false;
  return holderOf(index, { principal: ask.principal, permission: admin, object: undefined }) >= 0;
}
