// What of a project's roles and policies an expectation rests on: grants, policies, and both sides of each comparison.
import type { Decision } from '../../access/answer.ts';
import { isExcepted } from '../../access/expectation.ts';
import { type Asked, type Grounds, groundsOf, spokenOf } from '../../access/grounds.ts';
import { decideInvite } from '../../access/invite.ts';
import { candidates } from '../../access/principals.ts';
import { sceneOf } from '../../access/question-scope.ts';
import { worldOf } from '../../access/world.ts';
import { atomsOf } from '../../condition/operands.ts';
import { reduce } from '../../condition/reduce.ts';
import { satisfy } from '../../condition/solve.ts';
import type { Model } from '../../model/model.ts';
import type { BoundPlace, BoundQuestion } from '../../model/question.ts';
import type { Atom, Formula, Policy, RoleGrant } from '../../model/symbols.ts';

/** How many expectations rest on it. */
export interface Decisive {
  readonly grants: Map<RoleGrant, number>;
  readonly policies: Map<Policy, number>;
  /** By where the comparison is written: a record that meets it counted, and one that does not. */
  readonly met: Map<Atom, number>;
  readonly unmet: Map<Atom, number>;
}

export function nothingDecisive(): Decisive {
  return { grants: new Map(), policies: new Map(), met: new Map(), unmet: new Map() };
}

/** What one expectation rests on. */
interface Found {
  readonly grants: Set<RoleGrant>;
  readonly policies: Set<Policy>;
  readonly met: Set<Atom>;
  readonly unmet: Set<Atom>;
}

/** Adds what an expectation rests on that was evaluated. `today`: days since 1970-01-01, where it names no day itself. */
export function addDecisive(to: Decisive, model: Model, question: BoundQuestion, today: number): void {
  const found: Found = { grants: new Set(), policies: new Set(), met: new Set(), unmet: new Set() };
  for (const asked of askedBy(model, question, today)) weigh(found, groundsOf(model, asked), asked.place);
  if (question.kind === 'invite')
    addAllowing(found, decideInvite(model, question.principal, question.address, question.asOf ?? today));
  count(to.grants, found.grants);
  count(to.policies, found.policies);
  count(to.met, found.met);
  count(to.unmet, found.unmet);
}

function count<T>(to: Map<T, number>, found: ReadonlySet<T>): void {
  for (const each of found) to.set(each, (to.get(each) ?? 0) + 1);
}

/** `only` and `nobody` ask of each who is not named. Who may pick an account rests on none of it. */
function askedBy(model: Model, question: BoundQuestion, date: number): readonly Asked[] {
  const today = question.asOf ?? date;
  switch (question.kind) {
    case 'can':
      return [{ ...question, today }];
    case 'except': {
      const { permissions, place, except } = question;
      const all = candidates(model, { permissions, place, today });
      return all
        .filter((principal) => !isExcepted(model, except, principal))
        .map((principal) => ({ principal, permissions, place, today }));
    }
    default:
      return [];
  }
}

function addAllowing({ grants }: Found, { outcome, permissions }: Decision): void {
  if (outcome !== 'allowed') return;
  for (const { grant, holds } of permissions) if (grant !== undefined && holds === 'true') grants.add(grant);
}

function weigh(found: Found, grounds: Grounds, place: BoundPlace): void {
  const { held, seen, permissions, sight, scope } = grounds;
  const scene = sceneOf(scope);
  const spoken = spokenOf(grounds, place);
  // What cannot be weighed counts for nothing.
  const isOfSome = (...parts: readonly Formula[]) =>
    satisfy(reduce({ op: 'and', parts: [spoken, ...parts] }, scene), worldOf(scope)).kind === 'yes';
  if (!isOfSome(held)) return;
  for (const { grant, when } of permissions)
    if (grant !== undefined && !found.grants.has(grant) && isOfSome(held, seen, when)) found.grants.add(grant);
  const isKeptOut = grounds.needsSight && isOfSome(held, not(seen));
  for (const way of sight) {
    if (way.by !== 'policy') continue;
    if (isKeptOut || isOfSome(held, way.when)) found.policies.add(way.policy);
    for (const atom of atomsOf(way.when)) {
      if (isOfSome(held, atom)) found.met.add(atom);
      if (isOfSome(held, not(atom))) found.unmet.add(atom);
    }
  }
}

function not(part: Formula): Formula {
  return { op: 'not', part };
}
