// The difference of access between two states of a project, and whether what is broken in them leaves it open.
import { difference } from '../access/difference/difference.ts';
import type { AccessDifference, Undecided } from '../access/difference/types.ts';
import { ruleNamed } from '../rules/registry.ts';
import type { Declaration } from '../syntax/ast.ts';
import { compareTexts } from '../text/order.ts';
import { settingsOf } from './settings-report.ts';
import { textOf } from './sources.ts';
import type { FileContent, Snapshot } from './types.ts';

/**
 * What everybody may do after and not before, and the other way round, on the day of the later state. Of what is broken the
 * same on both sides it says nothing; where it is not the same, something is undecided.
 */
export function compareStates(before: Snapshot, after: Snapshot): AccessDifference {
  const found = difference(before.model, after.model, after.input.today);
  const isSaid = found.unknown.some(({ broken }) => broken !== undefined);
  if (isSaid || isSameList(brokenTexts(before), brokenTexts(after))) return found;
  const unknown: Undecided[] = [...found.unknown, { principals: [], permissions: [], places: [], reason: openReason }];
  return { ...found, unknown, summary: { ...found.summary, unknown: unknown.length } };
}

const openReason = 'what has an error is another text now, and might allow more or less';

/** Sorted. */
function brokenTexts(snapshot: Snapshot): string[] {
  const { input, model } = snapshot;
  const texts: string[] = [];
  const add = (content: FileContent | undefined) => {
    if (content !== undefined) texts.push(textOf(content) ?? '');
  };
  for (const [path, content] of input.files) {
    const source = snapshot.source(path);
    if (source === undefined || source.problems.length > 0) add(content);
  }
  for (const text of brokenUnits(snapshot)) texts.push(text);
  if (settingsOf(input.settings).problems.length > 0) add(input.settings);
  if (model.problems.some(({ rule }) => rule === 'directory-unreadable')) input.directories.forEach(add);
  return texts.sort(compareTexts);
}

/** No question, record or test says who may do what. */
const asking: ReadonlySet<Declaration['kind']> = new Set(['query', 'expect', 'test', 'record']);

/** Each once, as it is written. */
function brokenUnits(snapshot: Snapshot): Set<string> {
  const found = new Set<string>();
  const { files } = snapshot.input;
  for (const path of files.keys()) {
    const source = snapshot.source(path);
    for (const at of source?.notable ?? []) {
      const unit = source?.units[at];
      const start = source?.starts[at] ?? 0;
      if (unit !== undefined && unit.problems.length > 0)
        found.add(source?.text.slice(start, start + unit.length) ?? '');
    }
  }
  for (const { origin, rule } of snapshot.model.problems) {
    const { declaration, length } = origin.unit;
    if (declaration === undefined || asking.has(declaration.kind) || ruleNamed(rule)?.severity !== 'error') continue;
    const { start } = snapshot.place({ ...origin, span: { start: 0, end: 0 } }).span;
    found.add(snapshot.source(origin.file)?.text.slice(start, start + length) ?? '');
  }
  return found;
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}
