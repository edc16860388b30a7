// The sources of suggestions: which one answers for what may stand at the cursor, one line each.
import type { Slot } from '../../syntax/context-slots.ts';
import { accounts } from './accounts.ts';
import { actors } from './actors.ts';
import { attributes } from './attributes.ts';
import { autoShareWords } from './auto-share.ts';
import { catalogueWords } from './catalogue-words.ts';
import { dates } from './dates.ts';
import { declarations, items, recordItems } from './declarations.ts';
import { fieldTypes } from './field-types.ts';
import { fields } from './fields.ts';
import { invitePolicies } from './invites.ts';
import { keywords } from './keywords.ts';
import { unwrittenManagedRoles } from './managed-roles.ts';
import { objects, openedObjects } from './objects.ts';
import { openings } from './openings.ts';
import { operators } from './operators.ts';
import { groupsOfPermissions } from './permission-groups.ts';
import { askedPermissions, grants } from './permissions.ts';
import { principals } from './principals.ts';
import { records } from './records.ts';
import { roles } from './roles.ts';
import type { Found, Request } from './suggestion.ts';
import { rules, suppression } from './suppressions.ts';
import { values } from './values.ts';

type SlotKinds = { readonly [S in Slot as S['kind']]: S };
type Sources = { readonly [K in keyof SlotKinds]: (request: Request, slot: SlotKinds[K]) => Found };

const sources: Sources = {
  declaration: declarations,
  item: items,
  'record item': recordItems,
  keyword: (_, slot) => keywords(slot),
  principal: principals,
  role: roles,
  actor: actors,
  grant: (_, slot) => grants(slot),
  permission: (_, slot) => askedPermissions(slot),
  'permission group': (_, slot) => groupsOfPermissions(slot),
  object: objects,
  'object name': openedObjects,
  'managed role': unwrittenManagedRoles,
  record: records,
  account: accounts,
  'catalogue word': (_, slot) => catalogueWords(slot),
  'auto-share': (_, slot) => autoShareWords(slot),
  invites: invitePolicies,
  'field type': fieldTypes,
  field: fields,
  operator: operators,
  value: values,
  attribute: attributes,
  date: dates,
  opening: (_, slot) => openings(slot),
  rule: rules,
  suppression,
};

/** What the source for a slot has to offer there. */
export function suggest<K extends keyof SlotKinds>(request: Request, slot: SlotKinds[K] & { readonly kind: K }): Found {
  return sources[slot.kind](request, slot);
}
