// Names to symbols: unqualified in the enclosing object first, then in the organization (section 2 of the language).
import { suggestManagedRoles } from '../catalogue/managed-roles.ts';
import type { Name, Ref } from '../syntax/ast-value.ts';
import { writeName } from '../syntax/keywords.ts';
import { type ObjectDraft, refer, report, type Site, unknown } from './draft.ts';
import { nearNames, objectsWith } from './near.ts';
import type { AnySymbol, ObjectSymbol, Principal, RecordSymbol, Role, TestSymbol } from './symbols.ts';

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
    const candidates = nearNames(site.draft.near, name.text, [objects]);
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

function suggest<T>(site: Site, name: string, { scope, object, sought }: Search<T>): readonly string[] {
  const { near, objects } = site.draft;
  const own = object === undefined ? [] : [sought.inObject(object)];
  const alike = nearNames(near, name, typeof scope === 'string' ? [...own, sought.inOrganization] : own);
  if (scope !== 'none') return alike;
  const others = objectsWith(near, name, sought, { objects, but: object });
  return [...others.map((other) => qualified(other, name)), ...alike];
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
  const candidates = nearNames(site.draft.near, name.text, test === undefined ? [records] : [test.records, records]);
  const message = site.draft.objects.has(name.text)
    ? `\`${name.text}\` is an object, not a record: \`in\` asks about an object`
    : unknown('record', name.text);
  report(site, 'unknown-record', ref.span, { message, instead: candidates });
  return undefined;
}
