// Objects: as a place, and to be opened once more.
import type { Origin } from '../../model/origin.ts';
import type { ObjectSymbol } from '../../model/symbols.ts';
import type { ObjectNameSlot } from '../../syntax/context-slots.ts';
import { objectText } from './documents.ts';
import { type Found, type Request, ranks, type Suggestion } from './suggestion.ts';

export function objects({ snapshot, context }: Request): Found {
  const home = context.blocks.find((block) => block.kind === 'object')?.name;
  // To name the object that it stands in says nothing more than to leave it out.
  return [...snapshot.model.objects.values()].map((each) =>
    object(each, each.name === home ? ranks.seldom : ranks.name),
  );
}

export function openedObjects({ snapshot, path, context }: Request, { type }: ObjectNameSlot): Found {
  // What is being written here opens an object too, half its name perhaps.
  const isHere = (origin: Origin) => {
    const { file, span } = snapshot.place(origin);
    return file === path && span.start === context.replace.start;
  };
  const known = [...snapshot.model.objects.values()].filter(
    (each) => each.type === type && !each.openings.every(isHere),
  );
  return known.map((each) => ({ ...object(each, ranks.name), detail: `opens this ${type} again` }));
}

function object(of: ObjectSymbol, rank: number): Suggestion {
  return {
    kind: 'object',
    label: of.name,
    insert: { name: of.name },
    detail: of.type,
    document: () => objectText(of),
    rank,
  };
}
