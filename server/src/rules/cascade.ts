// What the organization's roles reach: every object, whether or not their holders need it.
import { inForce } from '../access/question-scope.ts';
import { intersection, overlaps, type PermissionSet, setOf } from '../catalogue/permission-set.ts';
import { permissions } from '../catalogue/permissions.ts';
import type { Model } from '../model/model.ts';
import type { ObjectSymbol, Role, ServiceAccount } from '../model/symbols.ts';
import { notesOn } from '../text/notes.ts';
import { moveRole } from './edits/move-role.ts';
import type { Fix } from './finding.ts';
import type { Report, RuleContext } from './rule.ts';
import { isAdministration, isDeletion } from './stakes.ts';
import { type Holders, holdersBy, type Use, usedObjects } from './uses.ts';

/** Record, delete, bulk and administration grants weigh; reading settings or charts everywhere does not. */
const weighty = setOf(
  permissions.filter(
    (each) => each.scopes.includes('object') && (each.record || isAdministration(each) || isDeletion(each)),
  ),
);

const inObjects = setOf(permissions.filter(({ scopes }) => scopes.includes('object')));

export interface Cascade {
  readonly role: Role;
  readonly holders: Holders;
  readonly reached: number;
  readonly used: ReadonlyMap<ObjectSymbol, Use>;
  /** What it grants of weight; empty where it only reads settings or charts. */
  readonly weighty: PermissionSet;
}

const cascades = notesOn<Model, readonly Cascade[]>();

/** The custom roles of the organization that reach objects which their holders do not need. */
export function overbroadCascades(context: RuleContext): readonly Cascade[] {
  const known = cascades.get(context.model);
  if (known !== undefined) return known;
  const found = [...context.model.roles.values()].flatMap((role) => lookAt(context, role) ?? []);
  cascades.set(context.model, found);
  return found;
}

function lookAt({ model, today }: RuleContext, role: Role): Cascade | undefined {
  if (role.managed || !role.sound || !inForce(role, today)) return undefined;
  if (!overlaps(role.permissions, inObjects)) return undefined;
  const holders = holdersBy(model, role);
  if (holders.people.size + holders.accounts.length === 0) return undefined;
  const used = usedObjects(model, holders);
  // An error may hide that an object is needed.
  const perhaps = [...model.objects.values()].filter(
    (object) => !used.has(object) && model.broken.objects.get(object)?.sight === true,
  );
  if (used.size + perhaps.length >= model.objects.size) return undefined;
  const inTables = [...used.values()].filter(({ object }) => object.type === 'table');
  // Only a role of the organization can be of use in a table. That everybody sees what is in it is no use of this one.
  if (!inTables.every(isForEverybody)) return undefined;
  for (const { object } of inTables) used.delete(object);
  const weight = intersection(role.permissions, weighty);
  return { role, holders, reached: model.objects.size, used, weighty: weight };
}

function isForEverybody({ by, who }: Use): boolean {
  return by === 'policy' && who.kind === 'group' && who.system !== undefined;
}

const ways: Readonly<Record<Use['by'], string>> = {
  policy: 'a policy names',
  share: 'a record is shared with',
  action: 'here acts',
  expectation: 'an expectation names',
};

/** Where it is that the holders have some use of the role. */
export function whereUsed({ place }: RuleContext, { used }: Cascade): NonNullable<Report['related']> {
  return [...used.values()].flatMap(({ by, who, object, origin }) =>
    origin === undefined
      ? []
      : [{ place: place(origin), message: `\`${object.name}\` is needed: ${ways[by]} \`${who.name}\`` }],
  );
}

/** Into the objects where its holders have some use of it, an account where that account has. */
export function moveInto(context: RuleContext, { role, used }: Cascade): Fix[] {
  const usedBy = (account: ServiceAccount) => [...usedObjects(context.model, { names: new Set([account]) }).keys()];
  return moveRole(context, role, [...used.keys()], usedBy);
}
