// What can be folded: blocks in braces, comments of several lines, and runs of line comments.
import type { Snapshot } from '../project/types.ts';
import { nodesBelow } from '../syntax/ast-path.ts';
import type { SourceFile, Unit } from '../syntax/source-file.ts';
import type { LineMap } from '../text/line-map.ts';
import type { Span } from '../text/span.ts';

/** Zero-based lines, both included; the first one stays in sight, and so does the line of a closing brace. */
export interface Fold {
  readonly kind: 'block' | 'comment';
  readonly start: number;
  readonly end: number;
}

/** Takes a path; gives its folds by their first lines, at most one for each; where there are more than `most`, the outer ones. */
export function folding(
  snapshot: Pick<Snapshot, 'source' | 'lines'>,
  path: string,
  most = Number.POSITIVE_INFINITY,
): Fold[] {
  const source = snapshot.source(path);
  const lines = snapshot.lines(path);
  if (source === undefined || lines === undefined) return [];
  const folds = new Map<number, Fold>();
  for (const fold of [...blockFolds(source, lines), ...commentFolds(source, lines)]) {
    const before = folds.get(fold.start);
    // An editor offers one fold a line: the wider one, which is the outer.
    if (fold.end > fold.start && (before === undefined || before.end < fold.end)) folds.set(fold.start, fold);
  }
  return outermost(
    [...folds.values()].sort((a, b) => a.start - b.start),
    most,
  );
}

function outermost(folds: readonly Fold[], most: number): Fold[] {
  if (folds.length <= most) return [...folds];
  const open: Fold[] = [];
  const depths = folds.map((fold) => {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) < fold.start) open.pop();
    return open.push(fold);
  });
  const kept = new Set(
    [...folds.keys()].sort((a, b) => (depths[a] ?? 0) - (depths[b] ?? 0) || a - b).slice(0, Math.max(0, most)),
  );
  return folds.filter((_, i) => kept.has(i));
}

interface Braces {
  /** Of the opening and the closing brace, relative to the unit. */
  readonly open: number;
  readonly close: number;
  /** True where the closing brace is missing or shares its line with what stands before it. */
  readonly keepsLast: boolean;
}

const known = new WeakMap<Unit, readonly Braces[]>();

function bracesOf(unit: Unit, text: string, start: number): readonly Braces[] {
  const before = known.get(unit);
  if (before !== undefined) return before;
  const found: Braces[] = [];
  for (const node of unit.declaration === undefined ? [] : nodesBelow(unit.declaration)) {
    if (!('closed' in node)) continue;
    const span = 'braces' in node ? node.braces : node.span;
    if (span === undefined) continue;
    const close = Math.max(span.start, span.end - 1);
    found.push({ open: span.start, close, keepsLast: !node.closed || !opensLine(text, start + close) });
  }
  known.set(unit, found);
  return found;
}

function* blockFolds(source: SourceFile, lines: LineMap): Generator<Fold> {
  for (const [i, unit] of source.units.entries()) {
    const by = source.starts[i] ?? 0;
    for (const { open, close, keepsLast } of bracesOf(unit, source.text, by)) {
      const last = lines.position(by + close).line;
      yield { kind: 'block', start: lines.position(by + open).line, end: keepsLast ? last : last - 1 };
    }
  }
}

function* commentFolds(source: SourceFile, lines: LineMap): Generator<Fold> {
  let run: Fold | undefined;
  for (const comment of source.comments) {
    const start = lines.position(comment.start).line;
    const end = lines.position(comment.end).line;
    if (isRunning(source.text, comment)) {
      if (run !== undefined && run.end + 1 === start) run = { ...run, end };
      else {
        if (run !== undefined) yield run;
        run = { kind: 'comment', start, end };
      }
    } else if (end > start) yield { kind: 'comment', start, end };
  }
  if (run !== undefined) yield run;
}

/** True for a line comment that has its line to itself. */
function isRunning(text: string, comment: Span): boolean {
  return text.startsWith('//', comment.start) && opensLine(text, comment.start);
}

function opensLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\ufeff') at--;
  return at < 0 || text[at] === '\n' || text[at] === '\r';
}
