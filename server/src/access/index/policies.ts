// Whether a policy opens a record to a principal.
import type { AccessIndex, ObjectIndex, PolicyRow } from './access-index.ts';
import type { Condition } from './condition.ts';
import { policiesOf } from './holdings.ts';
import { open } from './named-condition.ts';
import type { People } from './people.ts';
import { type Ask, isNamed } from './question.ts';
import { type DenseRecord, fieldIn, type NamedRecord, namedValue } from './record.ts';

/** 1 where a policy of the row opens the record, 0 where none does, `open` where a field that is not said decides. */
export function byPolicy({ holdings, people }: AccessIndex, ask: Ask, object: ObjectIndex, row: number): number {
  const { lists } = holdings;
  const start = policiesOf(holdings, row);
  const end = start + (lists[start] ?? 0);
  let found = 0;
  for (let at = start + 1; at <= end; at++) {
    const truth = opens(people, ask, object, object.policies[lists[at] ?? 0]);
    if (truth === 1) return truth;
    if (truth === open) found = open;
  }
  return found;
}

/** 1 where the policy opens the record, 0 where not, `open` where a field that is not said decides. */
function opens(people: People, ask: Ask, object: ObjectIndex, policy: PolicyRow | undefined): number {
  const condition = policy?.condition;
  if (condition === undefined) return 1;
  const { record } = ask;
  if (record === undefined) return open;
  if (isNamed(record))
    return condition.byName === undefined
      ? holdsByName(people, ask, { object, condition, record })
      : condition.byName(record.fields, ask.name);
  return holdsOf(condition, record.values, ask.principal);
}

/** 1 or 0; `open` where a field that the condition looks at is not said. */
export function holdsOf({ slots, test }: Condition, values: DenseRecord['values'], principal: number): number {
  for (const slot of slots) if (values[slot] === undefined) return open;
  return test(values, principal) ? 1 : 0;
}

interface Named {
  readonly object: ObjectIndex;
  readonly condition: Condition;
  readonly record: NamedRecord;
}

/** Somebody who is not the actor. */
const somebody = -1;

/** Of a record in names only what the condition looks at is looked up, and whether it is the actor not even that. */
function holdsByName(people: People, { principal, name }: Ask, { object, condition, record }: Named): number {
  const { fields, scratch } = object;
  const { selfSlots, otherSlots, test } = condition;
  for (const slot of otherSlots) {
    const field = fields[slot];
    const value = field === undefined ? undefined : namedValue(people, field, record);
    if (value === undefined) return open;
    scratch[slot] = value;
  }
  for (const slot of selfSlots) {
    const field = fields[slot];
    const said = field === undefined ? undefined : fieldIn(record, field);
    if (said === undefined) return open;
    scratch[slot] = said === name ? principal : somebody;
  }
  return test(scratch, principal) ? 1 : 0;
}
