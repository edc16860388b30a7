// Roles of a model, as rules look at them.
import type { Model } from '../model/model.ts';
import type { Role } from '../model/symbols.ts';

/** Of the organization and of every object. */
export function allRoles(model: Model): Role[] {
  return [...model.roles.values(), ...[...model.objects.values()].flatMap((object) => [...object.roles.values()])];
}
