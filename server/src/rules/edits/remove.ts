// Fixes that take something out of a unit, whatever it is.
import { at, type Origin } from '../../model/origin.ts';
import { type AstNode, pathAt } from '../../syntax/ast-path.ts';
import { removeItem } from '../../syntax/edits/remove-item.ts';
import { shift } from '../../text/span.ts';
import type { Fix } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { type FileEdits, type FixOptions, fixOf } from './fix.ts';
import { isSound, writtenOf } from './written.ts';

/** The innermost node of one of the kinds around the start of a place. */
export function nodeAround<K extends string>(
  { unit, span }: Origin,
  kinds: readonly K[],
): Extract<AstNode, { readonly kind: K }> | undefined {
  const isMeant = (node: AstNode): node is Extract<AstNode, { readonly kind: K }> =>
    'kind' in node && kinds.some((kind) => kind === node.kind);
  return pathAt(unit, span.start).findLast(isMeant);
}

/** What removes a node of the unit of a place, with its line where it has one; none where it is half read. */
export function removal(context: RuleContext, origin: Origin, { span }: Pick<AstNode, 'span'>): FileEdits[] {
  const written = writtenOf(context, at(origin, span));
  if (written === undefined || !isSound(origin.unit, span)) return [];
  const { file, source, start } = written;
  return [{ file, edits: [removeItem(source, shift(span, start))] }];
}

/** The same as a fix. */
export function removeNode(
  context: RuleContext,
  title: string,
  place: { readonly origin: Origin; readonly node: Pick<AstNode, 'span'> },
  options?: FixOptions,
): Fix[] {
  return fixOf(context, title, removal(context, place.origin, place.node), options);
}
