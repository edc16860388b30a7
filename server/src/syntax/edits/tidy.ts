// What edits leave behind, as the formatter has it where that had it so before: a line that has become too long, a block that is empty.
import { applyEdits, composed, type TextEdit } from '../../text/edit.ts';
import { notesOn } from '../../text/notes.ts';
import type { Span } from '../../text/span.ts';
import { parseFile } from '../parse.ts';
import { format, type Indentation, twoSpaces } from '../print.ts';
import { reparse } from '../reparse.ts';
import type { SourceFile, Unit } from '../source-file.ts';
import { indentOf } from './layout.ts';

/**
 * Takes edits of one file that are apart; gives edits that say the same. Declarations that were formatted stay so, with the
 * indentation that the file has; others keep the layout that somebody gave them. A block that may be left out is left out where
 * nothing is in it any more.
 */
export function tidied(file: SourceFile, edits: readonly TextEdit[]): readonly TextEdit[] {
  const ordered = edits.toSorted((a, b) => a.span.start - b.span.start);
  return regionsOf(file, ordered).flatMap(({ span, edits: own }) => tidiedRegion(file, span, own));
}

interface Region {
  readonly span: Span;
  readonly edits: TextEdit[];
}

/** The declarations that edits touch, with what stands between them and their neighbours; apart, in order. */
function regionsOf(file: SourceFile, edits: readonly TextEdit[]): Region[] {
  const regions: Region[] = [];
  for (const edit of edits) {
    const span = around(file, edit.span);
    const last = regions.at(-1);
    if (last !== undefined && span.start < last.span.end) {
      last.edits.push(edit);
      regions[regions.length - 1] = {
        span: { start: last.span.start, end: Math.max(last.span.end, span.end) },
        edits: last.edits,
      };
    } else regions.push({ span, edits: [edit] });
  }
  return regions;
}

function around({ units, starts, text }: SourceFile, { start, end }: Span): Span {
  let from = 0;
  let to = text.length;
  for (const [i, at] of starts.entries()) {
    const until = at + (units[i]?.length ?? 0);
    if (until < start) from = until;
    if (at > end) {
      to = at;
      break;
    }
  }
  return { start: from, end: to };
}

interface Before {
  readonly region: Span;
  readonly source: SourceFile;
  readonly style: Indentation;
  readonly wasFormatted: boolean;
}

/** The region that was last looked at: whoever wants the edits of many findings goes through a file from its start. */
const looked = notesOn<SourceFile, Before>();

function beforeIn(file: SourceFile, region: Span): Before {
  const last = looked.get(file);
  if (last?.region.start === region.start && last.region.end === region.end) return last;
  const source = parseFile(file.text.slice(region.start, region.end));
  const style = last?.style ?? styleOf(file);
  const before = { region, source, style, wasFormatted: formatted(source, style).length === 0 };
  looked.set(file, before);
  return before;
}

function tidiedRegion(file: SourceFile, region: Span, edits: readonly TextEdit[]): readonly TextEdit[] {
  const { source: before, style, wasFormatted } = beforeIn(file, region);
  const { start } = region;
  const own = edits.map((edit) => moved(withLineEndsOf(before, edit), -start));
  const edited = composed(own, emptied(before, own));
  const all = wasFormatted ? composed(edited, formatted(read(before, edited), style)) : edited;
  return all.map((edit) => moved(edit, start));
}

/** The text after edits, read as far as they reach. */
function read(before: SourceFile, edits: readonly TextEdit[]): SourceFile {
  const text = applyEdits(before.text, edits);
  return reparse(text, before) ?? parseFile(text);
}

function moved({ span, text }: TextEdit, by: number): TextEdit {
  return { span: { start: span.start + by, end: span.end + by }, text };
}

/** Of a text with line ends of both kinds the formatter would choose one. */
function withLineEndsOf({ text }: SourceFile, edit: TextEdit): TextEdit {
  return text.includes('\r\n') ? { ...edit, text: edit.text.replace(/\r?\n/g, '\r\n') } : edit;
}

/** The blanks at the edges belong to the neighbours as well. */
function formatted(file: SourceFile, style: Indentation): readonly TextEdit[] {
  return format(file, style, ({ span }) => span.start > 0 && span.end < file.text.length).edits;
}

/** By the first item of a declaration that begins a line. */
function styleOf({ text, units, starts }: SourceFile): Indentation {
  for (const [i, { declaration }] of units.entries()) {
    const item = declaration !== undefined && 'items' in declaration ? declaration.items[0] : undefined;
    const indent = item && indentOf(text, item.span.start + (starts[i] ?? 0));
    if (indent === undefined || indent === '') continue;
    return indent.startsWith('\t') ? { indent: '\t', tabSize: 4 } : { indent, tabSize: indent.length };
  }
  return twoSpaces;
}

/** Takes the blocks of users out that hold nothing after the edits and did before: of all blocks only theirs may be left out. */
function emptied(before: SourceFile, edits: readonly TextEdit[]): TextEdit[] {
  if (!before.units.some(({ declaration }) => declaration?.kind === 'user' && declaration.items.length > 0)) return [];
  const after = read(before, edits);
  const known = new Set(before.units.map((_, i) => textOf(before, i)));
  return after.units.flatMap((unit, i) =>
    known.has(textOf(after, i)) ? [] : emptyBlock(after, unit, after.starts[i] ?? 0),
  );
}

/** With the blanks before it; none where there is a comment in either. */
function emptyBlock({ text }: SourceFile, { declaration, problems }: Unit, start: number): TextEdit[] {
  if (declaration?.kind !== 'user' || problems.length > 0) return [];
  const { address, braces } = declaration;
  if (address === undefined || braces === undefined) return [];
  const span = { start: start + address.span.end, end: start + braces.end };
  return /^\s*\{\s*\}$/.test(text.slice(span.start, span.end)) ? [{ span, text: '' }] : [];
}

function textOf({ text, units, starts }: SourceFile, unit: number): string {
  const start = starts[unit] ?? 0;
  return text.slice(start, start + (units[unit]?.length ?? 0));
}
