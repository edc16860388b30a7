// What service accounts are there for: the actions and tools that run as them.
import { action, tool } from '../catalogue/actions.ts';
import type { Action } from '../catalogue/types.ts';
import type { Model } from '../model/model.ts';
import type { BoundStep, ObjectSymbol, ServiceAccount } from '../model/symbols.ts';
import { notesOn } from '../text/notes.ts';
import { actorOfStep, type Runner, runnersIn } from './acting.ts';

/** One thing that an account does. What an error hides is undefined. */
export interface Task {
  readonly row: Action | undefined;
  readonly target: ObjectSymbol | undefined;
  readonly where: BoundStep['where'];
  readonly step: BoundStep;
}

const workOf = notesOn<Model, ReadonlyMap<ServiceAccount, readonly Task[]>>();

/** The accounts that something runs as, each with all that does, or that might if it were not for an error. */
export function workingAccounts(model: Model): ReadonlyMap<ServiceAccount, readonly Task[]> {
  const known = workOf.get(model);
  if (known !== undefined) return known;
  const work = new Map<ServiceAccount, Task[]>();
  const perhaps = new Map<ObjectSymbol, Task[]>();
  for (const object of model.objects.values()) for (const each of workIn(object)) add(object, each, { work, perhaps });
  for (const [account, tasks] of work) tasks.push(...(perhaps.get(account.object) ?? []));
  workOf.set(model, work);
  return work;
}

interface Found {
  readonly work: Map<ServiceAccount, Task[]>;
  /** Of what runs as a name that is wrong: any account of the object may be meant. */
  readonly perhaps: Map<ObjectSymbol, Task[]>;
}

/** What one step of something does, and as which account; undefined where that is a name that is wrong. */
interface Work {
  readonly account: ServiceAccount | undefined;
  readonly task: Task;
}

const workOfObject = notesOn<ObjectSymbol, readonly Work[]>();

/** By what stands in the object. */
function workIn(object: ObjectSymbol): readonly Work[] {
  const known =
    workOfObject.get(object) ??
    runnersIn(object).flatMap((runner) => runner.steps.flatMap((step) => workOfStep(runner, step)));
  workOfObject.set(object, known);
  return known;
}

function workOfStep(runner: Runner, step: BoundStep): Work[] {
  const { target, where } = step;
  const row = step.id === undefined ? undefined : step.step.kind === 'action' ? action(step.id) : tool(step.id);
  const actor = actorOfStep(runner, step);
  const task = { row, target, where, step };
  if (actor.as === 'unknown') return [{ account: undefined, task }];
  return actor.as === 'account' ? [{ account: actor.account, task }] : [];
}

function add(object: ObjectSymbol, { account, task }: Work, { work, perhaps }: Found): void {
  if (account === undefined) push(perhaps, object, task);
  else push(work, account, task);
}

function push<K>(all: Map<K, Task[]>, key: K, task: Task): void {
  const known = all.get(key);
  if (known === undefined) all.set(key, [task]);
  else known.push(task);
}
