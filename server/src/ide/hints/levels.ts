// Behind `view on Records`: how many permissions that is there, and the first of them.
import { describeLevel } from '../../catalogue/describe.ts';
import { levelGrants, levels, permissionGroup } from '../../catalogue/permissions.ts';
import type { Permission, PlaceKind } from '../../catalogue/types.ts';
import type { LevelGrant } from '../../syntax/ast.ts';
import { factsText } from '../completion/documents.ts';
import type { InlayHint } from './hint.ts';

/** More of these long words push what is written out of sight. */
const mostNames = 2;

/** Takes a grant and where its unit starts; none for a group that the catalogue has not, which a finding says. */
export function levelHint(
  { group: name, level, span }: LevelGrant,
  place: PlaceKind,
  start: number,
): InlayHint | undefined {
  const group = name === undefined ? undefined : permissionGroup(name.text);
  if (group === undefined) return undefined;
  // What the lower levels have comes first: it says best what the group is about.
  const granted = levelGrants(group, level, place).toSorted((a, b) => rankOf(a) - rankOf(b));
  const constants = granted.map(({ constant }) => constant);
  return {
    kind: 'levels',
    offset: start + span.end,
    label: labelOf(constants),
    tooltip: () => factsText(describeLevel(group, level, place)),
  };
}

function rankOf({ level }: Permission): number {
  return level === null ? levels.length : levels.indexOf(level);
}

function labelOf(constants: readonly string[]): string {
  if (constants.length === 0) return 'no permission here';
  if (constants.length <= mostNames) return constants.join(', ');
  return `${constants.length} permissions: ${constants.slice(0, mostNames).join(', ')}, …`;
}
