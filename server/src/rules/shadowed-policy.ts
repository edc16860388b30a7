// A policy that others for the same people already cover.

import type { Policy, Principal } from '../model/symbols.ts';
import { listWords } from '../model/words.ts';
import { changesByDay, removePolicyItself } from './edits/constant-condition.ts';
import { coversOf } from './policy-covers.ts';
import { byObject, type Report, type Rule, type RuleContext } from './rule.ts';

export const shadowedPolicy: Rule = byObject(
  {
    id: 'shadowed-policy',
    severity: 'warning',
    category: 'Without effect',
    title: 'a policy that others for the same people already cover',
  },
  {
    object: (context, object) =>
      [...coversOf(context, object)].flatMap(([policy, cover]) => reportOf(context, policy, cover)),
    beside: 'nothing',
  },
);

function reportOf(context: RuleContext, policy: Policy, cover: readonly Policy[]): Report[] {
  const { place } = context;
  if (policy.origin === undefined) return [];
  const related = cover.flatMap((other) =>
    other.origin === undefined ? [] : [{ place: place(other.origin), message: 'this one shows them' }],
  );
  const names = cover.map((other) => (other.isDefault ? 'the default policy' : `\`${other.name}\``));
  const message = `\`${policy.name}\` adds nothing: ${listWords(names, 'and')} already ${cover.length === 1 ? 'shows' : 'show'} its people all of its records`;
  const fixes = () => removePolicyItself(context, policy, { safe: coversAlways(policy, cover) });
  return [{ place: place(policy.origin), message, related, fixes }];
}

/** Whoever joins one of the groups tomorrow, and whatever day is asked about. */
function coversAlways({ to, when }: Policy, cover: readonly Policy[]): boolean {
  const names = (other: Policy, each: Principal) => other.to.some(({ subject }) => subject === each);
  const conditions = [when, ...cover.map((other) => other.when)];
  return (
    to.every(({ subject }) => cover.every((other) => names(other, subject))) &&
    conditions.every((condition) => condition !== undefined && !changesByDay(condition))
  );
}
