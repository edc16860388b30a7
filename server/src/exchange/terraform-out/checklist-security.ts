// Steps at the security settings of an object: members of managed roles, and roles and policies that are no resources.
import { printFormula } from '../../condition/print.ts';
import type { ObjectSymbol, Policy, Role } from '../../model/symbols.ts';
import { code } from '../markdown.ts';
import { expiry } from './checklist-organization.ts';
import { grantsOf, membersOf, parts, policyName, principals, sharesOf } from './checklist-words.ts';
import type { Left, Shortened } from './left.ts';

export function roleSteps({ roles }: ObjectSymbol, left: readonly Left<Role>[]): string[] {
  const managed = [...roles.values()].filter((role) => role.managed && role.origin !== undefined);
  return [
    ...managed.map((role) => `Managed role ${code(role.name)}: ${membersText(role)}`),
    ...left.map(({ of, place, reasons }) => {
      const why = `(${code(place)}, not exported: ${reasons.join('; ')})`;
      if (!of.sound) return `Role ${code(of.name)}: mend it in the project ${why}`;
      const shares = sharesOf(of);
      const content = [grantsOf(of) ?? 'no permissions', shares && `auto-share ${shares}`, membersText(of), expiry(of)];
      return `Role ${code(of.name)}: ${parts(content)} ${why}`;
    }),
  ];
}

function membersText(role: Role): string {
  const members = membersOf(role);
  return members.length === 0 ? 'no members' : `members ${principals(members)}`;
}

export function policySteps(
  { policies }: ObjectSymbol,
  left: readonly Left<Policy>[],
  subjects: readonly Shortened[],
): string[] {
  const byPolicy = new Map(subjects.map((each) => [each.policy, each.accounts]));
  return [
    ...left.map(({ of, place, reasons }) => {
      const why = `(${code(place)}, not exported: ${reasons.join('; ')})`;
      if (of.when === undefined) return `Mend ${policyName(of)} in the project ${why}`;
      return `Make ${policyName(of)}: to ${principals(of.to.map(({ subject }) => subject))}; ${conditionOf(of)} ${why}`;
    }),
    ...policies.flatMap((policy) => {
      const accounts = byPolicy.get(policy);
      if (accounts === undefined) return [];
      return [
        `Make a policy of its own like ${policyName(policy)}: to ${principals(accounts)}; ${conditionOf(policy)}`,
      ];
    }),
  ];
}

function conditionOf({ when, conditional }: Policy): string {
  return when === undefined || !conditional ? 'every record' : `when ${code(printFormula(when))}`;
}
