// Policies of an object for its records: who holds a permission there, and what brings a record into sight; both must be.
import { isEmpty } from '../../catalogue/permission-set.ts';
import type { ObjectSymbol } from '../../model/symbols.ts';
import { needsSight } from './actions.ts';
import { blocksOf } from './blocks.ts';
import { allOf, anyOf, text, within } from './expression.ts';
import { active, countsIn, type Holding, namedActions, type RoleContext } from './holding.ts';
import { actionName, recordType } from './names.ts';
import type { CedarPolicy, Ground } from './policy.ts';
import { quote } from './quote.ts';
import { relationTo, sharedByRecords } from './relations.ts';

/** One policy, unless it would be too long for one. */
export function onRecordsOf(context: RoleContext, object: ObjectSymbol, holdings: readonly Holding[]): CedarPolicy[] {
  const holders = holdings
    .filter((holding) => countsIn(object, holding) && !isEmpty(holding.onRecords))
    .flatMap((holding) => [...byMembership(holding), ...byAutoShare(context, object, holding)]);
  const held = blocksOf(holders);
  const seen = blocksOf(context.sight.get(object) ?? []);
  const id = `records of ${object.name}`;
  return held.flatMap((roles, i) =>
    seen.map((ways, j) => ({
      id: held.length * seen.length === 1 ? id : `${id} (${i + 1}.${j + 1})`,
      note: `records of ${object.type} ${quote(object.name)}: who holds what, and what is in sight`,
      principal: 'principal',
      actions: [actionName(needsSight.id)],
      resource: `resource is ${recordType(object)}`,
      when: [active, roles, ways],
    })),
  );
}

/** Whoever sees all has it without any condition. */
function byMembership({ name, isHeld, onRecords, inForce, seesAll }: Holding): Ground[] {
  if (seesAll) return [];
  const actions = within('action', namedActions(onRecords));
  return [{ note: name, expression: allOf([text(isHeld), actions, inForce]) }];
}

/** A role with `auto-share` counts for the one record besides, for whoever has one of the relations to it. */
function byAutoShare(context: RoleContext, object: ObjectSymbol, holding: Holding): Ground[] {
  const { role, name, onRecords, inForce } = holding;
  if (role.autoShare.size === 0) return [];
  const relations = [...role.autoShare]
    .sort()
    .flatMap((word) => [relationTo(object, word, 'role'), sharedByRecords(context.model, object, word)]);
  const actions = within('action', namedActions(onRecords));
  return [{ note: `${name}, by auto-share`, expression: allOf([actions, inForce, anyOf(relations)]) }];
}
