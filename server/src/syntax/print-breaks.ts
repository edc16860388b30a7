// Decides where lines are broken: where their writer broke them, as far as that is a place for it, and where they are too long.
import type { IToken } from 'chevrotain';
import type { LineMap } from '../text/line-map.ts';
import type { Gaps } from './print-gaps.ts';
import type { Group, Plan } from './print-plan.ts';
import type { SourceFile } from './source-file.ts';
import { suppressions } from './suppressions.ts';
import { RCurly, RParen } from './tokens.ts';

export interface Lines extends Gaps, Plan {
  readonly source: SourceFile;
  /** By gap: it stays exactly as it is. */
  readonly frozen: readonly boolean[];
  /** By gap: a declaration of the file begins behind it. */
  readonly starts: readonly boolean[];
  /** By gap: what is before and behind it stays on one line or on two, as it is: a suppression speaks of that line. */
  readonly locked: readonly boolean[];
}

/** By gap: which of them are on a line that a suppression speaks of. */
export function lockedGaps(source: SourceFile, { tokens, gaps }: Gaps, lines: () => LineMap): boolean[] {
  const covered = new Set(suppressions(source, lines).map(({ line }) => line));
  if (covered.size === 0) return gaps.map(() => false);
  const isCovered = (token: IToken | undefined) =>
    token !== undefined && covered.has(lines().position(token.startOffset).line);
  return gaps.map((_, i) => isCovered(tokens[i - 1]) || isCovered(tokens[i]));
}

/** By gap: whether the line is broken there, as far as the gap's own comments leave that open. */
export function firstBreaks(lines: Lines): boolean[] {
  const broken = new Set<Group>();
  for (const group of new Set(lines.groups)) if (group !== undefined && isBroken(lines, group)) broken.add(group);
  return lines.gaps.map(({ breaks }, i) => {
    if (lines.locked[i] === true || lines.frozen[i] === true) return breaks;
    if (lines.starts[i] === true) return true;
    const group = lines.groups[i];
    if (group === undefined) return false;
    if (group.kind === 'block') return broken.has(group);
    if (isEdge(lines, group, i) && broken.has(group)) return true;
    if (group.kind === 'condition') return breaks || breaksBehind(lines, i);
    return breaks;
  });
}

/** Behind an operator, where nothing else stands there: that is a break before the operator. */
function breaksBehind({ gaps }: Lines, gap: number): boolean {
  const next = gaps[gap + 1];
  return next?.breaks === true && next.comments.length === 0;
}

/** Behind the opening brace or parenthesis, and before the closing one: both are broken or none. */
function isEdge(lines: Lines, group: Group, gap: number): boolean {
  return isEnclosed(lines, group) && (gap === group.gaps[0] || gap === group.gaps.at(-1));
}

function isEnclosed({ tokens }: Lines, { gaps }: Group): boolean {
  const type = tokens[gaps.at(-1) ?? 0]?.tokenType;
  return type === RCurly || type === RParen;
}

/** Of a list only its edges are looked at, of a block all that is in it. */
function isBroken(lines: Lines, group: Group): boolean {
  const [from, to] = [group.gaps[0] ?? 0, group.gaps.at(-1) ?? 0];
  if (group.kind === 'list')
    return isEnclosed(lines, group) && (lines.gaps[from]?.breaks === true || lines.gaps[to]?.breaks === true);
  if (group.kind !== 'block' && group.kind !== 'body') return false;
  if (lines.glued[to] === true) return false;
  const start = lines.gaps[from]?.blanks[0]?.span.start ?? 0;
  const end = lines.gaps[to]?.blanks.at(-1)?.span.end ?? 0;
  return /[\r\n]/.test(lines.source.text.slice(start, end));
}
