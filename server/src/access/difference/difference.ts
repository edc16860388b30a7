// The difference of two policies: who gains and loses what, where and for which records; decided, never sampled.

import { principalPath } from '../../model/lookup.ts';
import type { Model } from '../../model/model.ts';
import type { Field, Group, ObjectSymbol, Principal, Role } from '../../model/symbols.ts';
import { writeName } from '../../syntax/keywords.ts';
import { compareTexts } from '../../text/order.ts';
import { brokenOf } from './broken.ts';
import { compareInvites, touchedInviters } from './compare-invites.ts';
import { compareObject } from './compare-object.ts';
import { compareOrganization } from './compare-organization.ts';
import { compareUses, touchedUsers } from './compare-uses.ts';
import { entriesOf, undecidedOf } from './entries.ts';
import type { Finding, Found, Open } from './findings.ts';
import { type Gathering, gather } from './gathering.ts';
import { type Known, matchModels } from './match.ts';
import { everyHome, indexSide, type Party, partyBook } from './parties.ts';
import type { Run } from './run.ts';
import type { Touched } from './touch.ts';
import { touchedBy } from './touched.ts';
import type { Twins } from './twins.ts';
import type { AccessDifference, Change, DifferenceEntry, Rename, Undecided } from './types.ts';

/**
 * What every user, service account and group (as asked about) may do after and not before, and the other way round: at the
 * organization and in each object, for records that say no relation; for records that do, where what a relation gives
 * differs. `today`: the evaluation date, as days since 1970-01-01. What is `known` to go by another name need not be like itself
 * in anything else; names that both sides have stay with what has them.
 */
export function difference(before: Model, after: Model, today: number, known?: Known): AccessDifference {
  const twins = matchModels(before, after, known);
  const touched = touchedBy(twins, today);
  const users = touchedUsers({ twins });
  const inviters = touchedInviters({ twins });
  const renames = renamesOf(twins);
  const isSame = !touched.all && touched.everywhere.size + touched.at.size + users.size + inviters.size === 0;
  const unknown = brokenOf(before, after, isSame && renames.length === 0);
  if (isSame) return result(renames, [], unknown);
  const run = runOf(twins, touched, today);
  const found = compare(run, { users, inviters });
  return result(renames, entriesOf(run, found.findings), [...unknown, ...undecidedOf(run, found.open, found.unsound)]);
}

function result(
  renames: readonly Rename[],
  entries: readonly DifferenceEntry[],
  unknown: readonly Undecided[],
): AccessDifference {
  const count = (change: Change) => entries.filter((entry) => entry.change === change).length;
  const summary = {
    gained: count('gained'),
    lost: count('lost'),
    widened: count('widened'),
    narrowed: count('narrowed'),
    changed: count('changed'),
    unknown: unknown.length,
  };
  return { renames, entries, unknown, summary };
}

/** What a comparison has at hand, of what is touched. */
export function runOf(twins: Twins, touched: Touched, today: number): Run {
  const renamed = new Map([...twins.fields].map(([after, before]) => [before, after]));
  const groups = new Set<Group>([...twins.before.groups.values(), ...twins.groups.fresh]);
  return {
    twins,
    touched,
    today,
    sides: { before: indexSide(twins, 'before', today), after: indexSide(twins, 'after', today) },
    merging: { twins, otherMembers: touched.otherMembers, renamed, fields: new Map(), formulas: new WeakMap() },
    groups: new Map(),
    persons: new Map(),
    members: new Map(),
    held: [...groups].filter((group) => group.system === undefined),
  };
}

interface Besides {
  readonly users: ReadonlySet<Principal>;
  readonly inviters: ReadonlySet<Principal>;
}

function compare(run: Run, { users, inviters }: Besides): Found & { readonly unsound: ReadonlySet<Party> } {
  const { twins, touched } = run;
  const book = partyBook(twins);
  const everywhere = touched.all ? everyHome(twins) : touched.everywhere;
  const parties = book.of(everywhere);
  const global = gather(run, parties);
  const findings: Finding[] = compareOrganization(run, global);
  const open: Open[] = [];
  for (const home of placesOf(run)) {
    const local = touched.all ? [] : book.of(localHomes(run, home)).filter((party) => !global.crowdOf.has(party));
    const gatherings: Gathering[] = local.length === 0 ? [global] : [global, gather(run, local)];
    const found = compareObject(run, home, gatherings);
    for (const each of found.findings) findings.push(each);
    for (const each of found.open) open.push(each);
  }
  for (const each of compareUses(run, new Set([...parties, ...book.of(users)]))) findings.push(each);
  for (const each of compareInvites(run, book.of(inviters))) findings.push(each);
  return { findings, open, unsound: book.unsound };
}

function localHomes({ touched, twins }: Run, home: ObjectSymbol): ReadonlySet<Principal> {
  const at = touched.at.get(home) ?? new Set<Principal>();
  return at === 'everyone' ? everyHome(twins) : at;
}

/** The objects in which anybody is concerned. */
function placesOf({ touched, twins }: Run): ObjectSymbol[] {
  if (!touched.all && touched.everywhere.size === 0) return [...touched.at.keys()];
  return twins.objects.pairs.flatMap(({ before, after }) => before ?? after ?? []);
}

function renamesOf({ users, groups, objects, roles, accounts, fields }: Twins): Rename[] {
  const found: Rename[] = [];
  const add = <T extends { readonly name: string }>(
    kind: Rename['kind'],
    match: { readonly after: ReadonlyMap<T, T> },
    pathOf: (symbol: T) => string,
  ) => {
    for (const [before, after] of match.after)
      if (before.name !== after.name) found.push({ kind, before: pathOf(before), after: pathOf(after) });
  };
  add('user', users, principalPath);
  add('group', groups, principalPath);
  add('object', objects, ({ name }) => writeName(name));
  add('role', roles, memberPath);
  add('service account', accounts, principalPath);
  for (const [after, before] of fields)
    found.push({ kind: 'field', before: memberPath(before), after: memberPath(after) });
  return found.sort((a, b) => compareTexts(a.kind, b.kind) || compareTexts(a.before, b.before));
}

function memberPath({ object, name }: Role | Field): string {
  return object === undefined ? writeName(name) : `${writeName(object.name)}.${writeName(name)}`;
}
