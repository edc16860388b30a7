// A project as it would be after edits, with nothing written.
import type { Fix } from '../rules/finding.ts';
import { applyEdits, areApart, type TextEdit } from '../text/edit.ts';
import { settingsPath } from './settings-report.ts';
import { createSnapshot } from './snapshot.ts';
import { textOf } from './sources.ts';
import type { FileContent, ProjectInput, Snapshot } from './types.ts';

/**
 * Undefined where the edits cannot be made: they overlap, reach out of their text, or speak of a file that has none. What is
 * put in has the line ends of the file that it goes into.
 */
export function editedSnapshot(snapshot: Snapshot, edits: Fix['edits']): Snapshot | undefined {
  const input = editedInput(snapshot.input, edits);
  if (input === undefined) return undefined;
  return createSnapshot(input, edits.length > mostSteps ? snapshot : almost(snapshot, edits));
}

/** More single steps than this cost more than they save. */
const mostSteps = 12;

/**
 * The state before the last edit, all others made one by one: each reads the declarations around it, where together they have
 * everything read that lies between them.
 */
function almost(snapshot: Snapshot, edits: Fix['edits']): Snapshot {
  const [, ...others] = edits.toSorted((a, b) => a.place.span.start - b.place.span.start);
  let state = snapshot;
  // From the end: no place moves that is still to be edited.
  for (const edit of others.toReversed()) {
    const input = editedInput(state.input, [edit]);
    if (input !== undefined) state = createSnapshot(input, state);
  }
  return state;
}

function editedInput(input: ProjectInput, edits: Fix['edits']): ProjectInput | undefined {
  const byFile = new Map<string, TextEdit[]>();
  for (const { place, text } of edits) {
    const known = byFile.get(place.file);
    if (known === undefined) byFile.set(place.file, [{ span: place.span, text }]);
    else known.push({ span: place.span, text });
  }
  const files = new Map(input.files);
  let settings = input.settings;
  for (const [path, all] of byFile) {
    const isSettings = path === settingsPath;
    const text = textOf(isSettings ? input.settings : input.files.get(path));
    const edited = text === undefined ? undefined : editedText(text, all);
    if (edited === undefined) return undefined;
    const content: FileContent = { text: edited };
    if (isSettings) settings = content;
    else files.set(path, content);
  }
  return { ...input, files, settings };
}

function editedText(text: string, edits: readonly TextEdit[]): string | undefined {
  const fits = edits.every(({ span: { start, end } }) => start <= end && end <= text.length);
  if (!fits || !areApart(edits)) return undefined;
  return text.includes('\r\n') ? applyEdits(text, edits.map(withReturns)) : applyEdits(text, edits);
}

function withReturns({ span, text }: TextEdit): TextEdit {
  return { span, text: text.replace(/\r?\n/g, '\r\n') };
}
