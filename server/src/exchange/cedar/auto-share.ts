// Policies of a role with `auto-share` for whoever has one of its relations to the record of the request.
import { isEmpty } from '../../catalogue/permission-set.ts';
import type { ObjectSymbol } from '../../model/symbols.ts';
import { anyOf } from './expression.ts';
import {
  active,
  type Holding,
  namedActions,
  objectsOf,
  type RoleContext,
  whereInSight,
  withoutSight,
} from './holding.ts';
import { objectName, recordType, uid } from './names.ts';
import type { CedarPolicy, Clause, Ground } from './policy.ts';
import { quote } from './quote.ts';
import { relationTo, sharedByRecords } from './relations.ts';

export function byAutoShare(context: RoleContext, holding: Holding): CedarPolicy[] {
  if (holding.role.autoShare.size === 0) return [];
  return objectsOf(context, holding.role).flatMap((object) => inObject(context, holding, object));
}

function inObject(context: RoleContext, holding: Holding, object: ObjectSymbol): CedarPolicy[] {
  const { role, id, name, onRecords, inForce } = holding;
  const words = [...role.autoShare].sort();
  const record = words.map(
    (word): Ground => ({
      note: `auto-share on ${word}`,
      expression: relationTo(object, word, 'role'),
    }),
  );
  const declared = anyOf(words.map((word) => sharedByRecords(context.model, object, word)));
  const others = withoutSight(holding);
  const base = {
    id: `${id} by auto-share in ${object.name}`,
    note: `${name}, by auto-share on a record of ${quote(object.name)}`,
    principal: 'principal',
  };
  const policies: CedarPolicy[] = [];
  if (others !== undefined) {
    const add = (more: Pick<CedarPolicy, 'id' | 'note' | 'resource'>, held: Clause) =>
      policies.push({ ...base, ...more, actions: others.actions, when: [active, inForce, held, ...others.when] });
    add({ ...base, resource: `resource is ${recordType(object)}` }, record);
    const note = `${name}, by auto-share on a declared record of ${quote(object.name)}`;
    const everywhere = { id: `${base.id}, everywhere`, note, resource: `resource in ${uid(objectName(object))}` };
    if (declared.op !== 'false') add(everywhere, declared);
  }
  if (isEmpty(onRecords)) return policies;
  const held: Clause = [
    ...record,
    ...(declared.op === 'false' ? [] : [{ note: 'on a declared record', expression: declared }]),
  ];
  const seen = {
    ...base,
    id: `${base.id}, on records`,
    actions: namedActions(onRecords),
    when: [active, inForce, held],
  };
  return [...policies, ...whereInSight(context, object, seen)];
}
