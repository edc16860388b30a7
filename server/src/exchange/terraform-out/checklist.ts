// What has to be done by hand beside a Terraform export, in the order of the platform's screens, as Markdown with boxes to tick.
import { grouped } from '../../text/grouped.ts';
import type { ExportProblem } from '../exporter.ts';
import { code, plain } from '../markdown.ts';
import { accountSteps, actorSteps, recordShareSteps } from './checklist-actors.ts';
import { beforeApply } from './checklist-before.ts';
import { organizationSections } from './checklist-organization.ts';
import { policySteps, roleSteps } from './checklist-security.ts';
import type { Manual, Section } from './manual.ts';

/** Sections without steps are left out. `count`: how many steps there are. */
export function printChecklist(manual: Manual): { readonly text: string; readonly count: number } {
  const sections = [
    { heading: 'Broken in the project', steps: manual.problems.map(repair) },
    { heading: 'Before the first `terraform apply`', steps: beforeApply(manual) },
    ...organizationSections(manual),
    ...objectSections(manual),
  ].filter(({ steps }) => steps.length > 0);
  const count = sections.reduce((sum, { steps }) => sum + steps.length, 0);
  const blocks = sections.map(
    ({ heading, steps }) => `## ${heading}\n\n${steps.map((step) => `- [ ] ${step}`).join('\n')}`,
  );
  const first = count === 0 ? 'Nothing.' : 'Terraform deploys the files beside. What follows it cannot do.';
  return { text: `${['# By hand', first, ...blocks].join('\n\n')}\n`, count };
}

function repair({ place, message }: ExportProblem): string {
  return `${code(place)} ${plain(message)}: not exported`;
}

function objectSections(manual: Manual): Section[] {
  const { left, place } = manual;
  const [roles, policies, subjects] = [
    grouped(left.roles, ({ of }) => of.object),
    grouped(left.policies, ({ of }) => of.object),
    grouped(left.subjects, ({ policy }) => policy.object),
  ];
  return manual.objects.flatMap((object) => {
    const at = (screen: string) => `${object.type} ${code(object.name)} › ${screen}`;
    return [
      { heading: at('Security › Roles & Permissions'), steps: roleSteps(object, roles.get(object) ?? []) },
      {
        heading: at('Security › Data Access'),
        steps: policySteps(object, policies.get(object) ?? [], subjects.get(object) ?? []),
      },
      { heading: at('Security › Service Accounts'), steps: accountSteps(object) },
      { heading: at('Settings › Auto-share'), steps: recordShareSteps(object) },
      { heading: at('Automations'), steps: actorSteps(object.automations, place) },
      { heading: at('Agents'), steps: actorSteps(object.agents, place) },
    ];
  });
}
