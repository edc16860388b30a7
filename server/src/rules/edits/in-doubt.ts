// What broken text leaves open of an edit: whether it may have said something on which the effect of the edit depends.
import type { Model } from '../../model/model.ts';
import type { ObjectSymbol } from '../../model/symbols.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { notesOn } from '../../text/notes.ts';
import type { Fix } from '../finding.ts';
import type { EditContext } from '../rule.ts';

/**
 * True where the edits stand in an object that has something broken, or anywhere while something broken may count everywhere:
 * a declaration of the organization, an account that may hold roles and be named in policies of other objects. What else is
 * broken in an object counts in that object only, so it matters to whatever is edited outside of objects and to no other object.
 */
export function isInDoubt({ model, sources }: EditContext, edits: Fix['edits']): boolean {
  const broken = brokenIn(model);
  if (broken === 'everywhere') return true;
  if (broken.size === 0) return false;
  return edits.some(({ place: { file, span } }) => {
    const name = objectAt(sources.get(file), span.start);
    const object = name === undefined ? undefined : model.objects.get(name);
    return object === undefined || broken.has(object);
  });
}

type Broken = ReadonlySet<ObjectSymbol> | 'everywhere';

const known = notesOn<Model, Broken>();

function brokenIn(model: Model): Broken {
  const found = known.get(model) ?? findBroken(model);
  known.set(model, found);
  return found;
}

function findBroken({ broken: { organization, objects } }: Model): Broken {
  const all = [...objects];
  if (organization || all.some(([, { accounts }]) => accounts)) return 'everywhere';
  return new Set(all.filter(([, { roles, sight }]) => roles || sight).map(([object]) => object));
}

/** The name of the object whose declaration is there. */
function objectAt(source: SourceFile | undefined, offset: number): string | undefined {
  if (source === undefined) return undefined;
  const { units, starts } = source;
  const declaration = units[starts.findLastIndex((start) => start <= offset)]?.declaration;
  return declaration?.kind === 'object' ? declaration.name?.text : undefined;
}
