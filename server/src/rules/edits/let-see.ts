// Fixes that let whoever acts see the records that an action reaches: by a policy that is there, or a new one.
import { scopeOf } from '../../access/grounds.ts';
import { sceneOf } from '../../access/question-scope.ts';
import { worldOf } from '../../access/world.ts';
import { printFormula } from '../../condition/print.ts';
import { satisfy } from '../../condition/solve.ts';
import { substitute } from '../../condition/substitute.ts';
import type { Formula, ObjectSymbol, Policy } from '../../model/symbols.ts';
import { writeName } from '../../syntax/keywords.ts';
import type { CheckedStep } from '../acting.ts';
import type { Fix } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { openingFor } from './create.ts';
import { fixOf } from './fix.ts';
import { freeName, principalNameIn } from './names.ts';
import { addItem, addToList } from './properties.ts';
import { textAt } from './written.ts';

/** What is not seen today, and what the action reaches. */
export interface Unseen {
  readonly checked: CheckedStep;
  readonly formula: Formula;
}

const asAlternative = { preferred: false };
const mostPolicies = 2;

/** The policies that open all of it, those that open least first; and one that opens just that. */
export function letSee(context: RuleContext, unseen: Unseen): readonly Fix[] {
  const { target, acting } = unseen.checked;
  const name = principalNameIn(acting, target);
  const named = closest(context, unseen).flatMap((policy) => {
    const edits = policy.origin === undefined ? [] : addToList(context, policy.origin, 'to', name);
    return fixOf(context, `Name \`${acting.name}\` in policy \`${policy.name}\``, edits, asAlternative);
  });
  return [...named, ...newPolicy(context, unseen.checked, name)];
}

function closest(context: RuleContext, { checked: { target, acting }, formula }: Unseen): Policy[] {
  const { model, today } = context;
  const facts = { object: target, values: new Map(), relations: new Map() };
  const place = { kind: 'object', object: target, facts, record: undefined, given: false, when: undefined } as const;
  const scope = scopeOf(model, { principal: acting, permissions: [], place, today });
  const isNone = (parts: readonly Formula[]) => satisfy({ op: 'and', parts }, worldOf(scope)).kind === 'no';
  const covering = target.policies.flatMap((policy) => {
    if (policy.isDefault || policy.when === undefined) return [];
    const opens = substitute(policy.when, sceneOf(scope));
    return isNone([formula, { op: 'not', part: opens }]) ? [{ policy, opens }] : [];
  });
  // How many of the others open all that it opens: most where it opens least.
  const rank = ({ opens }: (typeof covering)[number]) =>
    covering.filter((other) => isNone([opens, { op: 'not', part: other.opens }])).length;
  const ranked = covering.slice(0, mostCompared).map((each) => ({ policy: each.policy, rank: rank(each) }));
  return ranked
    .sort((a, b) => b.rank - a.rank)
    .slice(0, mostPolicies)
    .map(({ policy }) => policy);
}

/** Each is compared with each. */
const mostCompared = 8;

function newPolicy(context: RuleContext, checked: CheckedStep, principal: string): Fix[] {
  const { target, acting, runner, step } = checked;
  const opening = openingFor(target, step.origin.file);
  if (opening === undefined) return [];
  const name = freeName(`${runner.name} by ${acting.name}`, (each) => isTaken(target, each));
  const when = conditionOf(context, checked);
  const text = `policy ${writeName(name)} { to ${principal}${when === undefined ? '' : `  when ${when}`} }`;
  const title = `Add policy \`${name}\` to \`${target.name}\`${when === undefined ? '' : ` when \`${when}\``}`;
  return fixOf(context, title, addItem(context, opening, 'policy', text), asAlternative);
}

function isTaken({ policies }: ObjectSymbol, name: string): boolean {
  return policies.some((policy) => policy.name === name);
}

/** As it is written where it is one line, which reads as its writer wants it. */
function conditionOf(context: RuleContext, { step }: CheckedStep): string | undefined {
  const { where } = step.step;
  if (where === undefined || step.where === undefined || step.where.op === 'true') return undefined;
  const text = textAt(context, { ...step.origin, span: where.span });
  return /[\r\n]|\/[/*]/.test(text) ? printFormula(step.where) : text;
}
