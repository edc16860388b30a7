// Who is in the groups that fill themselves: by domain, and the two system groups.
import { domainOf } from './address.ts';
import type { Draft, GroupDraft } from './draft.ts';
import { addressOf } from './profiles.ts';

/** Every active user of its domain is in a dynamic group; every active one in one of the two system groups. */
export function joinGroups(draft: Draft): void {
  const byDomain = new Map<string, GroupDraft[]>();
  for (const group of draft.groups.values()) {
    if (group.domain === undefined) continue;
    const same = byDomain.get(group.domain) ?? [];
    same.push(group);
    byDomain.set(group.domain, same);
  }
  for (const user of draft.users.values()) {
    if (user.inactive) continue;
    for (const group of byDomain.get(domainOf(addressOf(draft, user))) ?? []) group.members.add(user);
    if (user.externalSound) (user.external ? draft.externalUsers : draft.internalUsers).members.add(user);
  }
}
