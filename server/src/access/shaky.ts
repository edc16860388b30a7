// What is allowed by conditions that broken text might turn around: who is in a group, what a field may hold.
import { allOf, anyOf, negate } from '../condition/build.ts';
import { atomsOf } from '../condition/operands.ts';
import { reduce } from '../condition/reduce.ts';
import { satisfy } from '../condition/solve.ts';
import { always } from '../model/formulas.ts';
import type { Model } from '../model/model.ts';
import type { BoundPlace } from '../model/question.ts';
import type { Atom, Formula, Group, ObjectSymbol } from '../model/symbols.ts';
import { notesOn } from '../text/notes.ts';
import type { Grounds } from './grounds.ts';
import { sceneOf } from './question-scope.ts';
import { worldOf } from './world.ts';

/** A group that a broken declaration might be about. */
const unread: Group = {
  kind: 'group',
  name: 'a group that cannot be read',
  origin: undefined,
  system: undefined,
  domain: undefined,
  description: undefined,
  members: new Set(),
  declared: false,
};

/**
 * Why what is allowed might not be, were the broken text what it was meant to be; undefined where the sound declarations
 * alone allow it. Membership widens what roles and policies give, but a condition may also ask that somebody is in no group.
 */
export function shakyReason(grounds: Grounds, place: BoundPlace): string | undefined {
  const { model } = grounds.scope;
  const isShaky = shakyAtoms(model);
  if (isShaky === undefined) return undefined;
  const firm = (formula: Formula) => !atomsOf(formula).some(isShaky);
  const held = grounds.permissions.filter((way) => firm(way.when));
  const perPermission = grounds.asked.map((permission) =>
    anyOf(held.filter((way) => way.permission === permission).map((way) => way.when)),
  );
  const seen = grounds.needsSight ? [anyOf(grounds.sight.filter((way) => firm(way.when)).map((way) => way.when))] : [];
  const when = place.kind === 'object' && place.when !== undefined && firm(place.when) ? place.when : always;
  const against = allOf([when, negate(allOf([...perPermission, ...seen]))]);
  const world = worldOf(grounds.scope);
  const wider = model.broken.organization ? { ...world, groups: [...world.groups, unread] } : world;
  if (satisfy(reduce(against, sceneOf(grounds.scope)), wider).kind === 'no') return undefined;
  return model.broken.organization
    ? 'a declaration of the organization is broken and might change who is in a group'
    : 'a field is broken and might hold something else';
}

const brokenFields = notesOn<Model, boolean>();

/** Whether a field of any object is broken: looked up once, as every decision asks. */
function hasBrokenField(model: Model): boolean {
  const known = brokenFields.get(model);
  if (known !== undefined) return known;
  let found = false;
  for (const object of model.objects.values()) found ||= hasBroken(object);
  brokenFields.set(model, found);
  return found;
}

const brokenIn = notesOn<ObjectSymbol, boolean>();

function hasBroken(object: ObjectSymbol): boolean {
  const known = brokenIn.get(object) ?? [...object.fields.values()].some((field) => field.broken === true);
  brokenIn.set(object, known);
  return known;
}

/** Whether what is allowed has to be looked at for that at all. */
export function mayBeShaky(model: Model): boolean {
  return model.broken.organization || hasBrokenField(model);
}

/** The comparisons that broken text leaves open; undefined where there is none that could be. */
function shakyAtoms(model: Model): ((atom: Atom) => boolean) | undefined {
  if (!mayBeShaky(model)) return undefined;
  return ({ field, test }) =>
    field.broken === true ||
    (model.broken.organization && (test.is === 'in group' || test.is === 'contains current user'));
}
