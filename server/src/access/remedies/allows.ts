// Whether a wish comes true in a model as it would be after some changes.
import { decideInvite, decideUse } from '../invite.ts';
import { isAllowed } from './grounds-in.ts';
import type { Wish } from './types.ts';
import type { View } from './view.ts';

export function allows(view: View, wish: Wish): boolean {
  const principal = view.principal(wish.principal);
  switch (wish.kind) {
    case 'can':
      return isAllowed(view, wish);
    case 'invite':
      return decideInvite(view.model, principal, wish.address, wish.today).outcome === 'allowed';
    case 'use':
      return decideUse(view.model, principal, view.principal(wish.account)).outcome === 'allowed';
  }
}
