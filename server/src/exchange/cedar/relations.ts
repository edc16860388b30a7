// When a principal has a relation to the record of a request, or to a declared record that shares a whole object.
import { type RelationWord, relationOf } from '../../access/relations.ts';
import type { Model } from '../../model/model.ts';
import type {
  AutoShareWord,
  Field,
  Group,
  ObjectSymbol,
  Principal,
  RecordFacts,
  ServiceAccount,
  User,
} from '../../model/symbols.ts';
import { allOf, anyOf, type Expression, text, within } from './expression.ts';
import { access, fieldAttribute, groupName, presence, relationAttributes, sortedBy, uid, userName } from './names.ts';

/** The relation of a word, as the record of the request says it. */
export function relationTo(object: ObjectSymbol, word: AutoShareWord, of: 'role' | 'records'): Expression {
  const { relation, reach } = relationOf(word, of);
  const { users, groups } = relationAttributes[relation];
  const said = (attribute: string, test: string) => allOf([text(presence('resource', attribute)), text(test)]);
  const ways: Expression[] = [];
  if (reach !== 'groups') ways.push(said(users, `resource.${users}.contains(principal)`));
  if (reach !== 'users') ways.push(said(groups, `principal in resource.${groups}`));
  if (relation === 'assign')
    for (const field of assigneeFields(object, { relation, reach })) {
      const left = access('resource', fieldAttribute(field));
      ways.push(said(fieldAttribute(field), field.type === 'user' ? `${left} == principal` : `principal in ${left}`));
    }
  return anyOf(ways);
}

/** The fields that say who is assigned, of those whose names Cedar can hold. */
function assigneeFields(object: ObjectSymbol, { reach }: RelationWord): Field[] {
  const fields = [...object.fields.values()].filter(
    ({ assignee, type, name }) =>
      assignee &&
      name.isWellFormed() &&
      ((type === 'user' && reach !== 'groups') || (type === 'group' && reach !== 'users')),
  );
  return sortedBy(fields, ({ name }) => name);
}

/** True of a principal who is one of them, or in one of the groups among them. */
export function amongst(principals: Iterable<Principal>): Expression {
  const names = [...principals].map((each) => (each.kind === 'group' ? groupName(each) : userName(each)));
  const sound = sortedBy(
    names.filter(({ id }) => id.isWellFormed()),
    uid,
  );
  const of = (isGroup: boolean) => [
    ...new Set(sound.filter(({ type }) => type.endsWith('::Group') === isGroup).map(uid)),
  ];
  const people = of(false);
  const [only] = people;
  const isOne = only !== undefined && people.length === 1;
  return anyOf([isOne ? text(`principal == ${only}`) : within('principal', people), within('principal', of(true))]);
}

/** Whoever a declared record of the object gives a role to, where auto-share reaches the whole object. */
export function sharedByRecords(model: Model, object: ObjectSymbol, word: AutoShareWord): Expression {
  if (model.semantics.autoShareReach !== 'object') return { op: 'false' };
  const holders = [...model.records.values()].flatMap(({ facts }) =>
    facts?.object === object ? holdersIn(facts, relationOf(word, 'role')) : [],
  );
  return amongst(holders);
}

function holdersIn({ object, values, relations }: RecordFacts, word: RelationWord): Principal[] {
  const named = [...(relations.get(word.relation) ?? [])];
  const said = named.filter((each) => word.reach === 'both' || (each.kind === 'group') === (word.reach === 'groups'));
  if (word.relation !== 'assign') return said;
  const assigned = [...object.fields.values()].filter(({ assignee }) => assignee).map((field) => values.get(field));
  return [
    ...said,
    ...assigned.filter(isPrincipal).filter((each) => each.kind !== 'group' || each.system === undefined),
  ];
}

function isPrincipal(content: unknown): content is User | ServiceAccount | Group {
  return typeof content === 'object' && content !== null && 'kind' in content;
}
