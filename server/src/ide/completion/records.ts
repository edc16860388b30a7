// Declared records, those of the test around the cursor first.
import type { RecordSymbol } from '../../model/symbols.ts';
import type { RecordSlot } from '../../syntax/context-slots.ts';
import { type Found, type Request, ranks, type Suggestion } from './suggestion.ts';

export function records({ snapshot, path, offset }: Request, { test }: RecordSlot): Found {
  const { model } = snapshot;
  // Broken text may end the test before the cursor: it is the last of its name that begins before it.
  const around = model.tests.findLast(
    ({ name, origin }) =>
      name === test && origin?.file === path && test !== undefined && snapshot.place(origin).span.start < offset,
  );
  const own = [...(around?.records.values() ?? [])];
  const names = new Set(own.map((each) => each.name));
  const others = [...model.records.values()].filter((each) => !names.has(each.name));
  return [...own.map((each) => record(each, ranks.name)), ...others.map((each) => record(each, ranks.name + 1))];
}

function record({ name, object }: RecordSymbol, rank: number): Suggestion {
  return {
    kind: 'record',
    label: name,
    insert: { name },
    ...(object === undefined ? {} : { detail: `record in ${object.name}` }),
    rank,
  };
}
