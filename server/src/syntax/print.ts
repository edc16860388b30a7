// Formats a file: changes the blanks between its tokens and comments, and nothing else.
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { lineMap } from '../text/line-map.ts';
import type { Span } from '../text/span.ts';
import { parseFile } from './parse.ts';
import { lockedGaps } from './print-breaks.ts';
import { type Gaps, readGaps } from './print-gaps.ts';
import { layOut } from './print-lines.ts';
import { planLines } from './print-plan.ts';
import { firstDifference } from './same-tree.ts';
import type { SourceFile } from './source-file.ts';
import { endOf } from './tokens.ts';

export interface Indentation {
  /** One step of it. */
  readonly indent: string;
  /** How many columns a tab takes. */
  readonly tabSize: number;
}

export const twoSpaces: Indentation = { indent: '  ', tabSize: 2 };

export interface Formatted {
  /** Apart, in the order of the text; each replaces blanks by others. */
  readonly edits: readonly TextEdit[];
  /** Where the formatted text would be read as another one: then there are no edits. */
  readonly refused: number | undefined;
}

/** Whether an edit is wanted. */
type IsWanted = (edit: TextEdit) => boolean;

/** What is left as it is where a text would come out as another one, before it is given up. */
const attempts = 8;

/**
 * Takes any file. Declarations with something that cannot be read stay as they are, with the blanks around them. What
 * comes out is read again: tree, problems and comments are the same, or nothing is changed.
 */
export function format(file: SourceFile, style: Indentation, isWanted: IsWanted = () => true): Formatted {
  const before = { file, gaps: readGaps(file.text) };
  const broken = new Set(file.units.flatMap((unit, i) => (isSound(unit) ? [] : [i])));
  let at = 0;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const edits = editsOf(before, broken, style).filter(isWanted);
    if (edits.length === 0) return { edits, refused: undefined };
    const text = applyEdits(file.text, edits);
    at = firstDifference(before, { file: parseFile(text), gaps: readGaps(text) });
    if (at < 0) return { edits, refused: undefined };
    // How the next declaration begins can depend on how the one before it is indented.
    for (const each of [at - 1, at, at + 1]) broken.add(each);
  }
  return { edits: [], refused: file.starts[at] ?? 0 };
}

function isSound({ declaration, problems, displaced, rest }: SourceFile['units'][number]): boolean {
  return declaration !== undefined && problems.length === 0 && !displaced && rest === undefined;
}

function editsOf(
  { file, gaps }: { readonly file: SourceFile; readonly gaps: Gaps },
  broken: ReadonlySet<number>,
  style: Indentation,
): TextEdit[] {
  const plan = planLines(file, gaps, (unit) => !broken.has(unit));
  let lines: ReturnType<typeof lineMap> | undefined;
  const locked = lockedGaps(file, gaps, () => (lines ??= lineMap(file.text)));
  const begins = new Set(file.starts);
  const starts = gaps.tokens.map((token, i) => i > 0 && begins.has(token.startOffset));
  const frozen = frozenGaps(file, gaps, broken);
  const laid = layOut(
    { ...gaps, ...plan, source: file, frozen, starts, locked },
    { ...style, lineBreak: lineBreakOf(file.text) },
  );
  return gaps.gaps.flatMap(({ blanks }, i) =>
    blanks.flatMap(({ span }, k): TextEdit[] => {
      const text = laid[i]?.[k] ?? '';
      return file.text.slice(span.start, span.end) === text ? [] : [{ span, text }];
    }),
  );
}

/** A file of both kinds comes to have the shorter one, where it is formatted: any other choice could change the second time. */
function lineBreakOf(text: string): string {
  if (/(?<!\r)\n/.test(text)) return '\n';
  if (text.includes('\r\n')) return '\r\n';
  return text.includes('\r') ? '\r' : '\n';
}

/** Those in a broken declaration and around it, not what stands behind the last. */
function frozenGaps({ text, starts }: SourceFile, { tokens }: Gaps, broken: ReadonlySet<number>): boolean[] {
  let unit = -1;
  let isBehind = false;
  const frozen = tokens.map((token) => {
    isBehind = broken.has(unit);
    if (token.startOffset === starts[unit + 1]) unit++;
    return isBehind || broken.has(unit);
  });
  const last = tokens.at(-1);
  return [...frozen, last !== undefined && endOf(last) === text.length && broken.has(unit)];
}

/** The text with the edits made. */
export function formatText(text: string, style: Indentation = twoSpaces): string {
  const file = parseFile(text);
  return applyEdits(text, format(file, style).edits);
}

/** Takes a stretch; gives which edits lie in it. */
export function within({ start, end }: Span): IsWanted {
  return ({ span }) => span.start >= start && span.end <= end;
}
