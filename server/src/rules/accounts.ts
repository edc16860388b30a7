// The service accounts of a project as one text: equal for two states in which a record may name the same ones.
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { ServiceAccount } from '../model/symbols.ts';

const texts = new WeakMap<Model, string>();

/** Who may stand in a field beside people, of whom it is known what they hold, and where an error hides more. */
export function accountsText(model: Model): string {
  const known = texts.get(model);
  if (known !== undefined) return known;
  const objects = [...model.objects.values()];
  // An error may hide an account of the object, or a role that one of them holds anywhere.
  const broken = objects.filter((object) => model.broken.objects.get(object)?.accounts === true);
  const accounts = objects.flatMap((object) => [...object.accounts.values()]);
  const text = [...broken.map(({ name }) => name), ...accounts.map(lineOf)].join('\n');
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
