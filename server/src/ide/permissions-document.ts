// A document of all that a principal may do, place by place, with where it comes from.
import type { SightWay } from '../access/answer.ts';
import { size } from '../catalogue/permission-set.ts';
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { Principal, Role } from '../model/symbols.ts';
import type { Snapshot } from '../project/types.ts';
import { formatDay } from '../text/calendar.ts';
import { treeToMarkdown } from './explain.ts';
import { type Explanation, judged, line } from './explain-tree.ts';
import { type HeldRole, holdingsOf, type PlaceHoldings } from './holdings.ts';
import { roleName, throughText } from './hover/places.ts';
import { code, escapeMarkdown } from './markdown.ts';
import { counted, describeSet } from './permission-text.ts';
import { join, type Phrase, phrase, words } from './phrase.ts';
import { writtenFormula } from './written.ts';

/** The principal whom a question names so: an account with its object. */
export function principalNamed(model: Model, name: string): Principal | undefined {
  for (const principal of principals(model)) if (principalPath(principal) === name) return principal;
  return model.users.get(name) ?? model.groups.get(name);
}

function* principals(model: Model): Generator<Principal> {
  yield* model.users.values();
  yield* model.groups.values();
  for (const object of model.objects.values()) yield* object.accounts.values();
}

/** Takes a name as a question writes it; gives Markdown in which everything of the user's is inert. */
export function effectivePermissionsDocument(snapshot: Snapshot, name: string): string {
  const principal = principalNamed(snapshot.model, name);
  if (principal === undefined) return `# Effective permissions\n\nNobody is named ${code(name)}.\n`;
  const title = `# Effective permissions of ${escapeMarkdown(principalPath(principal))}`;
  const date = `As of ${formatDay(snapshot.input.today)}, today.`;
  if (principal.kind !== 'group' && principal.inactive) return `${title}\n\n${date}\n\nInactive: may do nothing.\n`;
  const { organization, objects, isAdmin, blind } = holdingsOf(snapshot.model, principal, snapshot.input.today);
  const sections = [section(snapshot, 'Organization, and so everywhere', organization)];
  if (isAdmin && snapshot.model.semantics.adminSeesAllRecords) sections.push('Sees every record.');
  for (const place of objects)
    if (place.object !== undefined) sections.push(section(snapshot, place.object.name, place));
  if (blind.length > 0) {
    const names = blind.map((object) => `- ${escapeMarkdown(object.name)}`);
    sections.push(`## Sees no records of\n\n${names.join('\n')}`);
  }
  return `${[title, date, ...sections].join('\n\n')}\n`;
}

function section(snapshot: Snapshot, title: string, place: PlaceHoldings): string {
  const tree = [
    ...place.roles.map((held) => roleLine(held, place)),
    ...place.idle.map((role) => ({ ...line([...roleName(role), ' adds nothing']), origin: role.origin })),
    ...place.expired.map(expiredLine),
    ...place.sight.map(sightLine),
  ];
  const text = tree.length === 0 ? 'Nothing.' : treeToMarkdown(snapshot, tree, { places: true });
  return `## ${escapeMarkdown(title)}\n\n${text}`;
}

function roleLine({ role, through, adds }: HeldRole, { object }: PlaceHoldings): Explanation {
  const until = role.expires === undefined ? [] : [`, until ${formatDay(role.expires)}`];
  const text: Phrase = [
    ...roleName(role),
    ...throughText(through),
    ...until,
    ': ',
    ...counted(size(adds), 'permission'),
  ];
  const place = object === undefined ? 'organization' : 'object';
  const children = [line(join(describeSet(adds, place, { max: Number.POSITIVE_INFINITY, of: role.permissions })))];
  return judged('true', text, { origin: role.origin, children });
}

function expiredLine(role: Role): Explanation {
  const when = role.expires === undefined ? 'is never in force' : `has expired on ${formatDay(role.expires)}`;
  return judged('false', [...roleName(role), ` ${when}`], { origin: role.origin });
}

function sightLine(way: SightWay): Explanation {
  const { when, through } = way;
  const isEvery = when.op === 'true';
  const seen = isEvery ? words('sees every record') : phrase`sees records when ${writtenFormula(when, 500)}`;
  const text = [...seen, ' – ', ...wayName(way), ...throughText(through)];
  const origin = way.by === 'policy' ? way.policy.origin : way.by === 'admin' ? way.role.origin : undefined;
  return { ...line(text), state: isEvery ? 'true' : undefined, origin };
}

function wayName(way: SightWay): Phrase {
  switch (way.by) {
    case 'admin':
      return roleName(way.role);
    case 'policy':
      return way.policy.isDefault ? words('the default policy') : phrase`policy ${way.policy.name}`;
    case 'share':
      return words('shared');
    case 'auto-share':
      return phrase`auto-share on ${way.word}`;
  }
}
