// Everyone that `only`, `nobody` and `who can` speak of.
import type { Model } from '../model/model.ts';
import type { Principal } from '../model/symbols.ts';

/** Every group as asked about, every active user, every active service account. */
export function* everyone(model: Model): Generator<Principal> {
  yield* model.groups.values();
  for (const user of model.users.values()) if (!user.inactive) yield user;
  for (const object of model.objects.values())
    for (const account of object.accounts.values()) if (!account.inactive) yield account;
}
