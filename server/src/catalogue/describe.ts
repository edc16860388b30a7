// Short facts about the catalogue's rows in plain words, for hovers and completion details.
import type { ManagedRole } from './managed-roles.ts';
import { list, size } from './permission-set.ts';
import { groupOf, levelCap, levelGrants, levelIncludes } from './permissions.ts';
import type { Action, Level, Permission, PermissionGroup, PlaceKind, Trigger } from './types.ts';

/** What a row is called and what there is to know of it; plain text, one fact a line, no markup. */
export interface Facts {
  readonly title: string;
  readonly lines: readonly string[];
}

const placeNames: Readonly<Record<PlaceKind, string>> = {
  organization: 'the organization',
  object: 'an app, element or task',
};

/** Display name, what it permits, its level, where it can be granted, and whether data access decides besides. */
export function describePermission(permission: Permission): Facts {
  const group = groupOf(permission);
  const lines = [permits(permission)];
  if (group === undefined || permission.level === null)
    lines.push('No level includes it: it is granted by its constant.');
  else lines.push(`Included from ${permission.level} on ${group.name}.`);
  lines.push(`Can be granted in ${permission.scopes.map((place) => placeNames[place]).join(' and in ')}.`);
  if (permission.record) lines.push('Needs sight of the record too: data access also decides.');
  if (!permission.documented) lines.push("The platform's documentation does not list it.");
  else if (!permission.constantConfirmed) lines.push('That the documentation means this constant is a guess.');
  return { title: permission.name, lines };
}

/** Read off the display name, whose first words say what is done to what. */
function permits(permission: Permission): string {
  if (permission.constant === 'ADMIN') return 'Permits everything, everywhere, when held at the organization.';
  const done = /^(?:Bulk Update|Create|View|Update|Delete|Publish|Review|Send)\s/u.exec(permission.name)?.[0];
  if (done === undefined) return `Permits what the platform calls ${permission.name}.`;
  return `Permits to ${done.toLowerCase()}${lowerWords(permission.name.slice(done.length))}.`;
}

/** Lower case, but for abbreviations: `AI`, `OAuth`, `SLAs`. */
function lowerWords(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => (/^\p{Lu}\p{Ll}*$/u.test(word) ? word.toLowerCase() : word));
}

/** What `level on group` adds there, or why it adds nothing. */
export function describeLevel(group: PermissionGroup, level: Level, place: PlaceKind): Facts {
  const granted = levelGrants(group, level, place);
  const cap = levelCap(group, place);
  const lines: string[] = [];
  if (cap === null) lines.push(`${group.name} cannot be granted in ${placeNames[place]}.`);
  else if (!levelIncludes(cap, level)) lines.push(`The highest level there is ${cap}.`);
  if (granted.length === 0) lines.push('Includes no permission that is known.');
  else lines.push(`Includes ${count(granted.length, 'permission')}: ${constants(granted)}.`);
  return { title: `${level} on ${group.name}`, lines };
}

/** What the role is for and what it grants; only its membership can change. */
export function describeManagedRole(role: ManagedRole): Facts {
  const lines = [
    role.meaning,
    `Managed role of ${placeNames[role.place]}: fixed permissions, only its members change.`,
  ];
  const granted = size(role.grants);
  if (role.level !== null && role.level !== 'admin')
    lines.push(`Holds ${role.level} on every permission group, as far as it goes there.`);
  lines.push(`Grants ${count(granted, 'permission')}: ${constants(list(role.grants))}.`);
  if (role.aliases.length > 0) lines.push(`Also called ${role.aliases.join(', ')}.`);
  lines.push("A reading of the platform's documentation, which publishes no list.");
  return { title: role.name, lines };
}

export function describeAction(action: Action): Facts {
  return describeStep(action, 'Action of an automation.');
}

export function describeTool(tool: Action): Facts {
  return describeStep(tool, 'Tool of an agent.');
}

function describeStep(step: Action, kind: string): Facts {
  const lines = [kind];
  if (step.requires.length === 0) lines.push('Needs no permission that is known.');
  else lines.push(`Needs ${constants(step.requires)} at its target object.`);
  if (step.records === 'existing')
    lines.push('Reaches existing records: data access must cover all that it describes.');
  if (step.records === 'new') lines.push('Makes a record: no sight of records is needed.');
  if (step.egress) lines.push('Sends data outside.');
  return { title: step.name ?? spoken(step.id), lines };
}

export function describeTrigger(trigger: Trigger): Facts {
  return { title: trigger.name ?? spoken(trigger.id), lines: ['Trigger of an automation: starts it.'] };
}

/** `approvalChain` as "Approval Chain", for rows whose display name is not known. */
function spoken(id: string): string {
  return id.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function constants(of: readonly Permission[]): string {
  return of.map((each) => each.constant).join(', ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
