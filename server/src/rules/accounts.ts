// The service accounts of a project, and all of them as one text: equal for two states in which a record may name the same ones.
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { ObjectSymbol, ServiceAccount } from '../model/symbols.ts';
import { notesOn } from '../text/notes.ts';

const ofModels = notesOn<Model, readonly ServiceAccount[]>();
const ofObjects = notesOn<ObjectSymbol, readonly ServiceAccount[]>();

/** Those of all objects, in the order of the project. */
export function accountsIn(model: Model): readonly ServiceAccount[] {
  const known = ofModels.get(model);
  if (known !== undefined) return known;
  const all: ServiceAccount[] = [];
  for (const object of model.objects.values()) for (const account of accountsOf(object)) all.push(account);
  ofModels.set(model, all);
  return all;
}

function accountsOf(object: ObjectSymbol): readonly ServiceAccount[] {
  const known = ofObjects.get(object) ?? [...object.accounts.values()];
  ofObjects.set(object, known);
  return known;
}

const texts = notesOn<Model, string>();

/** Who may stand in a field beside people, and of whom it is known what they hold. That an error hides more of them no rule asks. */
export function accountsText(model: Model): string {
  const known = texts.get(model);
  if (known !== undefined) return known;
  const all: string[] = [];
  for (const account of accountsIn(model)) all.push(lineOf(account));
  const text = all.join('\n');
  texts.set(model, text);
  return text;
}

const lines = notesOn<ServiceAccount, string>();

function lineOf(account: ServiceAccount): string {
  const { inactive, sound, rolesSound } = account;
  const line = lines.get(account) ?? [principalPath(account), inactive, sound, rolesSound].join(' ');
  lines.set(account, line);
  return line;
}
