// Names as they are written in the place where they are meant to stand.
import type { Model } from '../../model/model.ts';
import type { ObjectSymbol, Principal, Role } from '../../model/symbols.ts';
import { writeName } from '../../syntax/keywords.ts';

/** A role as the object, or the organization where there is none, names it. */
export function roleNameIn(role: Role, within: ObjectSymbol | undefined): string {
  const name = writeName(role.name);
  if (role.object === undefined) return within?.roles.has(role.name) === true ? `organization.${name}` : name;
  return role.object === within ? name : `${writeName(role.object.name)}.${name}`;
}

/** Somebody as the object, or the organization where there is none, names them. */
export function principalNameIn(principal: Principal, within: ObjectSymbol | undefined): string {
  const name = writeName(principal.name);
  if (principal.kind === 'service account')
    return principal.object === within ? name : `${writeName(principal.object.name)}.${name}`;
  return within?.accounts.has(principal.name) === true ? `organization.${name}` : name;
}

/** The name, or with the first number behind it that makes it one that is not taken. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name;
  for (let number = 2; ; number++) if (!isTaken(`${name} ${number}`)) return `${name} ${number}`;
}

/** True of a name that a user or a group has: they share one set of names. */
export function isPerson({ users, groups }: Model, name: string): boolean {
  return users.has(name) || groups.has(name);
}
