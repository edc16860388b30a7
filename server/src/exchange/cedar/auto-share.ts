// Policies of a role with `auto-share` for what needs no record in sight, in one object: for whoever has one of its relations.
import type { ObjectSymbol } from '../../model/symbols.ts';
import { anyOf } from './expression.ts';
import { active, countsIn, type Holding, type RoleContext, withoutSight } from './holding.ts';
import { objectName, recordType, uid } from './names.ts';
import type { CedarPolicy, Ground } from './policy.ts';
import { quote } from './quote.ts';
import { relationTo, sharedByRecords } from './relations.ts';

/** For the record of the request; and for the whole object where a declared record has it shared. */
export function byAutoShare(context: RoleContext, object: ObjectSymbol, holding: Holding): CedarPolicy[] {
  const { role, id, name, inForce } = holding;
  if (role.autoShare.size === 0 || !countsIn(object, holding)) return [];
  const others = withoutSight(holding);
  if (others === undefined) return [];
  const words = [...role.autoShare].sort();
  const record = words.map(
    (word): Ground => ({ note: `auto-share on ${word}`, expression: relationTo(object, word, 'role') }),
  );
  const declared = anyOf(words.map((word) => sharedByRecords(context.model, object, word)));
  const base = { principal: 'principal', actions: others.actions };
  const own: CedarPolicy = {
    ...base,
    id: `${id} by auto-share in ${object.name}`,
    note: `${name}, by auto-share on a record of ${quote(object.name)}`,
    resource: `resource is ${recordType(object)}`,
    when: [active, inForce, others.when, record],
  };
  if (declared.op === 'false') return [own];
  return [
    own,
    {
      ...base,
      id: `${own.id}, everywhere`,
      note: `${name}, by auto-share on a declared record of ${quote(object.name)}`,
      resource: `resource in ${uid(objectName(object))}`,
      when: [active, inForce, others.when, declared],
    },
  ];
}
