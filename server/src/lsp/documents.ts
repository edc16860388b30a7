// Open documents, changed as the client says it: in its columns, and in UTF-16 once they are here.
import type { Range, TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lineMap } from '../text/line-map.ts';
import { type Encoding, encodedLines } from './position-encoding.ts';

/** How documents are made and changed; `encoding` is asked whenever one changes. */
export function documentsIn(encoding: () => Encoding): TextDocumentsConfiguration<TextDocument> {
  return {
    create: TextDocument.create,
    update(document, changes, version) {
      // Each is in places of the text that the one before it made.
      for (const each of changes) TextDocument.update(document, [inUtf16(document, each, encoding())], version);
      return TextDocument.update(document, [], version);
    },
  };
}

type Change = TextDocumentContentChangeEvent;

function inUtf16(document: TextDocument, change: Change, encoding: Encoding): Change {
  if (!('range' in change)) return change;
  const { start, end } = change.range;
  const range: Range = { start: toUtf16(document, start, encoding), end: toUtf16(document, end, encoding) };
  return { range, text: change.text };
}

/** What reaches outside of the text is cut to it: the document would lose count of its lines. */
function toUtf16(document: TextDocument, position: Range['start'], encoding: Encoding): Range['start'] {
  // As it is, also inside of a pair: the client has cut there as well.
  if (encoding === 'utf-16') return document.positionAt(document.offsetAt(position));
  const line = Math.min(Math.max(position.line, 0), document.lineCount);
  const character = line === position.line ? position.character : 0;
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  const found = encodedLines(lineMap(text), text, encoding).offset({ line: 0, character });
  return document.positionAt(document.offsetAt({ line, character: found }));
}
