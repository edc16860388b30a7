// What stands around an object in one state: as long as it is the same in the next, what was found out for its sake still holds.
import type { Model } from '../model/model.ts';
import type { ObjectSymbol, ServiceAccount } from '../model/symbols.ts';
import { accountsIn } from '../rules/accounts.ts';
import { recordsOf } from '../rules/records.ts';
import { notesOn } from '../text/notes.ts';

const ofOrganization = notesOn<Model, readonly ServiceAccount[]>();

/** Those that name a role of the organization. */
export function accountsOfOrganization(model: Model): readonly ServiceAccount[] {
  const known = ofOrganization.get(model);
  if (known !== undefined) return known;
  const accounts = accountsIn(model).filter(({ roles }) => roles.some(({ role }) => role.object === undefined));
  ofOrganization.set(model, accounts);
  return accounts;
}

/** Of an object: the declarations and objects that name it, and the records of it. */
export function aroundObject(model: Model, object: ObjectSymbol): readonly unknown[] {
  const units = model.namedBy(object);
  const records = recordsOf(model, object);
  if (units.length === 0) return records;
  const naming = units.map(({ declaration }) =>
    declaration?.kind === 'object' ? model.objects.get(declaration.name?.text ?? '') : undefined,
  );
  return [...units, ...naming, ...records];
}
