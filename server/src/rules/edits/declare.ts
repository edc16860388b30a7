// Adds top-level declarations, in the file and the section where such stand.

import type { Declaration } from '../../syntax/ast.ts';
import { commentsIn, followsOnLine, isBlank, lineBreakOf, lineEnd } from '../../syntax/edits/layout.ts';
import type { SourceFile, Unit } from '../../syntax/source-file.ts';
import { type Span, shift } from '../../text/span.ts';
import type { EditContext } from '../rule.ts';
import type { FileEdits } from './fix.ts';

type Kind = Declaration['kind'];

/** The order of declarations in a file, as the samples have it. */
export const sections: readonly Kind[] = [
  'organization',
  'directory',
  'user',
  'group',
  'role',
  'object',
  'record',
  'query',
  'test',
  'expect',
];

interface Section {
  readonly file: string;
  readonly source: SourceFile;
  /** The declaration to stand behind; undefined for the end of the file. */
  readonly behind: { readonly kind: Kind; readonly span: Span } | undefined;
}

/** Takes the file that needs it, and one declaration on one line; gives what puts it behind those of its kind. */
export function addDeclaration(
  context: Pick<EditContext, 'sources'>,
  near: string,
  kind: Kind,
  text: string,
): FileEdits[] {
  const section = sectionOf(context, near, kind);
  if (section === undefined) return [];
  const { file, source, behind } = section;
  return [{ file, edits: [behind === undefined ? atEnd(source, text) : after(source, behind, kind, text)] }];
}

/** In the file that needs it where one of the kind is there, else in the first file that has one, else in that file. */
function sectionOf({ sources }: Pick<EditContext, 'sources'>, near: string, kind: Kind): Section | undefined {
  const own = sources.get(near);
  if (own === undefined) return undefined;
  const ofKind = lastOf(own, (each) => each === kind);
  if (ofKind !== undefined) return { file: near, source: own, behind: ofKind };
  for (const [file, source] of sources) {
    const behind = lastOf(source, (each) => each === kind);
    if (behind !== undefined) return { file, source, behind };
  }
  const rank = sections.indexOf(kind);
  return { file: near, source: own, behind: lastOf(own, (each) => sections.indexOf(each) < rank) };
}

/** Nothing is put behind text that is only half read, or in front of text that may still belong to what stands before it. */
function lastOf({ units, starts }: SourceFile, isWanted: (kind: Kind) => boolean): Section['behind'] {
  const index = units.findLastIndex(
    ({ declaration, problems, rest }, i) =>
      declaration !== undefined &&
      isWanted(declaration.kind) &&
      problems.length === 0 &&
      rest === undefined &&
      isDeclared(units[i + 1]),
  );
  const declaration = units[index]?.declaration;
  return declaration && { kind: declaration.kind, span: shift(declaration.span, starts[index] ?? 0) };
}

/** True of a declaration, and of the end of the file. */
function isDeclared(unit: Unit | undefined): boolean {
  return unit === undefined || unit.declaration !== undefined;
}

function after(source: SourceFile, behind: NonNullable<Section['behind']>, kind: Kind, text: string) {
  const { span } = behind;
  const comment = commentsIn(source, { start: span.end, end: lineEnd(source.text, span.end) }).at(-1);
  const goesOn = followsOnLine(source, span.end) !== undefined;
  const at = goesOn ? span.end : (comment?.end ?? span.end);
  const line = lineBreakOf(source);
  const isBlock = /[\r\n]/.test(source.text.slice(span.start, span.end));
  const isApart = (isBlock || behind.kind !== kind) && hasBlankLine(source.text, at);
  return { span: { start: at, end: at }, text: `${isApart ? line : ''}${line}${text}${goesOn ? line : ''}` };
}

/** Whether a blank line, or nothing, comes next. */
function hasBlankLine(text: string, offset: number): boolean {
  const rest = text.slice(offset);
  return isBlank(rest) || /^[ \t]*(?:\r\n|\r|\n)[ \t]*[\r\n]/.test(rest);
}

function atEnd(source: SourceFile, text: string) {
  const end = source.text.trimEnd().length;
  const line = lineBreakOf(source);
  return { span: { start: end, end }, text: end === 0 ? text : `${line}${line}${text}` };
}
