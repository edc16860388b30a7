// What can be folded: blocks in braces, comments of several lines, and runs of line comments.
import type { Snapshot } from '../project/types.ts';
import type { SourceFile } from '../syntax/parse.ts';
import type { LineMap } from '../text/line-map.ts';
import type { Span } from '../text/span.ts';
import { nodesBelow } from './ast-path.ts';

/** Zero-based lines, both included; the first one stays in sight, and so does the line of a closing brace. */
export interface Fold {
  readonly kind: 'block' | 'comment';
  readonly start: number;
  readonly end: number;
}

/** Takes a path; gives its folds by their first lines, at most one for each. */
export function folding(snapshot: Pick<Snapshot, 'source' | 'lines'>, path: string): Fold[] {
  const source = snapshot.source(path);
  const lines = snapshot.lines(path);
  if (source === undefined || lines === undefined) return [];
  const folds = new Map<number, Fold>();
  for (const fold of [...blockFolds(source, lines), ...commentFolds(source, lines)]) {
    const before = folds.get(fold.start);
    // An editor offers one fold a line: the wider one, which is the outer.
    if (fold.end > fold.start && (before === undefined || before.end < fold.end)) folds.set(fold.start, fold);
  }
  return [...folds.values()].sort((a, b) => a.start - b.start);
}

function* blockFolds(source: SourceFile, lines: LineMap): Generator<Fold> {
  for (const [i, { declaration }] of source.units.entries()) {
    if (declaration === undefined) continue;
    const by = source.starts[i] ?? 0;
    for (const node of nodesBelow(declaration)) {
      const braces = 'braces' in node ? node.braces : 'closed' in node ? node.span : undefined;
      if (braces === undefined || !('closed' in node)) continue;
      const last = lines.position(by + braces.end).line;
      yield {
        kind: 'block',
        start: lines.position(by + braces.start).line,
        end: node.closed && opensLine(source.text, by + braces.end - 1) ? last - 1 : last,
      };
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
