// Managed roles whose members are not written yet.
import { describeManagedRole } from '../../catalogue/describe.ts';
import { managedRoles } from '../../catalogue/managed-roles.ts';
import type { ManagedRoleSlot } from '../../syntax/context-slots.ts';
import { factsText } from './documents.ts';
import { type Found, type Request, ranks } from './suggestion.ts';

export function unwrittenManagedRoles({ snapshot, path, context, offset }: Request, { home }: ManagedRoleSlot): Found {
  const { model } = snapshot;
  const owner = home === undefined ? model : model.objects.get(home);
  const isWritten = (name: string) => {
    const origin = owner?.roles.get(name)?.origin;
    if (origin === undefined) return false;
    // The name that is being written here is none that is written elsewhere.
    const { file, span } = snapshot.place(origin);
    return file !== path || offset < span.start || span.end < offset;
  };
  const place = home === undefined ? 'organization' : 'object';
  return managedRoles(place)
    .filter((each) => !isWritten(each.name))
    .map((each) => ({
      kind: 'role',
      label: each.name,
      insert: context.followed ? { name: each.name } : { name: each.name, tail: ' {\n  members $0\n}' },
      detail: 'managed role',
      document: () => factsText(describeManagedRole(each)),
      found: [each.name, ...each.aliases].join(' '),
      rank: ranks.name,
    }));
}
