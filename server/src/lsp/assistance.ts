// Requests that help to read and write at a place: completion and hover.
import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { hover } from '../ide/hover.ts';
import { type Context, spotOf } from './context.ts';
import { toRange } from './convert.ts';

export function findHover(context: Context, params: HoverParams): Hover | null {
  const spot = spotOf(context, params);
  const found = spot && hover(spot.snapshot, spot.path, spot.offset);
  if (spot === undefined || found === undefined) return null;
  return { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: toRange(spot.lines, found.span) };
}
