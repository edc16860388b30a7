// The service accounts of a project as one text: equal for two states in which a record may name the same ones.
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';

const texts = new WeakMap<Model, string>();

/** Who may stand in a field beside people, and of whom it is known what they hold. */
export function accountsText(model: Model): string {
  const known = texts.get(model);
  if (known !== undefined) return known;
  const accounts = [...model.objects.values()].flatMap((object) => [...object.accounts.values()]);
  const text = accounts
    .map((account) => [principalPath(account), account.inactive, account.sound, account.rolesSound].join(' '))
    .join('\n');
  texts.set(model, text);
  return text;
}
