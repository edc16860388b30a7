// Records that a service account sees and that nothing which runs as it reaches.
import { actorOf } from '../access/actor.ts';
import { recordText } from '../access/counterexample.ts';
import { worldOf } from '../access/world.ts';
import { satisfy } from '../condition/solve.ts';
import { principalPath } from '../model/lookup.ts';
import type { Origin } from '../model/origin.ts';
import type { Formula, ObjectSymbol, Policy, ServiceAccount } from '../model/symbols.ts';
import { removePolicyItself } from './edits/constant-condition.ts';
import { removeElement } from './edits/fix.ts';
import { showOnly } from './edits/narrow-policy.ts';
import type { Fix } from './finding.ts';
import { canAct } from './people.ts';
import { byObject, type Report, type Rule, type RuleContext } from './rule.ts';
import { isShaky } from './whoever.ts';
import { type Task, workingAccounts } from './work.ts';

export const excessDataAccess: Rule = byObject(
  {
    id: 'excess-data-access',
    severity: 'warning',
    category: 'Without effect',
    title: 'records that a service account sees beyond what its actions and tools say they reach',
  },
  {
    object: (context, object) =>
      object.policies.flatMap((policy) =>
        policy.to.flatMap(({ subject, origin }) =>
          subject.kind === 'service account' && canAct(subject) && origin !== undefined
            ? checkSubject(context, policy, { account: subject, origin })
            : [],
        ),
      ),
    beside: 'nothing',
  },
);

interface Named {
  readonly account: ServiceAccount;
  /** Where the policy names it. */
  readonly origin: Origin;
}

function checkSubject(context: RuleContext, policy: Policy, named: Named): Report[] {
  const { account, origin } = named;
  const reaching = workingAccounts(context.model)
    .get(account)
    ?.filter((task) => reaches(task, policy.object));
  const reached = reachedBy(reaching);
  if (policy.when === undefined || reached === undefined) return [];
  const rest: Formula = { op: 'and', parts: [policy.when, { op: 'not', part: { op: 'or', parts: reached } }] };
  if (isShaky(rest)) return [];
  const facts = { object: policy.object, values: new Map(), relations: new Map() };
  const { model, today } = context;
  const found = satisfy(rest, worldOf({ model, actor: actorOf(model, account), facts, given: false, today }));
  if (found.kind !== 'yes') return [];
  const example = recordText(found.record);
  const which =
    reached.length === 0
      ? `of \`${policy.object.name}\`, and nothing that runs as it reaches any`
      : 'that nothing which runs as it reaches';
  const such = example === '' ? '' : `, for example ${example}`;
  const message = `\`${principalPath(account)}\` sees records ${which}${such}`;
  return [
    {
      place: context.place(origin),
      message,
      fixes: () => narrow(context, policy, { named, reaching: reaching ?? [] }),
    },
  ];
}

/** A word or target that is wrong may mean any. */
function reaches({ row, target }: Task, object: ObjectSymbol): boolean {
  return (row === undefined || row.records === 'existing') && (target === undefined || target === object);
}

/** The records that are reached; undefined where an error leaves that open, or nothing runs as the account. */
function reachedBy(reaching: readonly Task[] | undefined): readonly Formula[] | undefined {
  const reached = reaching?.map(({ target, where }) => (target === undefined ? undefined : where));
  const known = reached?.filter((where) => where !== undefined);
  return known?.length === reached?.length ? known : undefined;
}

interface Work {
  readonly named: Named;
  readonly reaching: readonly Task[];
}

/** Without the account where nothing reaches anything; else, where the policy is for it alone, on what is reached. */
function narrow(context: RuleContext, policy: Policy, { named, reaching }: Work): Fix[] {
  const { account, origin } = named;
  const isAlone = policy.to.length === 1;
  if (reaching.length === 0)
    return isAlone
      ? removePolicyItself(context, policy, {})
      : removeElement(context, `Take \`${account.name}\` out of the policy`, origin);
  return isAlone
    ? showOnly(
        context,
        policy,
        reaching.map(({ step }) => step),
      )
    : [];
}
