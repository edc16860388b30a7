// Questions of the engine as requests to Cedar.

import { instantText } from '../../../server/src/exchange/cedar/moments.ts';
import {
  entityName,
  fieldAttribute,
  groupName,
  objectName,
  recordType,
  relationAttributes,
  userName,
} from '../../../server/src/exchange/cedar/names.ts';
import { decimalText } from '../../../server/src/exchange/cedar/numbers.ts';
import type { Content, Field, Principal, RecordFacts } from '../../../server/src/model/symbols.ts';
import { addMonths, formatDay } from '../../../server/src/text/calendar.ts';
import type { Chance } from '../chance.ts';
import type { EntityJson, Name } from './engine.ts';

const extension = (fn: string, arg: string | undefined) => ({ __extn: { fn, arg } });

/** What a request says of its day; the schema names the months that it has to say. */
export function contextOf(schema: string, today: number): Record<string, unknown> {
  const context: Record<string, unknown> = { today: extension('datetime', formatDay(today)) };
  for (const [, way = '', count = ''] of schema.matchAll(/"months(Ago|Ahead)(\d+)": datetime/g)) {
    const months = way === 'Ago' ? -Number(count) : Number(count);
    context[`months${way}${count}`] = extension('datetime', formatDay(addMonths(today, months)));
  }
  return context;
}

/** The entity that asks: for a group one further active person, in that group alone. */
export function principalOf(principal: Principal): { readonly name: Name; readonly entity: EntityJson | undefined } {
  if (principal.kind !== 'group') return { name: userName(principal), entity: undefined };
  const name = entityName('User', `\u{1f464} someone in ${principal.name}`);
  return { name, entity: { uid: name, attrs: { active: true }, parents: [groupName(principal)] } };
}

const recordId = 'the record';

export function recordName(facts: RecordFacts): Name {
  return { type: recordType(facts.object), id: recordId };
}

/** Empty fields are mostly not said, as they need not be; some are said to be the empty text or set. */
export function recordEntity(facts: RecordFacts, chance: Chance): EntityJson {
  const attrs = new Map<string, unknown>();
  for (const [field, content] of facts.values) {
    if (field.type === undefined) continue;
    const value = content === null && chance.oneIn(3) ? emptyValue(field) : attributeValue(field, content);
    if (value !== undefined) attrs.set(fieldAttribute(field), value);
  }
  for (const [kind, principals] of facts.relations) {
    const { users, groups } = relationAttributes[kind];
    const all = [...principals];
    attrs.set(
      users,
      all.flatMap((each) => (each.kind === 'group' ? [] : [{ __entity: userName(each) }])),
    );
    attrs.set(
      groups,
      all.flatMap((each) => (each.kind === 'group' ? [{ __entity: groupName(each) }] : [])),
    );
  }
  return { uid: recordName(facts), attrs: Object.fromEntries(attrs), parents: [objectName(facts.object)] };
}

function emptyValue({ type }: Field): unknown {
  if (type === 'choices') return [];
  return type === 'text' || type === 'choice' ? '' : undefined;
}

function attributeValue({ type }: Field, content: Content): unknown {
  if (content === null) return undefined;
  if (typeof content === 'string' || typeof content === 'boolean') return content;
  if (typeof content === 'number') {
    if (type === 'number') return extension('decimal', decimalText(content));
    return extension('datetime', type === 'date' ? formatDay(content) : instantText(content));
  }
  if (!('kind' in content)) return [...content];
  return { __entity: content.kind === 'group' ? groupName(content) : userName(content) };
}
