// Users and groups of SCIM files, merged with those that are declared: what is declared wins.
import type { DirectoryDecl } from '../syntax/ast.ts';
import { domainOf } from './address.ts';
import { addUser } from './declare-people.ts';
import { type Directory, type DirectoryGroup, type DirectoryUser, saysExternal } from './directory.ts';
import { type Draft, originOf, report, type Site, type UserDraft } from './draft.ts';
import type { Problem } from './problem.ts';
import { originIn } from './profiles.ts';

export type DirectoryContent = { readonly directory: Directory } | { readonly unreadable: string };

/**
 * The path of a directory file relative to the project's root: `path` is relative to the folder of the file that
 * names it. Undefined where it is absolute or leads out of the project.
 */
export function directoryPath(file: string, path: string): string | undefined {
  if (path === '' || /^[/\\]|^[A-Za-z]:|\0/.test(path)) return undefined;
  const parts = file.split('/').slice(0, -1);
  for (const part of path.split(/[/\\]/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? undefined : parts.join('/');
}

export function bindDirectory(
  site: Site,
  declaration: DirectoryDecl,
  contents: ReadonlyMap<string, DirectoryContent>,
  loaded: Map<string, Problem['origin']>,
): void {
  const { path } = declaration;
  if (path === undefined) return;
  const fail = (message: string) => report(site, 'directory-unreadable', path.span, message);
  const resolved = directoryPath(site.file, path.text);
  if (resolved === undefined) {
    fail(`\`${path.text}\` is no path below the project`);
    return;
  }
  const first = loaded.get(resolved);
  if (first !== undefined) {
    const related = [{ origin: first, message: 'first named here' }];
    report(site, 'duplicate-name', path.span, { message: `a second directory \`${path.text}\``, related });
    return;
  }
  loaded.set(resolved, originOf(site, path.span));
  const content = contents.get(resolved);
  if (content === undefined) {
    fail(`\`${path.text}\` cannot be found`);
    return;
  }
  if ('unreadable' in content) {
    fail(`\`${path.text}\` cannot be read: ${content.unreadable}`);
    return;
  }
  reportProblems(site, { path: path.text, span: path.span }, content.directory);
  const added = addUsers(site, path.span, content.directory.users);
  for (const group of content.directory.groups) addGroup(site, path.span, group, added);
}

/** As many as a person reads; the rest is counted. */
const maxProblems = 5;

function reportProblems(
  site: Site,
  at: { readonly path: string; readonly span: DirectoryDecl['span'] },
  directory: Directory,
): void {
  const broken = directory.problems.filter((problem) => problem.kind !== 'nested-group');
  for (const problem of broken.slice(0, maxProblems)) {
    const place = problem.path === '' ? '' : ` at \`${problem.path}\``;
    const where = `line ${problem.line + 1}, column ${problem.character + 1}${place}`;
    report(site, 'directory-unreadable', at.span, `\`${at.path}\`, ${where}: ${problem.message}`);
  }
  if (broken.length > maxProblems)
    report(site, 'directory-unreadable', at.span, `\`${at.path}\`: ${broken.length - maxProblems} more problems`);
  for (const problem of directory.problems)
    if (problem.kind === 'nested-group')
      site.notes.problems.push({
        rule: 'nested-directory-group',
        origin: originOf(site, at.span),
        message: problem.message,
      });
}

function isExternal(draft: Draft, user: DirectoryUser): boolean {
  if (saysExternal(user)) return true;
  const { domains } = draft.organization;
  return domains.length > 0 && !domains.includes(domainOf(user.address));
}

/** By their names in this file. */
function addUsers(site: Site, span: DirectoryDecl['span'], users: readonly DirectoryUser[]): Map<string, UserDraft> {
  const { draft } = site;
  const added = new Map<string, UserDraft>();
  for (const user of users) {
    const address = user.address.toLowerCase();
    const known = draft.addresses.get(address);
    if (known !== undefined) {
      added.set(user.name, known);
      // What is declared wins; but who has left the directory comes back only by being declared alone.
      if (!user.active) known.inactive = true;
      const own = known.declared ? draft.profiles.attributes[known.index] : undefined;
      if (own !== undefined) for (const [name, value] of user.attributes) if (!own.has(name)) own.set(name, value);
      continue;
    }
    const taken = draft.people.get(user.name);
    if (taken !== undefined) {
      const origin = originIn(draft, taken);
      const related = origin === undefined ? [] : [{ origin, message: 'declared here' }];
      report(site, 'duplicate-name', span, {
        message: `the directory has a user \`${user.name}\` too, with another address`,
        related,
      });
      continue;
    }
    const external = isExternal(draft, user);
    const fresh: UserDraft = {
      kind: 'user',
      name: user.name,
      index: draft.users.size,
      external,
      externalSound: draft.broken.domains === false || saysExternal(user),
      inactive: !user.active,
      sound: true,
      declared: false,
    };
    if (!fresh.externalSound) site.taint();
    addUser(draft, fresh, {
      origin: originOf(site, span),
      address,
      attributes: user.attributes as Map<string, string>,
    });
    draft.addresses.set(address, fresh);
    added.set(user.name, fresh);
  }
  return added;
}

function addGroup(
  site: Site,
  span: DirectoryDecl['span'],
  group: DirectoryGroup,
  users: ReadonlyMap<string, UserDraft>,
): void {
  const { draft } = site;
  const taken = draft.people.get(group.name);
  if (taken !== undefined) {
    const origin = originIn(draft, taken);
    const related = origin === undefined ? [] : [{ origin, message: 'declared here' }];
    report(site, 'duplicate-name', span, { message: `the directory has a group \`${group.name}\` too`, related });
    return;
  }
  const members = new Set(group.members.flatMap((name) => users.get(name) ?? []));
  const fresh = {
    kind: 'group' as const,
    name: group.name,
    origin: originOf(site, span),
    system: undefined,
    domain: undefined,
    description: undefined,
    members,
    declared: false,
  };
  draft.people.set(fresh.name, fresh);
  draft.groups.set(fresh.name, fresh);
}
