// Requests that format: a document, a range, and what was just typed.
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  FormattingOptions,
  TextEdit,
} from 'vscode-languageserver';
import { formatDocument, formatRange, formatTyped } from '../ide/format.ts';
import type { Indentation } from '../syntax/print.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { TextEdit as Edit } from '../text/edit.ts';
import { type Context, type FileView, viewOf } from './context.ts';
import { toRange } from './convert.ts';

/** No more columns than a screen has: the number comes from the editor's settings. */
const widestTab = 16;

function styleOf({ tabSize, insertSpaces }: FormattingOptions): Indentation {
  const columns = Number.isInteger(tabSize) ? Math.min(Math.max(tabSize, 1), widestTab) : 2;
  return { indent: insertSpaces === false ? '\t' : ' '.repeat(columns), tabSize: columns };
}

interface Asked {
  readonly textDocument: { readonly uri: string };
  readonly options: FormattingOptions;
}

type Make = (file: SourceFile, style: Indentation, view: FileView) => readonly Edit[];

function editsOf(context: Context, params: Asked, make: Make): TextEdit[] {
  const view = viewOf(context, params);
  const file = view?.snapshot.source(view.path);
  if (view === undefined || file === undefined) return [];
  return make(file, styleOf(params.options), view).map(({ span, text }) => ({
    range: toRange(view.lines, span),
    newText: text,
  }));
}

export function formatWhole(context: Context, params: DocumentFormattingParams): TextEdit[] {
  return editsOf(context, params, formatDocument);
}

export function formatSelected(context: Context, params: DocumentRangeFormattingParams): TextEdit[] {
  return editsOf(context, params, (file, style, { lines }) => {
    const range = { start: lines.offset(params.range.start), end: lines.offset(params.range.end) };
    return formatRange(file, range, style);
  });
}

export function formatOnType(context: Context, params: DocumentOnTypeFormattingParams): TextEdit[] {
  return editsOf(context, params, (file, style, { lines }) =>
    formatTyped(file, lines.offset(params.position), params.ch, style),
  );
}
