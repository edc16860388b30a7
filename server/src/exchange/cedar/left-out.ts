// What of a project its Cedar export does not say, and why: nothing is left out without a line here.
import type { Model } from '../../model/model.ts';
import type { Field, ObjectSymbol, Role } from '../../model/symbols.ts';
import { code } from '../markdown.ts';
import { accountsOf } from './entities.ts';
import { sortedBy } from './names.ts';
import { exportedFields } from './schema.ts';
import type { Sight } from './sight.ts';

export interface Omission {
  /** In Markdown. */
  readonly line: string;
  /** True where Cedar refuses what the language allows because of it. */
  readonly decides: boolean;
}

export interface ExportedParts {
  readonly model: Model;
  readonly objects: readonly ObjectSymbol[];
  readonly roles: readonly Role[];
  readonly sights: ReadonlyMap<ObjectSymbol, Sight>;
  readonly attributes: readonly string[];
}

export function omissionsOf(parts: ExportedParts): Omission[] {
  return [
    ...policiesLeft(parts),
    ...brokenParts(parts),
    ...unnameable(parts),
    ...rolesLeft(parts),
    ...notDeciding(parts),
  ];
}

/** `2 automations`, `1 automation`. */
function counted(count: number, what: string): string {
  const plural = what.replace(/(?:y)?$/, (end) => (end === 'y' ? 'ies' : 's'));
  return `${count} ${count === 1 ? what : plural}`;
}

function line(what: string, names: readonly string[], why: string, decides = false): Omission[] {
  if (names.length === 0) return [];
  const list = names.map(code).join(', ');
  return [{ line: `${counted(names.length, what)} (${list}): ${why}`, decides }];
}

function policiesLeft({ sights }: ExportedParts): Omission[] {
  return [...sights.values()].flatMap(({ left }) =>
    left.flatMap(({ policy, reasons }) =>
      line('policy', [`${policy.object.name}: ${policy.name}`], reasons.join('; '), true),
    ),
  );
}

function brokenParts({ model, sights, roles }: ExportedParts): Omission[] {
  const broken = [...sights.values()].flatMap((sight) =>
    sight.broken.map(({ name, object }) => `${object.name}: ${name}`),
  );
  const users = [...model.users.values()].filter(({ sound }) => !sound).map(({ name }) => name);
  const accounts = accountsOf(model).filter(({ sound }) => !sound);
  const expiry = rolesWhere(model, ({ expiryUnsound }) => expiryUnsound);
  return [
    ...line('policy', broken, 'broken, so nothing is opened'),
    ...line('role', roles.filter(({ sound }) => !sound).map(pathOf), 'broken in part: what is sound counts'),
    ...line('role', expiry, 'never in force: the day of expiry cannot be read'),
    ...line('user', users, 'broken, so not active'),
    ...line('service account', accounts.map(pathOf), 'broken, so not active'),
  ];
}

/** Halves of surrogate pairs, which only a directory file can spell. */
function unnameable({ model }: ExportedParts): Omission[] {
  const names = [
    ...[...model.users.keys(), ...model.groups.keys(), ...model.roles.keys(), ...model.objects.keys()],
    ...[...model.objects.values()].flatMap(({ roles, accounts }) => [...roles.keys(), ...accounts.keys()]),
  ];
  const wrong = names.filter((name) => !name.isWellFormed());
  return line('name', wrong, 'no text that Cedar can hold; what is called so is left out', true);
}

function rolesLeft({ model, roles }: ExportedParts): Omission[] {
  const exported = new Set(roles);
  const left = rolesWhere(model, (role) => !exported.has(role) && role.managed && role.origin === undefined);
  return left.length === 0
    ? []
    : [
        {
          line: `${counted(left.length, 'managed role')} that the project does not write: without members`,
          decides: false,
        },
      ];
}

function rolesWhere(model: Model, is: (role: Role) => boolean): string[] {
  const all = [...model.roles.values(), ...[...model.objects.values()].flatMap(({ roles }) => [...roles.values()])];
  return sortedBy(all.filter(is).map(pathOf), (path) => path);
}

function pathOf({ name, object }: { readonly name: string; readonly object: ObjectSymbol | undefined }): string {
  return object === undefined ? name : `${object.name}.${name}`;
}

const number = (count: number, what: string, why: string): Omission[] =>
  count === 0 ? [] : [{ line: `${counted(count, what)}: ${why}`, decides: false }];

/** What no decision of Cedar rests on. */
function notDeciding({ model, objects, attributes }: ExportedParts): Omission[] {
  const all = [...model.objects.values()];
  const lost = objects.flatMap((object) => {
    const kept = new Set<Field>(exportedFields(object));
    return [...object.fields.values()].filter((field) => !kept.has(field)).map(pathOf);
  });
  const named = new Set(attributes);
  const others = new Set(model.profiles.attributes.flatMap((own) => [...own.keys()]));
  const unused = [...others].filter((name) => !named.has(name)).sort();
  const dynamic = [...model.groups.values()].filter(({ domain }) => domain !== undefined).map(({ name }) => name);
  const kinds = model.questions.map(({ declaration }) => declaration.kind);
  const records = model.records.size + model.tests.reduce((sum, test) => sum + test.records.size, 0);
  return [
    ...line('field', lost, 'without a type that can be read'),
    ...line('attribute', unused, 'named by no condition'),
    ...line('group', dynamic, 'filled by domain: exported are the members of now'),
    ...number(
      sum(all, ({ automations }) => automations.length),
      'automation',
      'checked by `writ check`, not asked of Cedar',
    ),
    ...number(
      sum(all, ({ agents }) => agents.length),
      'agent',
      'checked by `writ check`, not asked of Cedar',
    ),
    ...number(records, 'record', 'the data of whoever asks Cedar'),
    ...number(kinds.filter((kind) => kind === 'query').length, 'query', 'asked of Writ'),
    ...number(kinds.filter((kind) => kind === 'expect').length, 'expectation', 'checked by `writ check`'),
  ];
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}
