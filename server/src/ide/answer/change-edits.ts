// Changes of access as edits of the text: what a remedy says, or what somebody assumes, written where it would stand.
import type { Change } from '../../access/remedies/types.ts';
import { printFormula } from '../../condition/print.ts';
import { principalPath } from '../../model/lookup.ts';
import type { Model } from '../../model/model.ts';
import type { Origin } from '../../model/origin.ts';
import { originIn } from '../../model/profiles.ts';
import type { ObjectSymbol, Principal, Role } from '../../model/symbols.ts';
import { editContextOf } from '../../project/edit-context.ts';
import type { Snapshot } from '../../project/types.ts';
import { addDeclaration } from '../../rules/edits/declare.ts';
import { type FileEdits, fixOf } from '../../rules/edits/fix.ts';
import { freeName, principalNameIn, roleNameIn } from '../../rules/edits/names.ts';
import {
  addItem,
  addToList,
  changeExpiry,
  type ItemKind,
  type ListKind,
  removeProperty,
} from '../../rules/edits/properties.ts';
import type { Fix } from '../../rules/finding.ts';
import type { EditContext } from '../../rules/rule.ts';
import { writeName } from '../../syntax/keywords.ts';
import { formatDay } from '../../text/calendar.ts';
import { widenInvites } from './organization-edits.ts';
import { changeRecord } from './record-edits.ts';

/** Undefined where one of them cannot be written: what it changes comes from a directory, or is only half read. */
export function editsOf(snapshot: Snapshot, changes: readonly Change[]): Fix['edits'] | undefined {
  const context = editContextOf(snapshot);
  const files = changes.map((change) => written(context, snapshot.model, change));
  if (files.some((each) => each.length === 0)) return undefined;
  return fixOf(context, '', files.flat())[0]?.edits;
}

function written(context: EditContext, model: Model, change: Change): FileEdits[] {
  switch (change.kind) {
    case 'join-group': {
      const { user, group } = change;
      return group.declared ? intoList(context, group.origin, 'members', principalNameIn(user, undefined)) : [];
    }
    case 'add-to-role':
      return intoRole(context, change.role, change.principal);
    case 'grant-in-role':
      return intoList(
        context,
        change.role.origin,
        'grants',
        change.permissions.map(({ constant }) => constant).join(', '),
      );
    case 'name-in-policy': {
      const { policy, principal } = change;
      return policy.isDefault ? [] : intoList(context, policy.origin, 'to', principalNameIn(principal, policy.object));
    }
    case 'new-policy':
      return intoObject(context, change.object, 'policy', policyText(change));
    case 'make-usable': {
      const { account, subject } = change;
      return intoList(context, account.origin, 'usable by', principalNameIn(subject, account.object));
    }
    case 'activate':
      return atOrigin(originIn(model, change.who), (name) => removeProperty(context, name, 'inactive'));
    case 'extend-expiry':
      return atOrigin(change.role.origin, (name) => changeExpiry(context, name, formatDay(change.until)));
    case 'widen-invites':
      return widenInvites(context, model, change);
    case 'meet-condition':
    case 'relate':
      return changeRecord(context, model, change);
  }
}

function intoList(context: EditContext, name: Origin | undefined, kind: ListKind, text: string): FileEdits[] {
  return atOrigin(name, (known) => addToList(context, known, kind, text));
}

/** What stands nowhere cannot be edited. */
function atOrigin(name: Origin | undefined, edit: (name: Origin) => FileEdits[]): FileEdits[] {
  return name === undefined ? [] : edit(name);
}

function intoObject(context: EditContext, { openings }: ObjectSymbol, kind: ItemKind, text: string): FileEdits[] {
  const [opening] = openings;
  return opening === undefined ? [] : addItem(context, opening, kind, text);
}

function intoRole(context: EditContext, role: Role, principal: Principal): FileEdits[] {
  if (principal.kind === 'service account')
    return intoList(context, principal.origin, 'roles', roleNameIn(role, principal.object));
  const member = principalNameIn(principal, role.object);
  if (role.origin !== undefined) return intoList(context, role.origin, 'members', member);
  // A managed role that nobody has written is there, without members.
  const text = `managed role ${writeName(role.name)} { members ${member} }`;
  if (role.object !== undefined) return intoObject(context, role.object, 'role', text);
  const [near] = context.sources.keys();
  return near === undefined ? [] : addDeclaration(context, near, 'role', text);
}

function policyText({ object, principal, when }: Extract<Change, { kind: 'new-policy' }>): string {
  const names = new Set(object.policies.map(({ name }) => name));
  const name = freeName(`For ${principalPath(principal).replaceAll('"', '')}`, (each) => names.has(each));
  const condition = when === undefined ? '' : ` when ${printFormula(when)}`;
  return `policy ${JSON.stringify(name)} { to ${principalNameIn(principal, object)}${condition} }`;
}
