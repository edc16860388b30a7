// An action or tool that reaches records which are not in its actor's sight.
import { recordText } from '../access/counterexample.ts';
import { groundsOf } from '../access/grounds.ts';
import { worldOf } from '../access/world.ts';
import { permission } from '../catalogue/permissions.ts';
import { satisfy } from '../condition/solve.ts';
import { principalPath } from '../model/lookup.ts';
import type { Formula } from '../model/symbols.ts';
import { beyondActing, type CheckedStep, checkedStepsIn, turnsForActors } from './acting.ts';
import { letSee } from './edits/let-see.ts';
import { byObject, type Report, type Rule, type RuleContext } from './rule.ts';

export const missingDataAccess: Rule = byObject(
  {
    id: 'missing-data-access',
    severity: 'error',
    category: 'Broken policy',
    title: 'an action or tool that reaches records which its actor cannot see',
  },
  {
    object: (context, object) => [...checkedStepsIn(object)].flatMap((checked) => checkSight(context, checked)),
    turned: turnsForActors,
    alsoSeen: beyondActing,
  },
);

/** Whether the action reaches records that whoever acts does not see. */
export function checkSight(context: RuleContext, checked: CheckedStep): Report[] {
  const { model, today, place } = context;
  const { step, row, target, acting } = checked;
  const read = permission('READ_RECORDS');
  const { where } = step;
  // A broken policy of the object might have opened these records: then that error says it all.
  const open =
    target.policies.some((policy) => policy.when === undefined) || model.broken.objects.get(target)?.sight === true;
  if (row.records !== 'existing' || where === undefined || read === undefined || open) return [];
  const facts = { object: target, values: new Map(), relations: new Map() };
  const at = { kind: 'object', object: target, facts, record: undefined, given: false, when: undefined } as const;
  const grounds = groundsOf(model, { principal: acting, permissions: [read], place: at, today });
  const unseen: Formula = { op: 'and', parts: [where, { op: 'not', part: grounds.seen }] };
  const found = satisfy(unseen, worldOf(grounds.scope));
  if (found.kind !== 'yes') return [];
  const name = principalPath(acting);
  const example = recordText(found.record);
  const none = grounds.sight.length === 0;
  const what = none
    ? `no policy of \`${target.name}\` names \`${name}\``
    : `no policy of \`${target.name}\` lets \`${name}\` see some of them${example === '' ? '' : `, for example ${example}`}`;
  const message = `\`${row.id}\` reaches records out of sight: ${what}`;
  const fixes = () => letSee(context, { checked, formula: unseen });
  return [{ place: place(step.origin), message, fixes }];
}
