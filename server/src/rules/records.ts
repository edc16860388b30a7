// The records of a project, by the objects whose they are.
import type { Model } from '../model/model.ts';
import type { ObjectSymbol, RecordSymbol } from '../model/symbols.ts';
import { notesOn } from '../text/notes.ts';

const known = notesOn<Model, ReadonlyMap<ObjectSymbol, readonly RecordSymbol[]>>();

/** In the order of the project. */
export function recordsOf(model: Model, object: ObjectSymbol): readonly RecordSymbol[] {
  const all = known.get(model) ?? byObject(model);
  known.set(model, all);
  return all.get(object) ?? nothing;
}

const nothing: readonly RecordSymbol[] = [];

function byObject({ records }: Model): ReadonlyMap<ObjectSymbol, readonly RecordSymbol[]> {
  const all = new Map<ObjectSymbol, RecordSymbol[]>();
  for (const record of records.values()) {
    if (record.object === undefined) continue;
    const own = all.get(record.object);
    if (own === undefined) all.set(record.object, [record]);
    else own.push(record);
  }
  return all;
}
