// A bound model to its access index, from nothing.
import type { Model } from '../../model/model.ts';
import type { User } from '../../model/symbols.ts';
import { inForce } from '../question-scope.ts';
import type { AccessIndex, AccountRole, ObjectIndex } from './access-index.ts';
import { type Common, compileObject, compileOrganization, declaredRecords, grantsOf } from './compile-object.ts';
import { type People, peopleOf } from './people.ts';

/** `today`: the day that the index answers for, as days since 1970-01-01. */
export function compile(model: Model, today: number): AccessIndex {
  const people = peopleOf(model);
  const common = commonOf(people, today);
  const declared = declaredRecords(model, people);
  const objects = [...model.objects.values()].map((object) =>
    compileObject(object, common, declared.get(object) ?? []),
  );
  return {
    model,
    today,
    people,
    organization: compileOrganization(model, common),
    objects,
    objectsByName: byName(objects),
    accountRoles: accountRoles(people, today),
  };
}

export function commonOf(people: People, today: number): Common {
  return { people, today, attribute: (name) => attributeOf(people.users, name) };
}

export function byName(objects: readonly ObjectIndex[]): AccessIndex['objectsByName'] {
  return new Map(objects.map((object) => [object.symbol.name, object]));
}

export function accountRoles({ accounts }: People, today: number): AccessIndex['accountRoles'] {
  return accounts.map(({ roles }) => {
    const inEffect = roles.filter(({ role }) => inForce(role, today));
    return inEffect.map(({ role }): AccountRole => {
      return { object: role.object?.index, name: role.name, grants: grantsOf(role) };
    });
  });
}

type Said = readonly (string | undefined)[];

const attributes = new WeakMap<ReadonlyMap<string, User>, Map<string, Said>>();

/** What each user's attribute of that name says; made when a condition first asks for it. */
function attributeOf(users: ReadonlyMap<string, User>, name: string): Said {
  const all = attributes.get(users) ?? new Map<string, Said>();
  attributes.set(users, all);
  const known = all.get(name);
  if (known !== undefined) return known;
  const said = [...users.values()].map((user) => user.attributes.get(name));
  all.set(name, said);
  return said;
}
