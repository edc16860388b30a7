// Roles that a service account may take: its own object's, the organization's and other objects'.
import { describeManagedRole } from '../../catalogue/describe.ts';
import { managedRole } from '../../catalogue/managed-roles.ts';
import type { ObjectSymbol, Role } from '../../model/symbols.ts';
import type { Qualifier, RoleSlot } from '../../syntax/context-slots.ts';
import { factsText, roleText } from './documents.ts';
import { closest, matcher } from './match.ts';
import { type Found, type Request, ranks, type Suggestion } from './suggestion.ts';

const most = 60;

export function roles({ snapshot, context }: Request, slot: RoleSlot): Found {
  const { model } = snapshot;
  const { qualifier } = slot;
  const home = slot.home === undefined ? undefined : model.objects.get(slot.home);
  if (qualifier !== undefined) {
    const owner = qualifier.kind === 'organization' ? model : model.objects.get(qualifier.name);
    const prefix = qualifier.kind === 'organization' ? 'organization' : qualifier.name;
    const all = [...(owner?.roles.values() ?? [])].map((each) => role(each, undefined, ranks.name));
    return all.filter(({ label }) => !slot.named.includes(`${prefix}.${label}`));
  }
  const own = [...(home?.roles.values() ?? [])].map((each) => role(each, undefined, ranks.name));
  const global = [...model.roles.values()].map((each) => {
    const hidden: Qualifier | undefined = home?.roles.has(each.name) === true ? { kind: 'organization' } : undefined;
    return role(each, hidden, ranks.name + 1);
  });
  const matches = matcher(context.typed);
  const others = closest(
    rolesElsewhere(model.objects.values(), home),
    most,
    ({ of, object }) => matches(of.name) ?? matches(object.name),
  );
  const far = others.best.map(({ of, object }) => role(of, { kind: 'object', name: object.name }, ranks.further));
  const all = [...own, ...global, ...far].filter(({ label }) => !slot.named.includes(label));
  return others.cut ? { first: all } : all;
}

interface Elsewhere {
  readonly of: Role;
  readonly object: ObjectSymbol;
}

function* rolesElsewhere(objects: Iterable<ObjectSymbol>, home: ObjectSymbol | undefined): Generator<Elsewhere> {
  for (const object of objects) {
    if (object !== home) for (const of of object.roles.values()) yield { of, object };
  }
}

/** Those that the platform keeps come after those of the same place that are written for it. */
function role(of: Role, qualifier: Qualifier | undefined, rank: number): Suggestion {
  const owner = of.object === undefined ? 'the organization' : of.object.name;
  const prefix = qualifier?.kind === 'object' ? qualifier.name : qualifier?.kind;
  const label = prefix === undefined ? of.name : `${prefix}.${of.name}`;
  const fixed = of.managed ? managedRole(of.object === undefined ? 'organization' : 'object', of.name) : undefined;
  return {
    kind: 'role',
    label,
    insert: qualifier === undefined ? { name: of.name } : { name: of.name, qualifier },
    detail: `${of.managed ? 'managed role' : 'role'} of ${owner}`,
    document: () => (fixed === undefined ? roleText(of) : factsText(describeManagedRole(fixed))),
    ...(prefix === undefined ? {} : { found: `${of.name} ${label}` }),
    rank: of.managed ? rank + 5 : rank,
  };
}
