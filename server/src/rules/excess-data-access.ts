// Records that a service account sees and that nothing which runs as it reaches.
import { actorOf } from '../access/actor.ts';
import { recordText } from '../access/counterexample.ts';
import { worldOf } from '../access/world.ts';
import { satisfy } from '../condition/solve.ts';
import { principalPath } from '../model/lookup.ts';
import type { Formula, ObjectSymbol, Policy, ServiceAccount } from '../model/symbols.ts';
import type { Place } from './finding.ts';
import { canAct } from './people.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { isShaky } from './whoever.ts';
import { type Task, workingAccounts } from './work.ts';

export const excessDataAccess: Rule = {
  id: 'excess-data-access',
  severity: 'warning',
  category: 'Without effect',
  title: 'records that a service account sees beyond what its actions and tools say they reach',
  check: (context) =>
    [...context.model.objects.values()].flatMap((object) =>
      object.policies.flatMap((policy) =>
        policy.to.flatMap(({ subject, origin }) =>
          subject.kind === 'service account' && canAct(subject) && origin !== undefined
            ? checkSubject(context, policy, subject, context.place(origin))
            : [],
        ),
      ),
    ),
};

function checkSubject(context: RuleContext, policy: Policy, account: ServiceAccount, place: Place): Report[] {
  const reached = reachedBy(workingAccounts(context.model).get(account), policy.object);
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
  return [{ place, message: `\`${principalPath(account)}\` sees records ${which}${such}` }];
}

/** The records of the object that what runs as the account reaches; undefined where an error leaves that open, or nothing does. */
function reachedBy(tasks: readonly Task[] | undefined, object: ObjectSymbol): readonly Formula[] | undefined {
  const reaching = tasks?.filter(
    ({ row, target }) =>
      (row === undefined || row.records === 'existing') && (target === undefined || target === object),
  );
  const reached = reaching?.map(({ target, where }) => (target === undefined ? undefined : where));
  const known = reached?.filter((where) => where !== undefined);
  return known?.length === reached?.length ? known : undefined;
}
