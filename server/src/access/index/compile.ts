// A bound model to its access index, from nothing.
import { has } from '../../catalogue/permission-set.ts';
import { permission as permissionNamed } from '../../catalogue/permissions.ts';
import type { Model } from '../../model/model.ts';
import type { Profiles } from '../../model/profiles.ts';
import { inForce } from '../question-scope.ts';
import type { AccessIndex, AccountRole, ObjectIndex, Place } from './access-index.ts';
import { type Common, compileObject, compileOrganization, declaredRecords, grantsOf } from './compile-object.ts';
import { newHoldings } from './holdings.ts';
import { type People, peopleOf } from './people.ts';

/** `today`: the day that the index answers for, as days since 1970-01-01. */
export function compile(model: Model, today: number): AccessIndex {
  const people = peopleOf(model);
  const common = commonOf(model, people, today);
  const declared = declaredRecords(model, people);
  const objects = [...model.objects.values()].map((object) =>
    compileObject(object, common, declared.get(object) ?? []),
  );
  const organization = compileOrganization(model, common);
  return { ...rest(model, common, organization), organization, objects, objectsByName: byName(objects) };
}

/** What is made of the whole, and small enough to be made again each time. */
export function rest(
  model: Model,
  { people, today }: Common,
  organization: Place,
): Pick<AccessIndex, 'model' | 'today' | 'people' | 'accountRoles' | 'admins' | 'holdings'> {
  const roles = accountRoles(people, today);
  const admins = adminsOf(model, people, organization, roles);
  return { model, today, people, accountRoles: roles, admins, holdings: newHoldings() };
}

const admin = permissionNamed('ADMIN');

function adminsOf(
  { semantics }: Model,
  { firstAccount, groups, firstGroup }: People,
  organization: Place,
  accounts: AccessIndex['accountRoles'],
): ReadonlySet<number> {
  const admins = new Set<number>();
  if (admin === undefined || !semantics.adminSeesAllRecords) return admins;
  organization.roles.forEach(({ grants }, i) => {
    if (!has(grants, admin)) return;
    for (const member of organization.members[i] ?? []) {
      admins.add(member);
      for (const user of groups[member - firstGroup]?.members ?? []) admins.add(user.index);
    }
  });
  accounts.forEach((roles, i) => {
    if (roles.some(({ object, grants }) => object === undefined && has(grants, admin))) admins.add(firstAccount + i);
  });
  return admins;
}

export function commonOf({ profiles }: Model, people: People, today: number): Common {
  return { people, today, attribute: (name) => saidOf(profiles.attributes, name) };
}

export function byName(objects: readonly ObjectIndex[]): AccessIndex['objectsByName'] {
  return new Map(objects.map((object) => [object.symbol.name, object]));
}

const noRoles: readonly AccountRole[] = [];

function accountRoles({ accounts }: People, today: number): AccessIndex['accountRoles'] {
  return accounts.map(({ roles }) => {
    if (roles.length === 0) return noRoles;
    const rows: AccountRole[] = [];
    for (const { role } of roles)
      if (inForce(role, today)) rows.push({ object: role.object?.index, name: role.name, grants: grantsOf(role) });
    return rows;
  });
}

type Said = readonly (string | undefined)[];

const saidIn = new WeakMap<Profiles['attributes'], Map<string, Said>>();

/** What each user's attribute of that name says; made when a condition first asks for it. */
function saidOf(attributes: Profiles['attributes'], name: string): Said {
  const all = saidIn.get(attributes) ?? new Map<string, Said>();
  saidIn.set(attributes, all);
  const known = all.get(name);
  if (known !== undefined) return known;
  const said = attributes.map((own) => own.get(name));
  all.set(name, said);
  return said;
}
