// From a node of a difference to the place that decides it, on either side.
import { Range, type TextDocumentShowOptions, Uri, window, workspace } from 'vscode';
import type { WireNode } from '../../server/src/lsp/protocol-difference.ts';

/** Takes an object with the `node`; gives the URI of the document that is shown, undefined where that side has no place. */
export async function openSide(side: 'before' | 'after', argument: unknown): Promise<string | undefined> {
  const location = nodeOf(argument)?.[side];
  if (location === undefined) return undefined;
  const { start, end } = location.range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  const options: TextDocumentShowOptions = { selection, preview: true };
  const document = await workspace.openTextDocument(Uri.parse(location.uri));
  await window.showTextDocument(document, options);
  return document.uri.toString();
}

/** The line of the tree that a menu gives. */
export function nodeOf(argument: unknown): WireNode | undefined {
  return typeof argument === 'object' && argument !== null && 'node' in argument
    ? (argument.node as WireNode)
    : undefined;
}
