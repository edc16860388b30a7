// Relations to a record: what they let a principal hold, and which records they put in sight.
import { has } from '../../catalogue/permission-set.ts';
import { some, type Truth, truthOf } from '../../condition/truth.ts';
import type { AutoShareWord } from '../../model/symbols.ts';
import { type RelationWord, relationOf } from '../relations.ts';
import type { AccessIndex, ObjectIndex } from './access-index.ts';
import { listHas } from './memberships.ts';
import { groupAt, type People } from './people.ts';
import { type Ask, isNamed } from './question.ts';
import { type DenseRecord, denseRecord } from './record.ts';

const nothing: DenseRecord = { values: [], relations: undefined };

/** What is said of the record in numbers; undefined where it names somebody whom the index does not know. */
export function denseOf({ people }: AccessIndex, { object, record }: Ask): DenseRecord | undefined {
  if (record === undefined || object === undefined) return nothing;
  return isNamed(record) ? denseRecord(people, object.fields, record) : record;
}

/** Whether a role that a relation gives lets the principal hold the permission. */
export function heldByRelation(index: AccessIndex, ask: Ask, object: ObjectIndex): Truth {
  if (index.organization.shared.length === 0 && object.shared.length === 0) return 'false';
  const roles = [...index.organization.shared, ...object.shared].filter(({ grants }) => has(grants, ask.permission));
  if (roles.length === 0) return 'false';
  const record = denseOf(index, ask);
  if (record === undefined) return 'unknown';
  const words = [...new Set(roles.flatMap((role) => role.words))];
  return some(words, (word) => roleGiven(index, { principal: ask.principal, object, record }, word));
}

interface Asked {
  readonly principal: number;
  readonly object: ObjectIndex;
  readonly record: DenseRecord;
}

/** By this record or, where the settings say so, by any declared one; of those only what is certain counts. */
function roleGiven({ people }: AccessIndex, asked: Asked, word: AutoShareWord): Truth {
  const relation = relationOf(word, 'role');
  const elsewhere = asked.object.declaredRecords.some(
    (record) => hasRelation(people, { ...asked, record }, relation) === 'true',
  );
  return elsewhere ? 'true' : hasRelation(people, asked, relation);
}

/** Whether a relation puts the record in the principal's sight. */
export function seenByRelation(index: AccessIndex, ask: Ask, object: ObjectIndex): Truth {
  if (ask.record?.relations === undefined && (!object.hasAssignees || object.recordShares.length === 0)) return 'false';
  const record = denseOf(index, ask);
  if (record === undefined) return 'unknown';
  const asked: Asked = { principal: ask.principal, object, record };
  return some<AutoShareWord>(['share', ...object.recordShares], (word) =>
    hasRelation(index.people, asked, relationOf(word, 'records')),
  );
}

/** Whether the record gives the principal the relation: by what is said of it, or by a field that says who is assigned. */
function hasRelation(people: People, asked: Asked, word: RelationWord): Truth {
  const { principal, object, record } = asked;
  const named = record.relations?.get(word.relation);
  if (named !== undefined && isNamedThere(people, principal, named, word.reach)) return 'true';
  if (word.relation !== 'assign' || !object.hasAssignees) return 'false';
  const slots = object.fields.flatMap(({ assignee, holds }, slot) => (assignee ? [{ slot, holds }] : []));
  return some(slots, ({ slot, holds }) => {
    const value = record.values[slot];
    if (holds === 'person') {
      if (word.reach === 'groups') return 'false';
      return value === undefined ? 'unknown' : truthOf(value === principal);
    }
    if (word.reach === 'users') return 'false';
    if (value === undefined) return mayBeIn(people, principal) ? 'unknown' : 'false';
    return truthOf(
      typeof value === 'number' && groupAt(people, value)?.system === undefined && isOf(people, principal, value),
    );
  });
}

function isNamedThere(
  people: People,
  principal: number,
  named: ReadonlySet<number>,
  reach: RelationWord['reach'],
): boolean {
  for (const each of named) {
    const isGroup = groupAt(people, each) !== undefined;
    if (reach !== 'both' && isGroup !== (reach === 'groups')) continue;
    if (each === principal || (isGroup && isOf(people, principal, each))) return true;
  }
  return false;
}

/** A group asked about is in itself alone. */
function isOf({ memberships }: People, principal: number, group: number): boolean {
  if (principal === group) return true;
  const { starts, lists } = memberships;
  return principal < starts.length && listHas(lists, starts[principal] ?? 0, group);
}

/** True where a group field may hold a group of the principal: never a system group. */
function mayBeIn(people: People, principal: number): boolean {
  const group = groupAt(people, principal);
  if (group !== undefined) return group.system === undefined;
  const { starts, lists } = people.memberships;
  if (principal >= starts.length) return false;
  const start = starts[principal] ?? 0;
  const own = lists.subarray(start + 1, start + 1 + (lists[start] ?? 0));
  return own.some((each) => groupAt(people, each)?.system === undefined);
}
