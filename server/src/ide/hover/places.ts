// What a principal may do, place by place, as blocks of a hover.
import type { SightWay } from '../../access/answer.ts';
import type { Principal, Role, User } from '../../model/symbols.ts';
import type { Snapshot } from '../../project/types.ts';
import { formatDay } from '../../text/calendar.ts';
import { type HeldRole, type Holdings, holdingsOf, type PlaceHoldings } from '../holdings.ts';
import { describeSet } from '../permission-text.ts';
import { join, type Phrase, phrase, prose, words } from '../phrase.ts';
import { writtenFormula } from '../written.ts';
import { type Block, limited, list, names, text } from './card.ts';

const maxObjects = 5;
const maxRoles = 4;
const maxSight = 4;

/** `only`: the objects to speak of; the organization is spoken of anyway. */
export function placesBlocks(
  snapshot: Snapshot,
  principal: Principal,
  only?: ReadonlySet<PlaceHoldings['object']>,
): readonly Block[] {
  if (principal.kind !== 'group' && principal.inactive) return [text(words('Inactive: may do nothing.'))];
  const wanted = { full: maxObjects, ...(only === undefined ? {} : { only }) };
  const holdings = holdingsOf(snapshot.model, principal, snapshot.input.today, wanted);
  const { organization, isAdmin, blind } = holdings;
  const { adminSeesAllRecords } = snapshot.model.semantics;
  const blocks = [organizationBlock(organization, isAdmin && adminSeesAllRecords)];
  // Beside `ADMIN`, what an object's roles and policies say adds nothing.
  if (isAdmin && adminSeesAllRecords) return blocks;
  blocks.push(...holdings.objects.map(objectBlock));
  const more = holdings.more.map((object) => object.name);
  if (more.length > 0) blocks.push(text([...words('More in '), ...names(more, 4), '.']));
  const unseen = blind.map((object) => object.name);
  if (unseen.length > 0)
    blocks.push(text([...words('Sees no records of '), ...names(unseen, 4), ': no policy or share.']));
  if (isNothing(holdings)) return [text(words('Holds no role and sees no records.'))];
  return blocks;
}

function isNothing({ organization, objects }: Holdings): boolean {
  const { roles, idle, expired } = organization;
  return objects.length === 0 && roles.length + idle.length + expired.length === 0;
}

function organizationBlock(place: PlaceHoldings, seesAll: boolean): Block {
  const items = roleItems(place);
  if (seesAll) items.push(words('sees every record'));
  return list(words('Organization, and so everywhere'), items);
}

function objectBlock(place: PlaceHoldings): Block {
  const items = [...roleItems(place), ...sightItems(place.sight)];
  const { object } = place;
  return list(object === undefined ? words('Organization') : prose(object.name), items);
}

function roleItems(place: PlaceHoldings): Phrase[] {
  const items: Phrase[] = place.roles.map((held) => roleItem(held, place));
  if (place.idle.length > 0) items.push([...names(place.idle.map((role) => role.name)), ' besides, adding nothing']);
  for (const role of place.expired) items.push(expiredItem(role));
  return [...limited(items, maxRoles, 'roles')];
}

function roleItem({ role, through, adds }: HeldRole, { object }: PlaceHoldings): Phrase {
  const permissions = join(
    describeSet(adds, object === undefined ? 'organization' : 'object', { of: role.permissions }),
  );
  return [...permissions, ' – ', ...roleName(role), ...throughText(through), ...untilText(role)];
}

export function roleName(role: Role): Phrase {
  return role.managed ? phrase`managed role ${role.name}` : phrase`role ${role.name}`;
}

export function throughText(through: { readonly name: string } | undefined): Phrase {
  return through === undefined ? [] : phrase` through ${through.name}`;
}

function untilText({ expires }: Role): Phrase {
  return expires === undefined ? [] : words(`, until ${formatDay(expires)}`);
}

function expiredItem(role: Role): Phrase {
  if (role.expires === undefined) return [...roleName(role), ' is never in force: its expiry cannot be read'];
  return [...roleName(role), ` has expired on ${formatDay(role.expires)}`];
}

/** Of the words of auto-share only these can be known before a record is: a field says who is assigned. */
const assignedTexts = {
  assign: 'sees records that are assigned to them',
  'group-assign': 'sees records that are assigned to their groups',
} as const;

function sightItems(sight: readonly SightWay[]): readonly Phrase[] {
  const items: Phrase[] = [];
  const shared = new Set<'assign' | 'group-assign'>();
  for (const way of sight) {
    if (way.by === 'policy') items.push(policyItem(way));
    else if (way.by === 'auto-share' && (way.word === 'assign' || way.word === 'group-assign')) shared.add(way.word);
  }
  for (const word of shared) items.push([...words(assignedTexts[word]), ...phrase` – auto-share on ${word}`]);
  return limited(items, maxSight, 'ways to see records');
}

function policyItem(way: Extract<SightWay, { by: 'policy' }>): Phrase {
  const { policy, through, when } = way;
  const seen = when.op === 'true' ? words('sees every record') : phrase`sees records when ${writtenFormula(when)}`;
  const name = policy.isDefault ? words(' – default policy') : [' – ', ...phrase`policy ${policy.name}`];
  return [...seen, ...name, ...throughText(through)];
}

/** How many users some principals are, each once; of the largest group no member is looked at. */
export function countReached(subjects: readonly Principal[]): number {
  const groups = subjects.flatMap((each) => (each.kind === 'group' ? [each.members] : []));
  const users = subjects.flatMap((each) => (each.kind === 'user' ? [each] : []));
  const largest = groups.reduce((most, each) => (each.size > most.size ? each : most), new Set() as ReadonlySet<User>);
  const others = new Set<User>();
  for (const members of groups)
    if (members !== largest) for (const each of members) if (!largest.has(each)) others.add(each);
  for (const each of users) if (!largest.has(each)) others.add(each);
  return largest.size + others.size;
}

/** `3 people`, `1 person`. */
export function people(count: number): Phrase {
  return words(count === 1 ? '1 person' : `${count} people`);
}
