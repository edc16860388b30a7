// Hovers of the catalogue's words: what the platform says of them, and what they come to in this project.
import { action, tool, trigger } from '../../catalogue/actions.ts';
import {
  describeAction,
  describeLevel,
  describePermission,
  describeTool,
  describeTrigger,
  type Facts,
} from '../../catalogue/describe.ts';
import { has } from '../../catalogue/permission-set.ts';
import { levelGrants, levels, permission, permissionGroup } from '../../catalogue/permissions.ts';
import type { Permission, PlaceKind } from '../../catalogue/types.ts';
import type { Model } from '../../model/model.ts';
import type { Role } from '../../model/symbols.ts';
import type { Snapshot } from '../../project/types.ts';
import { writeName } from '../../syntax/keywords.ts';
import type { Located } from '../locate.ts';
import type { Mention } from '../mentions.ts';
import { facts, type Phrase, prose, strong, words } from '../phrase.ts';
import { autoShareCard, isAutoShareWord } from './auto-share.ts';
import { type Block, type Card, list, names, text } from './card.ts';
import { stepBlocks } from './step.ts';

/** Undefined for a word that the catalogue does not have: a finding says so already. */
export function mentionCard(snapshot: Snapshot, located: Located, mention: Mention): Card | undefined {
  switch (mention.kind) {
    case 'permission':
      return permissionCard(snapshot.model, mention.name);
    case 'level':
    case 'permission group':
      return levelCard(mention, placeOf(located));
    case 'action':
    case 'tool':
      return stepCard(snapshot, located, mention);
    case 'trigger': {
      const row = trigger(mention.name);
      return row && { signature: `trigger ${row.id}`, blocks: factBlocks(describeTrigger(row)) };
    }
    case 'auto-share':
      return isAutoShareWord(mention.name) ? autoShareCard(mention.name, mention.records === true) : undefined;
  }
}

function placeOf({ nodes }: Located): PlaceKind {
  const [declaration] = nodes;
  return declaration !== undefined && 'kind' in declaration && declaration.kind === 'object'
    ? 'object'
    : 'organization';
}

function permissionCard(model: Model, constant: string): Card | undefined {
  const row = permission(constant);
  return (
    row && { signature: row.constant, blocks: [...factBlocks(describePermission(row)), text(grantedBy(model, row))] }
  );
}

/** The roles of the project that grant it, those that someone wrote first. */
function grantedBy(model: Model, row: Permission): Phrase {
  const roles: Role[] = [];
  const add = (all: Iterable<Role>) => {
    for (const role of all) if (role.origin !== undefined && has(role.permissions, row)) roles.push(role);
  };
  add(model.roles.values());
  for (const object of model.objects.values()) add(object.roles.values());
  if (roles.length === 0) return words('No role written here grants it.');
  return [...words('Granted here by '), ...names(roles.map((role) => role.name)), '.'];
}

function levelCard({ kind, level, group: name, name: own }: Mention, place: PlaceKind): Card | undefined {
  const group = permissionGroup(kind === 'level' ? (name ?? '') : own);
  if (group === undefined || level === undefined) return undefined;
  if (kind === 'level') {
    const said = describeLevel(group, level, place);
    return { signature: `${level} on ${writeName(group.name)}`, blocks: factBlocks({ ...said, title: '' }) };
  }
  const items = levels.map((each, i) => {
    const below = levels[i - 1];
    const before = new Set(below === undefined ? [] : levelGrants(group, below, place));
    const adds = levelGrants(group, each, place).filter((permission) => !before.has(permission));
    const what =
      adds.length === 0
        ? words('nothing more')
        : names(
            adds.map((permission) => permission.constant),
            12,
          );
    return [...(each === level ? strong(words(each)) : words(each)), ': ', ...what];
  });
  return { signature: `${level} on ${writeName(group.name)}`, blocks: [list(words('What each level adds'), items)] };
}

function stepCard(snapshot: Snapshot, located: Located, { kind, name }: Mention): Card | undefined {
  const row = kind === 'action' ? action(name) : tool(name);
  if (row === undefined) return undefined;
  const said = kind === 'action' ? describeAction(row) : describeTool(row);
  return { signature: `${kind} ${row.id}`, blocks: [...factBlocks(said), ...stepBlocks(snapshot, located)] };
}

function factBlocks({ title, lines }: Facts): readonly Block[] {
  const [first = '', ...rest] = lines;
  const opening: Phrase = title === '' ? facts(first) : [...strong(prose(title)), ' – ', ...facts(first)];
  return [text(opening), text(facts(rest.join(' ')))];
}
