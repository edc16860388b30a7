// Steps at the service accounts, automations and agents of an object, and at its auto-share of records.
import type { Actor, Agent, Automation, BoundStep, ObjectSymbol, ServiceAccount } from '../../model/symbols.ts';
import type { ExportSource } from '../exporter.ts';
import { code } from '../markdown.ts';
import { names, parts, principals } from './checklist-words.ts';

export function accountSteps({ accounts }: ObjectSymbol): string[] {
  return [...accounts.values()].flatMap(accountStep);
}

/** One for each tab. */
function accountStep(account: ServiceAccount): string[] {
  const { name, purpose, inactive, sound, roles, usableBy, rolesSound, usableSound } = account;
  const shown = `Service account ${code(name)}`;
  if (!sound) return [`${shown}: mend it in the project`];
  const held = roles.map(({ role }) => `${role.object?.name ?? 'organization'}.${role.name}`);
  const users = usableBy.map(({ subject }) => subject);
  return [
    `${shown}: ${parts([purpose === undefined ? undefined : `purpose ${code(purpose)}`, inactive ? 'deactivated' : 'active'])}`,
    `${shown} › Roles: ${parts([held.length === 0 ? 'none' : names(held), unsound(rolesSound)])}`,
    `${shown} › User/Group Access: ${parts([users.length === 0 ? 'nobody' : principals(users), unsound(usableSound)])}`,
  ];
}

function unsound(sound: boolean): string | undefined {
  return sound ? undefined : 'broken in the project: what is sound is listed';
}

export function recordShareSteps({ recordShares }: ObjectSymbol): string[] {
  return recordShares.size === 0 ? [] : [`Share records on ${names(recordShares)}, and on nothing else`];
}

export function actorSteps(actors: readonly (Automation | Agent)[], place: ExportSource['place']): string[] {
  return actors.flatMap((each) => {
    const tools = each.kind === 'agent' ? each.steps.flatMap((step) => toolStep(each, step, place)) : [];
    const kind = each.kind === 'agent' ? 'Agent' : 'Automation';
    return [`${kind} ${code(each.name)}: ${runsAs(each.actor, each)}`, ...tools];
  });
}

function toolStep(agent: Agent, { step, actor, origin, target }: BoundStep, place: ExportSource['place']): string[] {
  if (actor === undefined) return [];
  const where = target === undefined ? '' : ` in ${code(target.name)}`;
  const tool = `tool ${code(step.word?.text ?? '')}${where}`;
  return [`Agent ${code(agent.name)}, ${tool} (${code(place(origin))}): ${runsAs(actor, agent)}`];
}

function runsAs(actor: Actor, { builtBy }: Pick<Automation | Agent, 'builtBy'>): string {
  const publisher = builtBy === undefined ? '' : `, and publish as ${code(builtBy.user.name)}`;
  switch (actor.as) {
    case 'account':
      return `run as the service account ${principals([actor.account])}`;
    case 'publisher':
      return `run as its publisher${publisher}`;
    case 'current user':
      return 'run as the current user';
    case 'unknown':
      return 'mend what it runs as in the project';
  }
}
