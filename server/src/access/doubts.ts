// What broken text leaves open: whether what it was meant to say could widen what the sound declarations allow.
import { evaluate } from '../condition/evaluate.ts';
import { isActive } from './actor.ts';
import type { Grounds } from './grounds.ts';
import { sceneOf } from './question-scope.ts';

/** One line each; empty where no broken declaration could allow more. */
export function doubtsOf({ scope, held, needsSight }: Pick<Grounds, 'scope' | 'held' | 'needsSight'>): string[] {
  const { model, facts, actor } = scope;
  if (!isActive(actor.principal)) return [];
  const doubts: string[] = [];
  if (model.broken.organization) doubts.push('a declaration of the organization is broken and might allow more');
  const broken = facts === undefined ? undefined : model.broken.objects.get(facts.object);
  if (facts === undefined || broken === undefined) return doubts;
  if (broken.roles) doubts.push(`a role or account of \`${facts.object.name}\` is broken and might allow more`);
  const roleMissing = evaluate(held, sceneOf(scope)) === 'false' && !broken.roles && !model.broken.organization;
  if (broken.sight && needsSight && !roleMissing)
    doubts.push(`a policy or share of \`${facts.object.name}\` is broken and might open more`);
  return doubts;
}
