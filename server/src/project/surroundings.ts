// What stands around an object in one state: as long as it is the same in the next, what was found out for its sake still holds.
import type { Model } from '../model/model.ts';
import type { ObjectSymbol, RecordSymbol, ServiceAccount } from '../model/symbols.ts';

const ofOrganization = new WeakMap<Model, readonly ServiceAccount[]>();

/** Those that name a role of the organization. */
export function accountsOfOrganization(model: Model): readonly ServiceAccount[] {
  const known = ofOrganization.get(model);
  if (known !== undefined) return known;
  const accounts: ServiceAccount[] = [];
  for (const object of model.objects.values())
    for (const account of object.accounts.values())
      if (account.roles.some(({ role }) => role.object === undefined)) accounts.push(account);
  ofOrganization.set(model, accounts);
  return accounts;
}

const recordsIn = new WeakMap<Model, ReadonlyMap<ObjectSymbol, readonly RecordSymbol[]>>();

function recordsByObject(model: Model): ReadonlyMap<ObjectSymbol, readonly RecordSymbol[]> {
  const known = recordsIn.get(model);
  if (known !== undefined) return known;
  const records = new Map<ObjectSymbol, RecordSymbol[]>();
  for (const record of model.records.values()) {
    if (record.object === undefined) continue;
    const own = records.get(record.object);
    if (own === undefined) records.set(record.object, [record]);
    else own.push(record);
  }
  recordsIn.set(model, records);
  return records;
}

/** Of an object: the declarations and objects that name it, and the records of it. */
export function aroundObject(model: Model, object: ObjectSymbol): readonly unknown[] {
  const units = model.namedBy.get(object) ?? nothing;
  const records = recordsByObject(model).get(object) ?? nothing;
  if (units.length === 0) return records;
  const naming = units.map(({ declaration }) =>
    declaration?.kind === 'object' ? model.objects.get(declaration.name?.text ?? '') : undefined,
  );
  return [...units, ...naming, ...records];
}

const nothing: readonly never[] = [];
