// What a hover of a permission or a role lets ask: who else can that, in the same place.
import { permission as findPermission } from '../catalogue/permissions.ts';
import type { Permission } from '../catalogue/types.ts';
import type { Role } from '../model/symbols.ts';
import type { Snapshot } from '../project/types.ts';
import { writeName } from '../syntax/keywords.ts';
import { type Located, locate } from './locate.ts';

export interface HoverQuestions {
  readonly permissions: readonly Permission[];
  /** As a question writes it. */
  readonly place: string;
}

/** Of a role that grants many the first ones are offered. */
const most = 3;
const organization = 'organization';

/** Undefined where nothing is named that somebody can. */
export function hoverQuestions(snapshot: Snapshot, path: string, offset: number): HoverQuestions | undefined {
  const located = locate(snapshot, path, offset);
  const symbol = located?.symbol?.symbol;
  if (symbol?.kind === 'role') return questionsOfRole(symbol);
  const mention = located?.mention?.mention;
  if (located === undefined || symbol !== undefined || mention?.kind !== 'permission') return undefined;
  const named = findPermission(mention.name);
  const place = placeOf(located);
  return named === undefined || place === undefined ? undefined : questionsIn(place, [named]);
}

function questionsOfRole({ object, grants }: Role): HoverQuestions | undefined {
  const granted = new Set(grants.flatMap(({ permissions }) => permissions));
  return questionsIn(object === undefined ? organization : writeName(object.name), [...granted]);
}

/** Only those that exist there. */
function questionsIn(place: string, all: readonly Permission[]): HoverQuestions | undefined {
  const scope = place === organization ? organization : 'object';
  const permissions = all.filter(({ scopes }) => scopes.includes(scope)).slice(0, most);
  return permissions.length === 0 ? undefined : { permissions, place };
}

/** Where a role stands that grants it; questions and steps of automations say the place in other ways, or not at all. */
function placeOf({ nodes }: Located): string | undefined {
  const [declaration] = nodes;
  if (declaration === undefined || !('kind' in declaration)) return undefined;
  if (declaration.kind === 'role') return organization;
  if (declaration.kind !== 'object' || declaration.name === undefined) return undefined;
  return writeName(declaration.name.text);
}
