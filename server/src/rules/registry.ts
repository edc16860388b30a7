// Every rule, one line each, in the order of the catalogue.
import { adminOutsideManagedRole } from './admin-outside-managed-role.ts';
import { adminSprawl } from './admin-sprawl.ts';
import { alwaysTrue } from './always-true.ts';
import { autoShareEscalation } from './auto-share-escalation.ts';
import { conflictingDuties } from './conflicting-duties.ts';
import { confusedDeputy } from './confused-deputy.ts';
import { dataAccessWithoutPermission } from './data-access-without-permission.ts';
import { dataEgress } from './data-egress.ts';
import { deadInviteGrant } from './dead-invite-grant.ts';
import { defaultPolicyInEffect } from './default-policy-in-effect.ts';
import { directoryUnreadable } from './directory-unreadable.ts';
import { duplicateName } from './duplicate-name.ts';
import { excessDataAccess } from './excess-data-access.ts';
import { excessPermission } from './excess-permission.ts';
import { expiredRole } from './expired-role.ts';
import { externalOverreach } from './external-overreach.ts';
import { externalWithoutExpiry } from './external-without-expiry.ts';
import { failedExpectation } from './failed-expectation.ts';
import { identityOverride } from './identity-override.ts';
import { inactiveActor } from './inactive-actor.ts';
import { individualMember } from './individual-member.ts';
import { invalidMember } from './invalid-member.ts';
import { invalidValue } from './invalid-value.ts';
import { lostSight } from './lost-sight.ts';
import { managedRoleFixed } from './managed-role-fixed.ts';
import { missingDataAccess } from './missing-data-access.ts';
import { missingDescription } from './missing-description.ts';
import { missingPermission } from './missing-permission.ts';
import { missingProperty } from './missing-property.ts';
import { missingPurpose } from './missing-purpose.ts';
import { nestedDirectoryGroup } from './nested-directory-group.ts';
import { neverTrue } from './never-true.ts';
import { noEmergencyAdmin } from './no-emergency-admin.ts';
import { openInvites } from './open-invites.ts';
import { operatorType } from './operator-type.ts';
import { orgRoleUsedOnce } from './org-role-used-once.ts';
import { overbroadOrgGrant } from './overbroad-org-grant.ts';
import { publisherIdentity } from './publisher-identity.ts';
import { redundantGrant } from './redundant-grant.ts';
import { roleWithoutDataAccess } from './role-without-data-access.ts';
import type { Rule } from './rule.ts';
import { selfPropagatingShare } from './self-propagating-share.ts';
import { serviceAccountElsewhere } from './service-account-elsewhere.ts';
import { serviceAccountNotShared } from './service-account-not-shared.ts';
import { settings } from './settings.ts';
import { shadowedPolicy } from './shadowed-policy.ts';
import { syntax } from './syntax.ts';
import { unconditionalPolicy } from './unconditional-policy.ts';
import { undocumentedPermission } from './undocumented-permission.ts';
import { unknownAction } from './unknown-action.ts';
import { unknownAttribute } from './unknown-attribute.ts';
import { unknownField } from './unknown-field.ts';
import { unknownObject } from './unknown-object.ts';
import { unknownOption } from './unknown-option.ts';
import { unknownPermission } from './unknown-permission.ts';
import { unknownPermissionGroup } from './unknown-permission-group.ts';
import { unknownPrincipal } from './unknown-principal.ts';
import { unknownRecord } from './unknown-record.ts';
import { unknownRole } from './unknown-role.ts';
import { unknownTool } from './unknown-tool.ts';
import { unknownTrigger } from './unknown-trigger.ts';
import { unreadableFile } from './unreadable-file.ts';
import { unusedGroup } from './unused-group.ts';
import { unusedRecord } from './unused-record.ts';
import { unusedRole } from './unused-role.ts';
import { unusedServiceAccount } from './unused-service-account.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { vagueName } from './vague-name.ts';
import { writeWithoutRead } from './write-without-read.ts';
import { wrongScope } from './wrong-scope.ts';

export const rules: readonly Rule[] = [
  syntax,
  missingProperty,
  duplicateName,
  settings,
  unreadableFile,
  unknownPermission,
  unknownRole,
  unknownPrincipal,
  unknownObject,
  unknownField,
  unknownOption,
  unknownRecord,
  unknownPermissionGroup,
  unknownAction,
  unknownTool,
  unknownTrigger,
  operatorType,
  invalidValue,
  wrongScope,
  managedRoleFixed,
  invalidMember,
  missingPermission,
  missingDataAccess,
  serviceAccountNotShared,
  serviceAccountElsewhere,
  inactiveActor,
  failedExpectation,
  directoryUnreadable,
  overbroadOrgGrant,
  orgRoleUsedOnce,
  adminOutsideManagedRole,
  adminSprawl,
  noEmergencyAdmin,
  externalOverreach,
  externalWithoutExpiry,
  autoShareEscalation,
  selfPropagatingShare,
  confusedDeputy,
  publisherIdentity,
  identityOverride,
  conflictingDuties,
  openInvites,
  neverTrue,
  alwaysTrue,
  shadowedPolicy,
  defaultPolicyInEffect,
  redundantGrant,
  roleWithoutDataAccess,
  dataAccessWithoutPermission,
  writeWithoutRead,
  deadInviteGrant,
  unusedRole,
  unusedGroup,
  unusedServiceAccount,
  unusedRecord,
  expiredRole,
  excessPermission,
  excessDataAccess,
  unusedSuppression,
  unconditionalPolicy,
  lostSight,
  missingDescription,
  missingPurpose,
  vagueName,
  individualMember,
  undocumentedPermission,
  unknownAttribute,
  nestedDirectoryGroup,
  dataEgress,
];

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

export function ruleNamed(id: string): Rule | undefined {
  return byId.get(id);
}

export const ruleNames = {
  known: new Set(byId.keys()),
  locked: new Set(rules.filter((rule) => rule.locked === true).map((rule) => rule.id)),
};
