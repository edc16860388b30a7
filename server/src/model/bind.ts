// Files to the bound model: declares every name, then resolves every use of one.
import { bindDirectory } from './bind-directories.ts';
import type { BindInput, Bound } from './bound.ts';
import { bindContents, bindQuestions, runLater } from './contents.ts';
import { declare } from './declare.ts';
import { addManagedRoles } from './declare-objects.ts';
import { type Draft, type GroupDraft, type Site, siteOf } from './draft.ts';
import { finish } from './finish.ts';
import { joinGroups } from './membership.ts';
import type { Model } from './model.ts';
import { nothingSought } from './near.ts';
import { filePartsOf, partOf } from './parts.ts';
import type { Problem } from './problem.ts';
import type { Group, User } from './symbols.ts';

function systemGroup(name: string, system: 'internal' | 'external'): GroupDraft {
  return {
    kind: 'group',
    name,
    origin: undefined,
    system,
    domain: undefined,
    description: undefined,
    members: new Set(),
    declared: false,
  };
}

function newDraft(input: BindInput): Draft {
  const internalUsers = systemGroup('Internal Users', 'internal');
  const externalUsers = systemGroup('External Users', 'external');
  const people = new Map([internalUsers, externalUsers].map((group) => [group.name, group] as const));
  return {
    semantics: input.semantics,
    organization: { kind: 'organization', name: '', origin: undefined, domains: [], invites: 'admins-only' },
    people,
    users: new Map(),
    profiles: { origins: [], addresses: [], attributes: [] },
    near: nothingSought(),
    addresses: new Map(),
    groups: new Map(people),
    internalUsers,
    externalUsers,
    roles: new Map(),
    objects: new Map(),
    records: new Map(),
    tests: [],
    pending: { roles: [], objects: [], questions: [], later: [] },
    broken: { organization: false, domains: input.incomplete },
  };
}

/** Never fails: what is wrong is among the model's problems. */
export function bind(input: BindInput): Model {
  return bindAll(input).model;
}

/** All of a project, from nothing. */
export function bindAll(input: BindInput): Bound {
  const draft = newDraft(input);
  const sites = input.files.map(
    ({ path, source }) => [path, source.units.map((unit) => siteOf(draft, path, unit))] as const,
  );
  const units = sites.flatMap(([, own]) => own);
  for (const site of units) if (site.unit.declaration !== undefined) declare(site, site.unit.declaration);
  if (!domainsAreSound(draft, units)) draft.broken.domains = true;
  bindDirectories(units, input);
  addManagedRoles(draft);
  runLater(draft);
  joinGroups(draft);
  bindContents(draft, units);
  const questions = bindQuestions(draft);
  const parts = sites.map(([path, own]) => {
    const all = own.map((site) => partOf(site, questions.get(site.unit)));
    return [path, filePartsOf(all)] as const;
  });
  return finish(draft, { input, parts: new Map(parts) }, { ground: {}, people: {}, groupsOf: groupsOf(draft) });
}

/** Which domains there are is known where the organization is whole, or where nothing unread might be one. */
function domainsAreSound(draft: Draft, units: readonly Site[]): boolean {
  const { origin } = draft.organization;
  if (origin === undefined) return units.every(({ unit }) => unit.problems.length === 0);
  const own = units.some(({ unit, notes }) => unit.declaration?.kind === 'organization' && notes.problems.length > 0);
  return !own && origin.unit.problems.length === 0;
}

function bindDirectories(units: readonly Site[], input: BindInput): void {
  const loaded = new Map<string, Problem['origin']>();
  for (const site of units) {
    const { declaration } = site.unit;
    if (declaration?.kind === 'directory') bindDirectory(site, declaration, input.directories, loaded);
  }
}

/** Who is in the same groups shares a set of them. */
function groupsOf({ users, groups }: Draft): Model['groupsOf'] {
  const keys = new Map<User, string>([...users.values()].map((user) => [user, '']));
  const all = [...groups.values()];
  for (const [at, { members }] of all.entries())
    for (const user of members) {
      const known = keys.get(user);
      if (known !== undefined) keys.set(user, `${known}${at} `);
    }
  const sets = new Map<string, ReadonlySet<Group>>();
  const named = (key: string) => new Set(key.split(' ').flatMap((at) => (at === '' ? [] : (all[Number(at)] ?? []))));
  for (const key of keys.values()) if (!sets.has(key)) sets.set(key, named(key));
  return new Map([...keys].map(([user, key]) => [user, sets.get(key) ?? named(key)]));
}
