// Requests that help to move about in one document: selections that grow, links, names that are typed together.
import type {
  DocumentLink,
  DocumentLinkParams,
  LinkedEditingRangeParams,
  LinkedEditingRanges,
  SelectionRange,
  SelectionRangeParams,
} from 'vscode-languageserver';
import { documentLinks, type DocumentLink as Link } from '../ide/document-links.ts';
import { linkedEditing } from '../ide/linked-editing.ts';
import { selectionRanges } from '../ide/selection-ranges.ts';
import { type Context, type FileView, spotOf, viewOf } from './context.ts';
import { pageOfRule, toRange } from './convert.ts';

/** One for each position, in their order. */
export function growSelections(context: Context, params: SelectionRangeParams): SelectionRange[] {
  const view = viewOf(context, params);
  if (view === undefined) return [];
  return params.positions.map((position) => {
    const offset = view.lines.offset(position);
    const ranges = selectionRanges(view.snapshot, view.path, offset).map((span) => toRange(view.lines, span));
    const outermost = ranges.pop() ?? toRange(view.lines, { start: offset, end: offset });
    return ranges.reduceRight<SelectionRange>((parent, range) => ({ range, parent }), { range: outermost });
  });
}

export function listLinks(context: Context, params: DocumentLinkParams): DocumentLink[] {
  const view = viewOf(context, params);
  if (view === undefined) return [];
  const withTooltip = context.client().textDocument?.documentLink?.tooltipSupport === true;
  return documentLinks(view.snapshot, view.path).flatMap(({ span, to, tooltip }) => {
    const target = targetOf(context, view, to);
    if (target === undefined) return [];
    return [{ range: toRange(view.lines, span), target, ...(withTooltip ? { tooltip } : {}) }];
  });
}

/** Pages of rules are there for clients that show them. */
function targetOf(context: Context, { held }: FileView, to: Link['to']): string | undefined {
  if (to.kind === 'file') return held.uriOf(to.path);
  return to.kind === 'address' ? to.address : pageOfRule(context.client(), to.rule);
}

export function linkNames(context: Context, params: LinkedEditingRangeParams): LinkedEditingRanges | null {
  const spot = spotOf(context, params);
  const found = spot && linkedEditing(spot.snapshot, spot.path, spot.offset);
  if (spot === undefined || found === undefined) return null;
  return { ranges: found.spans.map((span) => toRange(spot.lines, span)), wordPattern: found.pattern };
}
