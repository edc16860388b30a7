// What broken text leaves open: whether what it was meant to say could widen what the sound declarations allow.
import { evaluate } from '../condition/evaluate.ts';
import type { Model } from '../model/model.ts';
import type { RecordFacts } from '../model/symbols.ts';
import { isActive } from './actor.ts';
import type { Grounds } from './grounds.ts';
import { sceneOf } from './question-scope.ts';

/** One line each; empty where no broken declaration could allow more. */
export function doubtsOf({ scope, held, needsSight }: Pick<Grounds, 'scope' | 'held' | 'needsSight'>): string[] {
  const { model, facts, actor } = scope;
  if (!isActive(actor.principal)) return [];
  const roleMissing = evaluate(held, sceneOf(scope)) === 'false';
  const doubts = doubtsAbout(model, { facts, roleMissing, needsSight });
  const { principal } = actor;
  // A role that an account names in vain might have been one of any object, or of the organization.
  if (principal.kind === 'service account' && !principal.rolesSound)
    doubts.push(`\`roles\` of \`${principal.name}\` is broken and might name a role that grants it`);
  return doubts;
}

interface About {
  readonly facts: RecordFacts | undefined;
  /** No sound role grants it: a broken policy alone then opens nothing. */
  readonly roleMissing: boolean;
  readonly needsSight: boolean;
}

/** The doubts about any active principal of whom this much is known. */
export function doubtsAbout(model: Model, { facts, roleMissing, needsSight }: About): string[] {
  const doubts: string[] = [];
  if (model.broken.organization) doubts.push('a declaration of the organization is broken and might allow more');
  const broken = facts === undefined ? undefined : model.broken.objects.get(facts.object);
  if (facts === undefined || broken === undefined) return doubts;
  if (broken.roles) doubts.push(`a role or account of \`${facts.object.name}\` is broken and might allow more`);
  const roleStays = roleMissing && !broken.roles && !model.broken.organization;
  if (broken.sight && needsSight && !roleStays)
    doubts.push(`a policy or share of \`${facts.object.name}\` is broken and might open more`);
  return doubts;
}
