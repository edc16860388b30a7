// Declared records, those of the test around the cursor first.
import type { RecordSymbol } from '../../model/symbols.ts';
import type { RecordSlot } from '../../syntax/context-slots.ts';
import { type Found, type Request, ranks, type Suggestion } from './suggestion.ts';

export function records({ snapshot, path, offset }: Request, { test }: RecordSlot): Found {
  const { model } = snapshot;
  const around = model.tests.filter(({ name, origin, declaration }) => {
    if (name !== test || origin === undefined || origin.file !== path) return false;
    const whole = snapshot.place({ ...origin, span: declaration.span }).span;
    return whole.start <= offset && offset <= whole.end;
  });
  const own = around.flatMap((each) => [...each.records.values()]);
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
