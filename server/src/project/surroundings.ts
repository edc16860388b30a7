// What stands around an object in one state: as long as it is the same in the next, what was found out for its sake still holds.
import type { Model } from '../model/model.ts';
import type { ObjectSymbol, RecordSymbol, ServiceAccount } from '../model/symbols.ts';

/** Those that name a role of the organization. */
export function accountsOfOrganization({ objects }: Model): ServiceAccount[] {
  const accounts = [...objects.values()].flatMap((object) => [...object.accounts.values()]);
  return accounts.filter(({ roles }) => roles.some(({ role }) => role.object === undefined));
}

/** Of an object: the declarations and objects that name it, and the records of it. */
export function aroundObjects({ namedBy, objects, records }: Model): (object: ObjectSymbol) => readonly unknown[] {
  const recordsOf = new Map<ObjectSymbol, RecordSymbol[]>();
  for (const record of records.values()) {
    if (record.object === undefined) continue;
    const known = recordsOf.get(record.object);
    if (known === undefined) recordsOf.set(record.object, [record]);
    else known.push(record);
  }
  return (object) => {
    const units = namedBy.get(object) ?? nothing;
    const naming = units.map(({ declaration }) =>
      declaration?.kind === 'object' ? objects.get(declaration.name?.text ?? '') : undefined,
    );
    return [...units, ...naming, ...(recordsOf.get(object) ?? nothing)];
  };
}

const nothing: readonly never[] = [];
