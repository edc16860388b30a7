// An action or tool whose actor lacks a permission at its target object.

import { groundsOf } from '../access/grounds.ts';
import { worldOf } from '../access/world.ts';
import type { Permission } from '../catalogue/types.ts';
import { satisfy } from '../condition/solve.ts';
import { always } from '../model/formulas.ts';
import { principalPath } from '../model/lookup.ts';
import type { Formula } from '../model/symbols.ts';
import { listWords } from '../model/words.ts';
import { beyondActing, type CheckedStep, checkedStepsIn, rightsAreSound, turnsForActors } from './acting.ts';
import { grantIt } from './edits/grant.ts';
import { byObject, type Report, type Rule, type RuleContext } from './rule.ts';

export const missingPermission: Rule = byObject(
  {
    id: 'missing-permission',
    severity: 'error',
    category: 'Broken policy',
    title: 'an action or tool whose actor lacks a permission at its target object',
  },
  {
    object: (context, object) => [...checkedStepsIn(object)].flatMap((checked) => checkStep(context, checked)),
    turned: turnsForActors,
    alsoSeen: beyondActing,
  },
);

function checkStep(context: RuleContext, checked: CheckedStep): Report[] {
  const { step, row, target, acting } = checked;
  const missing = missingOf(context, checked);
  if (missing.length === 0 || !rightsAreSound(context.model, checked)) return [];
  const names = listWords(
    missing.map(({ constant }) => `\`${constant}\``),
    'and',
  );
  const message = `\`${row.id}\` needs ${names} in \`${target.name}\`, which \`${principalPath(acting)}\` does not hold`;
  const fixes = () => grantIt(context, { acting, permissions: missing, target, file: step.origin.file });
  return [{ place: context.place(step.origin), message, fixes }];
}

/** What the action needs and whoever acts does not hold for every record that it reaches. */
export function missingOf(context: RuleContext, checked: CheckedStep): Permission[] {
  return checked.row.requires.filter((permission) => !isHeld(context, checked, permission));
}

/** Held for every record that the action reaches. */
function isHeld({ model, today }: RuleContext, { step, target, acting }: CheckedStep, permission: Permission): boolean {
  const facts = { object: target, values: new Map(), relations: new Map() };
  const place = { kind: 'object', object: target, facts, record: undefined, given: false, when: undefined } as const;
  const grounds = groundsOf(model, { principal: acting, permissions: [permission], place, today });
  if (grounds.held.op === 'true') return true;
  const lacking: Formula = { op: 'and', parts: [step.where ?? always, { op: 'not', part: grounds.held }] };
  return satisfy(lacking, worldOf(grounds.scope)).kind === 'no';
}
