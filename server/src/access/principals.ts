// Everyone that `only`, `nobody` and `who can` speak of.
import { has } from '../catalogue/permission-set.ts';
import type { Permission } from '../catalogue/types.ts';
import type { Model } from '../model/model.ts';
import type { BoundPlace } from '../model/question.ts';
import type { Principal, Role } from '../model/symbols.ts';
import { isSound } from './actor.ts';
import { grantsAdmin } from './permission-ways.ts';
import { inForce, rolesAt } from './question-scope.ts';

/** Every group as asked about, every active user, every active service account. */
export function* everyone(model: Model): Generator<Principal> {
  yield* model.groups.values();
  for (const user of model.users.values()) if (!user.inactive) yield user;
  for (const object of model.objects.values())
    for (const account of object.accounts.values()) if (!account.inactive) yield account;
}

export interface WhoAsked {
  readonly permissions: readonly Permission[];
  readonly place: BoundPlace;
  readonly today: number;
}

/**
 * Those of everyone who might hold what is asked for at all: of tens of thousands mostly a few. The rest hold none of the
 * roles that grant it. Principals of whom nothing can be said are among them, for the asker to say so.
 */
export function candidates(model: Model, asked: WhoAsked): Principal[] {
  const sets = asked.permissions.map((permission) => holdersOf(model, permission, asked));
  const narrow = sets.filter((set) => set !== undefined).sort((a, b) => a.size - b.size)[0];
  const all = [...everyone(model)];
  return narrow === undefined ? all : all.filter((principal) => narrow.has(principal) || isOpen(principal));
}

/** True of those whose declaration leaves open what they hold. */
function isOpen(principal: Principal): boolean {
  return !isSound(principal) || (principal.kind === 'service account' && !principal.rolesSound);
}

/** Undefined where a relation to a record can give the permission to anybody. */
function holdersOf(model: Model, permission: Permission, { place, today }: WhoAsked): Set<Principal> | undefined {
  const holders = new Set<Principal>();
  const object = place.kind === 'object' ? place.object : undefined;
  const grants = (role: Role) => inForce(role, today) && (has(role.permissions, permission) || grantsAdmin(role));
  const roles = new Set(rolesAt(model, object).filter(grants));
  for (const role of roles) {
    if (object !== undefined && role.autoShare.size > 0) return undefined;
    for (const { member } of role.members) {
      holders.add(member);
      if (member.kind === 'group') for (const user of member.members) holders.add(user);
    }
  }
  for (const owner of model.objects.values())
    for (const account of owner.accounts.values())
      if (account.roles.some(({ role }) => roles.has(role))) holders.add(account);
  return holders;
}
