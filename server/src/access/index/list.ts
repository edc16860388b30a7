// Lists of everybody, for the questions that speak of all: the answer of `who can`, and who `only` and `nobody` have to look at.
import type { BoundExcept, BoundWho } from '../../model/question.ts';
import type { Principal } from '../../model/symbols.ts';
import type { Answer } from '../answer.ts';
import { inWords } from '../who.ts';
import type { AccessIndex } from './access-index.ts';
import { inOrder } from './holder-order.ts';
import { isUnsound, principalAt } from './people.ts';
import { recordOfFacts } from './record.ts';
import { type Holders, whoCan } from './who.ts';
import { entriesOf } from './who-entries.ts';

/** The same as `access/who.ts` answers on the day of the index; undefined where that is to be asked. */
export function listHolders(index: AccessIndex, question: BoundWho): Answer | undefined {
  const holders = holdersOf(index, question);
  if (holders === undefined) return undefined;
  const entries = [...entriesOf(index, holders)];
  return { kind: 'list', entries, reason: inWords(entries) };
}

/** Undefined of records that a condition describes. */
function holdersOf(
  index: AccessIndex,
  { permissions, place }: Pick<BoundWho, 'permissions' | 'place'>,
): Holders | undefined {
  const numbers = permissions.map((permission) => permission.index);
  if (place.kind === 'organization') return whoCan(index, { permissions: numbers, object: undefined });
  if (place.when !== undefined) return undefined;
  const asked = { permissions: numbers, object: place.object.index };
  return whoCan(index, place.given ? { ...asked, record: recordOfFacts(index.people, place.facts) } : asked);
}

/**
 * Everybody who may for some record, in the order of the model, but users who have no more than groups that are there too.
 * Undefined where the index cannot say, and where broken text leaves open who else might: then everybody is to be looked at.
 */
export function mayHold(
  index: AccessIndex,
  { permissions, place }: Pick<BoundExcept, 'permissions' | 'place'>,
): Principal[] | undefined {
  if (isBroken(index)) return undefined;
  const holders = holdersOf(index, { permissions, place });
  return holders && inOrder(index, holders).flatMap(({ principal }) => principalAt(index.people, principal) ?? []);
}

/** Whether anything leaves open who somebody is, what else somebody holds, or who else might. */
function isBroken({ model, people }: AccessIndex): boolean {
  const { broken } = model;
  if (broken.organization) return true;
  for (const { roles, sight, accounts } of broken.objects.values()) if (roles || sight || accounts) return true;
  return people.flags.some((flags) => (flags & isUnsound) !== 0) || people.accounts.some((each) => !each.rolesSound);
}
