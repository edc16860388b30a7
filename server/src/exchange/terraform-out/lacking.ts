// What a Terraform export leaves out, one line each, as the command line says it.
import { code } from '../markdown.ts';
import { principals } from './checklist-words.ts';
import type { Left, LeftOut } from './left.ts';

/** `steps`: how many the checklist has. */
export function lackingOf({ groups, roles, policies, subjects }: LeftOut, steps: number): string[] {
  return [
    ...groups.map((each) => line('group', each, each.of.name)),
    ...roles.map((each) => line('role', each, `${each.of.object?.name}.${each.of.name}`)),
    ...policies.map((each) => line('policy', each, `${each.of.object.name}.${each.of.name}`)),
    ...subjects.map(
      ({ policy, place, accounts }) =>
        `${place} policy ${code(`${policy.object.name}.${policy.name}`)}: a resource cannot name ${principals(accounts)}`,
    ),
    ...(steps === 0 ? [] : [`${steps} ${steps === 1 ? 'step' : 'steps'} by hand, in \`checklist.md\``]),
  ];
}

function line(kind: string, { place, reasons }: Left<unknown>, name: string): string {
  return `${place} ${kind} ${code(name)}: ${reasons.join('; ')}`;
}
