// A declared group that nothing names.
import { atomsOf } from '../condition/operands.ts';
import type { Model } from '../model/model.ts';
import type { Formula, Group, ObjectSymbol } from '../model/symbols.ts';
import { lazy } from '../text/lazy.ts';
import { notesOn } from '../text/notes.ts';
import { removeDeclaration } from './edits/fix.ts';
import { mayHoldMore } from './people.ts';
import { allRoles } from './roles.ts';
import type { Rule } from './rule.ts';
import { unnamed } from './unnamed.ts';

export const unusedGroup: Rule = {
  id: 'unused-group',
  severity: 'warning',
  category: 'Without effect',
  title: 'a group that no role, policy, account, condition, record or question names',
  check: (context) => {
    const { model, place } = context;
    if (recordsNameGroups(model)) return [];
    // Of one with an error it is first to be seen what it is.
    const unused = unnamed(context, declaredIn(model)).filter((group) => !mayHoldMore(model, group));
    return unused.map(({ name, origin }) => {
      return {
        place: place(origin),
        message: `nothing names the group \`${name}\`: being in it gives nobody anything`,
        fixes: () => removeDeclaration(context, `Remove the group \`${name}\``, origin, { safe: !sharesAtAll(model) }),
      };
    });
  },
};

const declaredOf = new WeakMap<Model['groups'], readonly Group[]>();

function declaredIn({ groups }: Model): readonly Group[] {
  const known =
    declaredOf.get(groups) ?? [...groups.values()].filter((group) => group.declared && group.system === undefined);
  declaredOf.set(groups, known);
  return known;
}

/** True where a record gives access to the members of whatever group it names: such groups need no other mention. */
function recordsNameGroups(model: Model): boolean {
  const givesRoles = lazy(() => allRoles(model).some(({ autoShare }) => autoShare.has('assign')));
  for (const object of model.objects.values()) {
    const { asks, assigns } = groupsIn(object);
    if (asks || (assigns && (object.recordShares.has('group-assign') || givesRoles()))) return true;
  }
  return false;
}

interface GroupsOfRecords {
  /** A policy asks for the members of a group that a record names. */
  readonly asks: boolean;
  /** A record can be assigned to a group. */
  readonly assigns: boolean;
}

const knownGroups = notesOn<ObjectSymbol, GroupsOfRecords>();

function groupsIn(object: ObjectSymbol): GroupsOfRecords {
  const known = knownGroups.get(object);
  if (known !== undefined) return known;
  const found = {
    asks: object.policies.some(({ when }) => when !== undefined && asksForMembers(when)),
    assigns: [...object.fields.values()].some(({ type, assignee }) => type === 'group' && assignee),
  };
  knownGroups.set(object, found);
  return found;
}

/** Where records can give something to whoever they name, a group less is somebody less to ask about. */
function sharesAtAll(model: Model): boolean {
  const objects = [...model.objects.values()];
  return (
    objects.some(({ recordShares }) => recordShares.size > 0) ||
    allRoles(model).some(({ autoShare }) => autoShare.size > 0)
  );
}

function asksForMembers(formula: Formula): boolean {
  return atomsOf(formula).some(({ test }) => test.is === 'contains current user');
}
