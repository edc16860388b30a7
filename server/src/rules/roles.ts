// Roles of a model, as rules look at them.
import type { Model } from '../model/model.ts';
import type { Role } from '../model/symbols.ts';
import { notesOn } from '../text/notes.ts';

const rolesOf = notesOn<Model, readonly Role[]>();

/** Of the organization and of every object. */
export function allRoles(model: Model): readonly Role[] {
  const known = rolesOf.get(model);
  if (known !== undefined) return known;
  const all = [...model.roles.values()];
  for (const { roles } of model.objects.values()) for (const role of roles.values()) all.push(role);
  rolesOf.set(model, all);
  return all;
}
