// Files to the bound model: declares every name, then resolves every use of one.
import { managedRoles } from '../catalogue/managed-roles.ts';
import type { ObjectDecl, ObjectItem } from '../syntax/ast.ts';
import type { SourceFile, Unit } from '../syntax/parse.ts';
import type { Span } from '../text/span.ts';
import { bindDirectory, type DirectoryContent } from './bind-directories.ts';
import { bindObject } from './bind-objects.ts';
import { bindQuestion } from './bind-questions.ts';
import { bindRole } from './bind-roles.ts';
import { declare } from './declare.ts';
import { newRole, objectSite, wholeObjectSite } from './declare-objects.ts';
import { type Draft, type GroupDraft, hasProblem, type ObjectDraft, originOf, type Site, stretchOf } from './draft.ts';
import { joinGroups } from './membership.ts';
import type { AskedQuestion, Model, Semantics } from './model.ts';
import type { Problem } from './problem.ts';
import type { Group, User } from './symbols.ts';

export interface BindInput {
  /** Sorted by path: of two declarations of a name the first stands. */
  readonly files: readonly { readonly path: string; readonly source: SourceFile }[];
  /** By path from the project's root. */
  readonly directories: ReadonlyMap<string, DirectoryContent>;
  readonly semantics: Semantics;
  /** A file or the settings could not be read: what they might say is open. */
  readonly incomplete: boolean;
}

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
    problems: [],
    references: [],
    organization: { kind: 'organization', name: '', origin: undefined, domains: [], invites: 'admins-only' },
    people,
    users: new Map(),
    near: new Map(),
    addresses: new Map(),
    groups: new Map(people),
    internalUsers,
    externalUsers,
    roles: new Map(),
    objects: new Map(),
    records: new Map(),
    tests: [],
    pending: { roles: [], objects: [], questions: [], later: [] },
    broken: { organization: input.incomplete, domains: input.incomplete },
  };
}

/** Never fails: what is wrong is among the model's problems. */
export function bind(input: BindInput): Model {
  const draft = newDraft(input);
  const units = input.files.flatMap(({ path, source }) => source.units.map((unit) => siteOf(draft, path, unit)));
  for (const site of units) if (site.unit.declaration !== undefined) declare(site, site.unit.declaration);
  if (!domainsAreSound(draft, units)) draft.broken.domains = true;
  bindDirectories(units, input);
  addManagedRoles(draft);
  for (const task of draft.pending.later.splice(0)) task();
  joinGroups(draft);
  for (const { site, declaration, role } of draft.pending.roles) bindRole(site, declaration, role);
  for (const { site, declaration, object } of draft.pending.objects) bindObject(site, declaration, object);
  for (const site of units) taintBySyntax(site);
  const questions = draft.pending.questions.map(({ site, declaration, test }): AskedQuestion => {
    const bound = bindQuestion(site, declaration.question, test);
    // What could not be read behind a question might have been part of it.
    const question = hasProblem(site, stretchOf(site, declaration)) ? undefined : bound;
    return { declaration, origin: originOf(site, declaration.span), test, question };
  });
  return finish(draft, questions);
}

function siteOf(draft: Draft, file: string, unit: Unit): Site {
  return {
    draft,
    file,
    unit,
    taint: () => {
      draft.broken.organization = true;
    },
  };
}

/** Which domains there are is known where the organization is whole, or where nothing unread might be one. */
function domainsAreSound(draft: Draft, units: readonly Site[]): boolean {
  const { origin } = draft.organization;
  if (origin === undefined) return units.every(({ unit }) => unit.problems.length === 0);
  const own = draft.problems.some((problem) => problem.origin.unit.declaration?.kind === 'organization');
  return !own && origin.unit.problems.length === 0;
}

function bindDirectories(units: readonly Site[], input: BindInput): void {
  const loaded = new Map<string, Problem['origin']>();
  for (const site of units) {
    const { declaration } = site.unit;
    if (declaration?.kind === 'directory') bindDirectory(site, declaration, input.directories, loaded);
  }
}

/** A managed role that is not written exists, with no members. */
function addManagedRoles(draft: Draft): void {
  for (const { name, grants } of managedRoles('organization'))
    if (!draft.roles.has(name))
      draft.roles.set(name, {
        ...newRole(name, { origin: undefined, managed: true, object: undefined }),
        permissions: grants,
      });
  for (const object of draft.objects.values()) {
    if (object.type === 'table') continue;
    for (const { name, grants } of managedRoles('object'))
      if (!object.roles.has(name))
        object.roles.set(name, { ...newRole(name, { origin: undefined, managed: true, object }), permissions: grants });
  }
}

/** Text that does not parse might have said anything that can stand where it stands. */
function taintBySyntax(site: Site): void {
  const { declaration, problems } = site.unit;
  // Roles of the organization may be among what an object that is not closed has swallowed.
  if (declaration?.kind === 'object' && !declaration.closed) site.taint();
  for (const { span } of problems) {
    if (declaration === undefined) site.taint();
    else if (declaration.kind !== 'object' || span.start >= declaration.span.end) {
      if (!isQuestion(declaration.kind)) site.taint();
    } else taintObject(site, declaration, span);
  }
}

const questionKinds: ReadonlySet<string> = new Set(['query', 'expect', 'test', 'record']);
const isQuestion = (kind: string) => questionKinds.has(kind);

function taintObject(site: Site, declaration: ObjectDecl, span: Span): void {
  const object = declaration.name === undefined ? undefined : site.draft.objects.get(declaration.name.text);
  if (object === undefined) {
    site.taint();
    return;
  }
  const item = declaration.items.find((each) => each.span.start <= span.start && span.start < each.span.end);
  if (item !== undefined && !crossesEnd(item, span)) objectSite(site, object, item).taint();
  else wholeObjectSite(site, object).taint();
}

/** A problem at the very end of an item is as much about what follows. */
function crossesEnd(item: ObjectItem, span: Span): boolean {
  return span.end > item.span.end || ('closed' in item && !item.closed);
}

function finish(draft: Draft, questions: readonly AskedQuestion[]): Model {
  const objects: ReadonlyMap<string, ObjectDraft> = draft.objects;
  return {
    organization: draft.organization,
    users: draft.users,
    groups: draft.groups,
    internalUsers: draft.internalUsers,
    externalUsers: draft.externalUsers,
    roles: draft.roles,
    objects,
    records: draft.records,
    tests: draft.tests,
    questions,
    problems: draft.problems,
    references: draft.references,
    groupsOf: groupsOf(draft),
    broken: {
      organization: draft.broken.organization,
      objects: new Map([...objects.values()].map((object) => [object, object.broken])),
    },
    semantics: draft.semantics,
  };
}

function groupsOf(draft: Draft): Model['groupsOf'] {
  const all = new Map<User, Set<Group>>([...draft.users.values()].map((user) => [user, new Set<Group>()]));
  for (const group of draft.groups.values()) for (const user of group.members) all.get(user)?.add(group);
  return all;
}
