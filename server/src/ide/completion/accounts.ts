// Service accounts that somebody may use.
import type { AccountSlot } from '../../syntax/context-slots.ts';
import { account } from './principals.ts';
import type { Found, Request } from './suggestion.ts';

export function accounts({ snapshot }: Request, { qualifier }: AccountSlot): Found {
  const { model } = snapshot;
  if (qualifier === undefined) {
    const scope = { model, home: undefined };
    return [...model.objects.values()].flatMap((each) => [...each.accounts.values()].map((of) => account(of, scope)));
  }
  if (qualifier.kind === 'organization') return [];
  return [...(model.objects.get(qualifier.name)?.accounts.values() ?? [])].map((of) => account(of, undefined));
}
