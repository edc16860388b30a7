// A custom role that nothing holds, names or shares.
import type { Model } from '../model/model.ts';
import type { ObjectSymbol, Role } from '../model/symbols.ts';
import { notesOn } from '../text/notes.ts';
import { removeDeclaration } from './edits/fix.ts';
import { accountsWith } from './holders.ts';
import type { Rule } from './rule.ts';
import { unnamed } from './unnamed.ts';

export const unusedRole: Rule = {
  id: 'unused-role',
  severity: 'warning',
  category: 'Without effect',
  title: 'a custom role that nobody holds and no service account names',
  check: (context) => {
    const { model, place } = context;
    return unnamed(context, freeRoles(model)).map(({ name, origin }) => ({
      place: place(origin),
      message: `nobody holds the role \`${name}\` and no service account names it`,
      fixes: () => removeDeclaration(context, `Remove the role \`${name}\``, origin, { safe: true }),
    }));
  },
};

/** Those without members whom no service account names. */
function freeRoles(model: Model): Role[] {
  const free = [...model.roles.values()].filter(isWithoutMembers);
  for (const object of model.objects.values()) {
    const { roles, isOpen } = withoutMembersIn(object);
    if (!isOpen) free.push(...roles);
  }
  return free.filter((role) => accountsWith(model, role).length === 0);
}

interface WithoutMembers {
  readonly roles: readonly Role[];
  /** A role is named wrongly there: most likely one of the account's own object is meant. */
  readonly isOpen: boolean;
}

const known = notesOn<ObjectSymbol, WithoutMembers>();

function withoutMembersIn(object: ObjectSymbol): WithoutMembers {
  const found = known.get(object) ?? {
    roles: [...object.roles.values()].filter(isWithoutMembers),
    isOpen: [...object.accounts.values()].some(({ rolesSound }) => !rolesSound),
  };
  known.set(object, found);
  return found;
}

/** Of a role with an error it is not known whom else it names. */
function isWithoutMembers({ managed, members, autoShare, sound }: Role): boolean {
  return !managed && members.length === 0 && autoShare.size === 0 && sound;
}
