// Whether a wish comes true: the decision itself, asked of a model as it would be after some changes.
import { decide } from '../decide.ts';
import { decideInvite, decideUse } from '../invite.ts';
import type { Wish } from './types.ts';
import type { View } from './view.ts';

export function allows(view: View, wish: Wish): boolean {
  const principal = view.principal(wish.principal);
  switch (wish.kind) {
    case 'can':
      return decide(view.model, { ...wish, principal, place: view.place(wish.place) }).outcome === 'allowed';
    case 'invite':
      return decideInvite(view.model, principal, wish.address, wish.today).outcome === 'allowed';
    case 'use':
      return decideUse(view.model, principal, view.principal(wish.account)).outcome === 'allowed';
  }
}
