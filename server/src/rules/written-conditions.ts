// Every condition of a project that is written and sound, with its tree and for whom it is meant.
import { principalPath } from '../model/lookup.ts';
import type { AskedQuestion, Model } from '../model/model.ts';
import { at, type Origin } from '../model/origin.ts';
import type { BoundStep, Formula, ObjectSymbol, Policy, Principal } from '../model/symbols.ts';
import type { PolicyDecl, Step } from '../syntax/ast.ts';
import type { Condition } from '../syntax/ast-condition.ts';
import type { Unit } from '../syntax/source-file.ts';
import { notesOn } from '../text/notes.ts';
import { actingPrincipal, actorOfStep, type Runner, runnersIn } from './acting.ts';
import { type Whoever, whomever } from './whoever.ts';

export interface WrittenCondition {
  /** Of the whole condition; spans of the tree are relative to the same unit. */
  readonly origin: Origin;
  readonly condition: Condition;
  /** Of the same shape as the tree, but for its parentheses. */
  readonly formula: Formula;
  /** Everybody that it is asked for. */
  readonly asked: readonly Whoever[];
  readonly of: ConditionOf;
}

/** What the condition belongs to. */
export type ConditionOf =
  | { readonly kind: 'policy'; readonly policy: Policy }
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'question' };

/** Of policies, actions and tools. */
export function conditionsIn(object: ObjectSymbol): WrittenCondition[] {
  return [
    ...object.policies.flatMap(conditionOfPolicy),
    ...runnersIn(object).flatMap((runner) => runner.steps.flatMap((step) => conditionOfStep(runner, step))),
  ];
}

/** A condition that a query or an expectation asks with. */
export interface AskedCondition extends WrittenCondition {
  readonly by: AskedQuestion;
}

const ofQuestions = notesOn<Model, readonly AskedCondition[]>();

/** Of queries and expectations. */
export function conditionsOfQuestions(model: Model): readonly AskedCondition[] {
  const known = ofQuestions.get(model);
  if (known !== undefined) return known;
  const found: AskedCondition[] = [];
  for (const by of model.questions) {
    const condition = conditionBy(by);
    if (condition !== undefined) found.push(condition);
  }
  ofQuestions.set(model, found);
  return found;
}

const byQuestion = notesOn<AskedQuestion, { readonly condition: AskedCondition | undefined }>();

function conditionBy(by: AskedQuestion): AskedCondition | undefined {
  const known = byQuestion.get(by);
  if (known !== undefined) return known.condition;
  const written = conditionOfQuestion(by);
  const condition = written && { ...written, by };
  byQuestion.set(by, { condition });
  return condition;
}

/** Those whom it is asked for in words; undefined where it is anybody. */
export function askedInWords({ asked }: WrittenCondition): string | undefined {
  const [only] = asked;
  if (asked.length > 1) return 'anybody whom the policy names';
  if (only === undefined || only.who === 'anybody') return undefined;
  return `\`${principalPath(only.who === 'one' ? only.principal : only.group)}\``;
}

function conditionOfPolicy(policy: Policy): WrittenCondition[] {
  const { origin, when: formula, to } = policy;
  const condition = origin === undefined ? undefined : conditionsByName(origin.unit).get(origin.span.start);
  if (origin === undefined || formula === undefined || condition === undefined) return [];
  const asked = to.map(({ subject }) => whomever(subject));
  return [{ origin: at(origin, condition.span), condition, formula, asked, of: { kind: 'policy', policy } }];
}

const conditionsOf = new WeakMap<Unit, ReadonlyMap<number, Condition>>();

/** The conditions of the policies of an object, by where the names of those stand. */
function conditionsByName(unit: Unit): ReadonlyMap<number, Condition> {
  const known = conditionsOf.get(unit);
  if (known !== undefined) return known;
  const items = unit.declaration?.kind === 'object' ? unit.declaration.items : [];
  const conditions = new Map<number, Condition>();
  for (const item of items) {
    const condition = item.kind === 'policy' ? conditionIn(item) : undefined;
    if (item.kind === 'policy' && item.name !== undefined && condition !== undefined)
      conditions.set(item.name.span.start, condition);
  }
  conditionsOf.set(unit, conditions);
  return conditions;
}

function conditionIn({ items }: PolicyDecl): Condition | undefined {
  for (const item of items) if (item.kind === 'when') return item.condition;
  return undefined;
}

function conditionOfStep(runner: Runner, step: BoundStep): WrittenCondition[] {
  const condition = step.step.where;
  if (condition === undefined || step.where === undefined) return [];
  const asked = [oneOrAnybody(actingPrincipal(runner, actorOfStep(runner, step)))];
  const of = { kind: 'step', step: step.step } as const;
  return [{ origin: at(step.origin, condition.span), condition, formula: step.where, asked, of }];
}

function conditionOfQuestion({ declaration, question, origin }: AskedQuestion): WrittenCondition | undefined {
  const asked = declaration.question;
  if (asked === undefined || question === undefined || !('place' in asked) || !('place' in question)) return undefined;
  const condition = asked.place?.kind === 'in' ? asked.place.when : undefined;
  const formula = question.place.kind === 'object' ? question.place.when : undefined;
  if (condition === undefined || formula === undefined) return undefined;
  const whoever = oneOrAnybody('principal' in question ? question.principal : undefined);
  return { origin: at(origin, condition.span), condition, formula, asked: [whoever], of: { kind: 'question' } };
}

function oneOrAnybody(principal: Principal | undefined): Whoever {
  return principal === undefined ? { who: 'anybody' } : { who: 'one', principal };
}
