// From a name to what kind of thing it is: a record's object, a field's type, the field of an option.
import type { Field } from '../model/symbols.ts';
import type { Snapshot } from '../project/types.ts';
import type { Place } from '../rules/finding.ts';
import { pathAt } from '../syntax/ast-path.ts';
import { declarationsOf } from './all-symbols.ts';
import type { Definition } from './definition.ts';
import { locate } from './locate.ts';
import { type Target, targetAt } from './rename/target.ts';

/** Undefined where no name stands, or one of something without a type that is written anywhere. */
export function typeDefinition(snapshot: Snapshot, path: string, offset: number): Definition | undefined {
  const located = locate(snapshot, path, offset);
  const found = located && targetAt(snapshot, located, offset);
  if (found === undefined) return undefined;
  const to = typeOf(snapshot, found.target);
  return to.length === 0 ? undefined : { from: found.span, to };
}

function typeOf(snapshot: Snapshot, target: Target): Place[] {
  if (target.kind === 'option') return fieldType(snapshot, target.field);
  if (target.kind === 'attribute') return [];
  const { symbol } = target;
  if (symbol.kind === 'field') return fieldType(snapshot, symbol);
  if (symbol.kind !== 'record' || symbol.object === undefined) return [];
  return declarationsOf(snapshot.model, symbol.object).map((origin) => snapshot.place(origin));
}

/** The words behind the colon. */
function fieldType(snapshot: Snapshot, { origin }: Field): Place[] {
  if (origin === undefined) return [];
  const { file, unit, span } = origin;
  return pathAt(unit, span.start).flatMap((node) => {
    if (!('type' in node) || node.type === undefined || node.name?.span.start !== span.start) return [];
    return [snapshot.place({ file, unit, span: node.type.span })];
  });
}
