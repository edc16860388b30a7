// The service accounts of a project as one text: equal for two states in which a record may name the same ones.
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { ServiceAccount } from '../model/symbols.ts';

const texts = new WeakMap<Model, string>();

/** Who may stand in a field beside people, and of whom it is known what they hold. That an error hides more of them no rule asks. */
export function accountsText(model: Model): string {
  const known = texts.get(model);
  if (known !== undefined) return known;
  const accounts = [...model.objects.values()].flatMap((object) => [...object.accounts.values()]);
  const text = accounts.map(lineOf).join('\n');
  texts.set(model, text);
  return text;
}

const lines = new WeakMap<ServiceAccount, string>();

function lineOf(account: ServiceAccount): string {
  const { inactive, sound, rolesSound } = account;
  const line = lines.get(account) ?? [principalPath(account), inactive, sound, rolesSound].join(' ');
  lines.set(account, line);
  return line;
}
