// The order in which lists name their holders.
import type { AccessIndex } from './access-index.ts';
import type { HolderKind } from './kinds.ts';
import type { People } from './people.ts';
import type { Holders } from './who.ts';

export interface Holder {
  readonly principal: number;
  readonly kind: HolderKind;
}

/** Groups first, then users, then service accounts, each in the order of the model. */
export function inOrder({ people }: AccessIndex, { kinds }: Holders): Holder[] {
  const all = kinds.flatMap((kind) => kind.principals.map((principal): Holder => ({ principal, kind })));
  return all.sort((a, b) => rank(people, a.principal) - rank(people, b.principal));
}

function rank({ firstGroup, firstAccount }: People, principal: number): number {
  return firstGroup <= principal && principal < firstAccount ? principal - firstAccount : principal;
}
