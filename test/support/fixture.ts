// Projects for tests, written as one text: files under `--- file: a.writ` lines, cursors as `$0`, and `^^^ words` under
// what is meant.
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { FileContent, ProjectInput, Snapshot } from '../../server/src/project/types.ts';
import { parseDate } from '../../server/src/text/calendar.ts';
import { type Span, span } from '../../server/src/text/span.ts';

export interface Cursor {
  readonly path: string;
  /** In UTF-16 code units, in the text without its cursors and markers. */
  readonly offset: number;
}

export interface Marker {
  readonly path: string;
  readonly span: Span;
  /** What stands behind the carets. */
  readonly text: string;
}

export interface Fixture {
  readonly snapshot: Snapshot;
  readonly input: ProjectInput;
  /** Texts by path, without cursors and markers. */
  readonly files: ReadonlyMap<string, string>;
  /** In the order of the text. */
  readonly cursors: readonly Cursor[];
  readonly markers: readonly Marker[];
}

export interface FixtureOptions {
  /** `YYYY-MM-DD`; 2026-11-21 when left out. */
  readonly today?: string;
  /** Path of the text before the first header; `main.writ` when left out. */
  readonly path?: string;
}

const header = /^--- file: (.+?)\s*$/;
const carets = /^(\s*(?:\/\/)?\s*)(\^+)(?:[ \t]+(.*?))?\s*$/;
const cursorMark = '$0';

/**
 * Takes the text of a project. `writ.json` is its settings, other files that are no `.writ` are directory files. A line of
 * carets, with `//` before them or not, speaks of the line above it and is taken out.
 */
export function fixture(text: string, options: FixtureOptions = {}): Fixture {
  const files = new Map<string, string>();
  const cursors: Cursor[] = [];
  const markers: Marker[] = [];
  for (const [path, lines] of sections(text, options.path ?? 'main.writ')) {
    const read = readFile(path, lines);
    files.set(path, read.text);
    cursors.push(...read.cursors);
    markers.push(...read.markers);
  }
  const input = inputOf(files, parseDate(options.today ?? '2026-11-21') ?? 0);
  return { snapshot: createSnapshot(input), input, files, cursors, markers };
}

/** The snapshot of a text without cursors; what a dollar means is left alone. */
export function snapshotOf(text: string, options: FixtureOptions = {}): Snapshot {
  const files = new Map<string, string>();
  for (const [path, lines] of sections(text, options.path ?? 'main.writ')) files.set(path, lines.join('\n'));
  return createSnapshot(inputOf(files, parseDate(options.today ?? '2026-11-21') ?? 0));
}

/** The one cursor of a text that has just one. */
export function onlyCursor({ cursors }: Fixture): Cursor {
  const [cursor] = cursors;
  if (cursor === undefined || cursors.length > 1) throw new Error(`the text has ${cursors.length} cursors, not one`);
  return cursor;
}

/** Takes texts by path; gives what a project is made from. */
export function inputOf(files: ReadonlyMap<string, string>, today: number): ProjectInput {
  const policies = new Map<string, FileContent>();
  const directories = new Map<string, FileContent>();
  let settings: FileContent | undefined;
  for (const [path, text] of files) {
    if (path === 'writ.json') settings = { text };
    else (path.endsWith('.writ') ? policies : directories).set(path, { text });
  }
  return { files: policies, settings, directories, today };
}

function sections(text: string, first: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let path = first;
  for (const line of text.split('\n')) {
    const next = header.exec(line)?.[1];
    if (next !== undefined) {
      path = next;
      found.set(path, []);
      continue;
    }
    const lines = found.get(path);
    if (lines === undefined) found.set(path, [line]);
    else lines.push(line);
  }
  // What stands before the first header is a file only if it says something.
  if (found.size > 1 && found.get(first)?.every((line) => line.trim() === '') === true) found.delete(first);
  return found;
}

function readFile(path: string, lines: readonly string[]) {
  const kept: string[] = [];
  const cursors: Cursor[] = [];
  const markers: Marker[] = [];
  let start = 0;
  let above = { start: 0, line: '' };
  for (const line of lines) {
    const [, indent = '', marks = '', words = ''] = carets.exec(line) ?? [];
    if (marks !== '' && kept.length > 0) {
      const at = span(
        withoutCursors(above.line, indent.length),
        withoutCursors(above.line, indent.length + marks.length),
      );
      markers.push({ path, span: { start: above.start + at.start, end: above.start + at.end }, text: words });
      continue;
    }
    for (let at = line.indexOf(cursorMark); at >= 0; at = line.indexOf(cursorMark, at + cursorMark.length))
      cursors.push({ path, offset: start + withoutCursors(line, at) });
    const text = line.replaceAll(cursorMark, '');
    above = { start, line };
    kept.push(text);
    start += text.length + 1;
  }
  return { text: kept.join('\n'), cursors, markers };
}

/** A column of a line, counted without the cursors before it; one within a cursor is where that stands. */
function withoutCursors(line: string, column: number): number {
  let left = column;
  for (let at = line.indexOf(cursorMark); at >= 0 && at < column; at = line.indexOf(cursorMark, at + cursorMark.length))
    left -= Math.min(cursorMark.length, column - at);
  return left;
}
