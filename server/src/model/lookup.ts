// Names to symbols: unqualified in the enclosing object first, then in the organization (section 2 of the language).
import { suggestManagedRoles } from '../catalogue/managed-roles.ts';
import type { Name, Ref } from '../syntax/ast-value.ts';
import { writeName } from '../syntax/keywords.ts';
import { nearest } from '../text/nearest.ts';
import { type ObjectDraft, refer, report, type Site, unknown } from './draft.ts';
import type { AnySymbol, ObjectSymbol, Principal, RecordSymbol, Role, TestSymbol } from './symbols.ts';

/** The names nearest to a name that is unknown, as they are written. */
export function instead(name: string, candidates: Iterable<string>): readonly string[] {
  return nearest(name, candidates).map(writeName);
}

function qualified(object: ObjectSymbol, name: string): string {
  return `${writeName(object.name)}.${writeName(name)}`;
}

/** How a principal is named from outside of every object. */
export function principalPath(principal: Principal): string {
  return principal.kind === 'service account' ? qualified(principal.object, principal.name) : writeName(principal.name);
}

/** The object that a name qualifies with; reports an unknown one. */
function qualifier(site: Site, ref: Ref): ObjectDraft | 'organization' | 'none' | undefined {
  if (ref.qualifier === undefined) return 'none';
  if ('kind' in ref.qualifier) return 'organization';
  return objectNamed(site, ref.qualifier);
}

export function objectNamed(site: Site, name: Name): ObjectDraft | undefined {
  const { objects } = site.draft;
  const object = objects.get(name.text);
  if (object === undefined) {
    const candidates = instead(name.text, objects.keys());
    report(site, 'unknown-object', name.span, { message: unknown('object', name.text), instead: candidates });
  } else refer(site, name.span, object);
  return object;
}

/** The object that a reference names; reports what is wrong. */
export function resolveObject(site: Site, ref: Ref): ObjectDraft | undefined {
  if (ref.name === undefined) return undefined;
  if (ref.qualifier === undefined || 'kind' in ref.qualifier) return objectNamed(site, ref.name);
  report(site, 'unknown-object', ref.span, 'an object is not part of another object');
  return undefined;
}

interface Sought<T> {
  readonly rule: 'unknown-principal' | 'unknown-role';
  readonly what: string;
  readonly inObject: (object: ObjectDraft) => ReadonlyMap<string, T>;
  readonly inOrganization: ReadonlyMap<string, T>;
  readonly suggestions?: (name: string, object: ObjectDraft | undefined) => readonly string[];
}

/** Looks a name up in its qualifier, or in the enclosing object and then the organization. Tells `unknown-…` itself. */
function resolve<T extends AnySymbol>(
  site: Site,
  ref: Ref,
  within: ObjectDraft | undefined,
  sought: Sought<T>,
): T | undefined {
  const { name } = ref;
  const scope = qualifier(site, ref);
  if (name === undefined || scope === undefined) {
    if (name === undefined) site.taint();
    return undefined;
  }
  const object = scope === 'none' ? within : scope === 'organization' ? undefined : scope;
  const own = object === undefined ? undefined : sought.inObject(object).get(name.text);
  const global = typeof scope === 'string' ? sought.inOrganization.get(name.text) : undefined;
  const found = own ?? global;
  if (found !== undefined) {
    refer(site, name.span, found);
    return found;
  }
  const candidates = sought.suggestions?.(name.text, object) ?? [];
  const scoped = typeof scope === 'string' ? '' : ` in \`${scope.name}\``;
  const alternatives = candidates.length > 0 ? candidates : suggest(site, name.text, { scope, object, sought });
  report(site, sought.rule, name.span, {
    message: `${unknown(sought.what, name.text)}${scoped}`,
    instead: alternatives,
    ...(object === undefined ? {} : { about: object }),
  });
  return undefined;
}

interface Search<T> {
  readonly scope: ObjectDraft | 'organization' | 'none';
  readonly object: ObjectDraft | undefined;
  readonly sought: Sought<T>;
}

/** Beyond so many different unknown names nobody reads what is near each, and each is compared with all there are. */
const mostSought = 500;

/** A name that was everybody's is unknown in many places at once: it is looked for once. */
function nearNames({ draft }: Site, name: string, maps: readonly ReadonlyMap<string, unknown>[]): readonly string[] {
  const [first] = maps;
  if (first === undefined) return [];
  const known = draft.near.get(first) ?? new Map<string, readonly string[]>();
  draft.near.set(first, known);
  const key = `${maps.length} ${name}`;
  const near = known.get(key) ?? (known.size < mostSought ? instead(name, keysOf(maps)) : []);
  known.set(key, near);
  return near;
}

function* keysOf(maps: readonly ReadonlyMap<string, unknown>[]): Generator<string> {
  for (const map of maps) yield* map.keys();
}

function suggest<T>(site: Site, name: string, { scope, object, sought }: Search<T>): readonly string[] {
  const own = object === undefined ? [] : [sought.inObject(object)];
  const near = nearNames(site, name, typeof scope === 'string' ? [...own, sought.inOrganization] : own);
  if (scope !== 'none') return near;
  // The very name in another object: most likely only its qualifier is missing.
  const elsewhere = [...site.draft.objects.values()].filter((o) => o !== object && sought.inObject(o).has(name));
  return [...elsewhere.map((o) => qualified(o, name)), ...near];
}

/** A user, group or service account. `within`: the enclosing object, or the one that is spoken of. */
export function resolvePrincipal(site: Site, ref: Ref, within: ObjectDraft | undefined): Principal | undefined {
  return resolve<Principal>(site, ref, within, {
    rule: 'unknown-principal',
    what: 'user, group or service account',
    inObject: (object) => object.accounts,
    inOrganization: site.draft.people,
  });
}

export function resolveRole(site: Site, ref: Ref, within: ObjectDraft | undefined): Role | undefined {
  return resolve<Role>(site, ref, within, {
    rule: 'unknown-role',
    what: 'role',
    inObject: (object) => object.roles,
    inOrganization: site.draft.roles,
    suggestions: (name, object) =>
      suggestManagedRoles(object === undefined ? 'organization' : 'object', name).map((role) => writeName(role.name)),
  });
}

export function resolveRecord(site: Site, ref: Ref, test: TestSymbol | undefined): RecordSymbol | undefined {
  const { name } = ref;
  if (name === undefined) return undefined;
  const { records } = site.draft;
  const found = ref.qualifier === undefined ? (test?.records.get(name.text) ?? records.get(name.text)) : undefined;
  if (found !== undefined) {
    refer(site, name.span, found);
    return found;
  }
  const candidates = instead(name.text, keysOf(test === undefined ? [records] : [test.records, records]));
  const message = site.draft.objects.has(name.text)
    ? `\`${name.text}\` is an object, not a record: \`in\` asks about an object`
    : unknown('record', name.text);
  report(site, 'unknown-record', ref.span, { message, instead: candidates });
  return undefined;
}
