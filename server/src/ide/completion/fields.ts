// Fields of the object that a condition or a record speaks of.
import type { Field } from '../../model/symbols.ts';
import type { FieldSlot } from '../../syntax/context-slots.ts';
import { fieldType } from './documents.ts';
import { type Found, type Request, ranks, type Suggestion } from './suggestion.ts';

export function fields(request: Request, { home, like }: FieldSlot): Found {
  const all = fieldsOf(request, home);
  const type = all.find((each) => each.name === like)?.type;
  const fitting = like === undefined ? all : all.filter((each) => each.name !== like && each.type === type);
  return fitting.map(field);
}

export function fieldsOf({ snapshot }: Request, home: string | undefined): readonly Field[] {
  const object = home === undefined ? undefined : snapshot.model.objects.get(home);
  return [...(object?.fields.values() ?? [])];
}

export function field(of: Field): Suggestion {
  return {
    kind: 'field',
    label: of.name,
    insert: { name: of.name },
    detail: fieldType(of),
    rank: of.type === 'attachment' ? ranks.name + 1 : ranks.name,
  };
}
