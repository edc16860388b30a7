// What automations and agents act as, and which of their actions can be checked beforehand.
import { action, tool } from '../catalogue/actions.ts';
import { setOf, union } from '../catalogue/permission-set.ts';
import { permissions } from '../catalogue/permissions.ts';
import type { Action } from '../catalogue/types.ts';
import type { Model } from '../model/model.ts';
import type {
  Actor,
  Agent,
  Automation,
  BoundStep,
  ObjectSymbol,
  Role,
  ServiceAccount,
  User,
} from '../model/symbols.ts';
import { notesOn } from '../text/notes.ts';
import { type Turn, turnsFor } from './turn.ts';

export type Runner = Automation | Agent;

export function* runners(model: Model): Generator<Runner> {
  for (const object of model.objects.values()) yield* runnersIn(object);
}

const runnersOf = notesOn<ObjectSymbol, readonly Runner[]>();

export function runnersIn(object: ObjectSymbol): readonly Runner[] {
  const known = runnersOf.get(object) ?? [...object.automations, ...object.agents];
  runnersOf.set(object, known);
  return known;
}

/** A tool's `runs as` overrides its agent's. */
export function actorOfStep(runner: Runner, step: BoundStep): Actor {
  return step.actor ?? runner.actor;
}

/** Who acts; undefined where that is not known beforehand, wrong, or inactive: nothing more is said about it then. */
export function actingPrincipal(runner: Runner, actor: Actor): User | ServiceAccount | undefined {
  const acting = actor.as === 'account' ? actor.account : actor.as === 'publisher' ? runner.builtBy?.user : undefined;
  return acting === undefined || acting.inactive || !acting.sound ? undefined : acting;
}

const brokenRoles = notesOn<Model, readonly Role[]>();

/** Of the organization: those count in every object. */
function brokenRolesOf(model: Model): readonly Role[] {
  const known = brokenRoles.get(model) ?? brokenIn(model);
  brokenRoles.set(model, known);
  return known;
}

function brokenIn({ roles }: Pick<ObjectSymbol, 'roles'>): readonly Role[] {
  return [...roles.values()].filter(({ sound }) => !sound);
}

/**
 * What a rule sees beyond an object, what that names and roles of the organization, when it asks what people may do where
 * something acts for them: where records give roles in whole objects, the records.
 */
export function beyondActing({ model }: { readonly model: Model }): readonly unknown[] {
  return model.semantics.autoShareReach === 'object' ? [...model.records.values()] : [];
}

/**
 * False where an error leaves open what else the actor might hold in the target: what it lacks there then follows from that
 * error. A role of another object gives nothing there.
 */
export function rightsAreSound(model: Model, { acting, target }: Pick<CheckedStep, 'acting' | 'target'>): boolean {
  if (acting.kind === 'service account')
    return acting.rolesSound && acting.roles.every(({ role }) => role.sound || !countsIn(role, target));
  const groups = model.groupsOf.get(acting);
  return [...brokenRolesOf(model), ...brokenIn(target)].every(
    (role) =>
      !role.members.some(
        ({ member }) => member === acting || (member.kind === 'group' && groups?.has(member) === true),
      ),
  );
}

function countsIn({ object }: Role, target: ObjectSymbol): boolean {
  return object === undefined || object === target;
}

export interface CheckedStep {
  readonly runner: Runner;
  readonly step: BoundStep;
  readonly row: Action;
  readonly target: ObjectSymbol;
  readonly acting: User | ServiceAccount;
}

/** Every action and tool whose actor, word and target are known. */
export function* checkedSteps(model: Model): Generator<CheckedStep> {
  for (const object of model.objects.values()) yield* checkedStepsIn(object);
}

const stepsOf = notesOn<ObjectSymbol, readonly CheckedStep[]>();

export function checkedStepsIn(object: ObjectSymbol): readonly CheckedStep[] {
  const known = stepsOf.get(object) ?? [...findSteps(object)];
  stepsOf.set(object, known);
  return known;
}

function* findSteps(object: ObjectSymbol): Generator<CheckedStep> {
  for (const runner of runnersIn(object)) {
    for (const step of runner.steps) {
      const row = step.id === undefined ? undefined : step.step.kind === 'action' ? action(step.id) : tool(step.id);
      const acting = actingPrincipal(runner, actorOfStep(runner, step));
      if (row === undefined || step.target === undefined || acting === undefined) continue;
      yield { runner, step, row, target: step.target, acting };
    }
  }
}

/**
 * Whether what somebody has otherwise by a role of the organization may matter to an action or tool of the object that runs as
 * them. An account that names such a role is another one when that changes; of who sees records only `ADMIN` decides.
 */
export function turnsForActors(_: unknown, object: ObjectSymbol, turn: Turn): boolean {
  for (const { row, acting } of checkedStepsIn(object))
    if (acting.kind === 'user' && turnsFor(turn, acting, union(setOf(row.requires), reading))) return true;
  return false;
}

const reading = setOf(permissions.filter(({ constant }) => constant === 'READ_RECORDS'));
