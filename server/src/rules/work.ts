// What service accounts are there for: the actions and tools that run as them.
import { action, tool } from '../catalogue/actions.ts';
import type { Action } from '../catalogue/types.ts';
import type { Model } from '../model/model.ts';
import type { BoundStep, ObjectSymbol, ServiceAccount } from '../model/symbols.ts';
import { actorOfStep, type Runner, runners } from './acting.ts';

/** One thing that an account does. What an error hides is undefined. */
export interface Task {
  readonly row: Action | undefined;
  readonly target: ObjectSymbol | undefined;
  readonly where: BoundStep['where'];
  readonly step: BoundStep;
}

const workOf = new WeakMap<Model, ReadonlyMap<ServiceAccount, readonly Task[]>>();

/** The accounts that something runs as, each with all that does, or that might if it were not for an error. */
export function workingAccounts(model: Model): ReadonlyMap<ServiceAccount, readonly Task[]> {
  const known = workOf.get(model);
  if (known !== undefined) return known;
  const work = new Map<ServiceAccount, Task[]>();
  const perhaps = new Map<ObjectSymbol, Task[]>();
  for (const runner of runners(model)) for (const step of runner.steps) add(runner, step, { work, perhaps });
  for (const [account, tasks] of work) tasks.push(...(perhaps.get(account.object) ?? []));
  workOf.set(model, work);
  return work;
}

interface Found {
  readonly work: Map<ServiceAccount, Task[]>;
  /** Of what runs as a name that is wrong: any account of the object may be meant. */
  readonly perhaps: Map<ObjectSymbol, Task[]>;
}

function add(runner: Runner, step: BoundStep, { work, perhaps }: Found): void {
  const { target, where } = step;
  const row = step.id === undefined ? undefined : step.step.kind === 'action' ? action(step.id) : tool(step.id);
  const actor = actorOfStep(runner, step);
  const task = { row, target, where, step };
  if (actor.as === 'unknown') perhaps.set(runner.object, [...(perhaps.get(runner.object) ?? []), task]);
  if (actor.as !== 'account') return;
  work.set(actor.account, [...(work.get(actor.account) ?? []), task]);
}
