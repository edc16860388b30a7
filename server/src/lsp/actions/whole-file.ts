// What may be done with a whole document, which an editor may have done on every save.
import { sortDocument } from '../../ide/sort.ts';
import { textChanges } from '../../ide/text-changes.ts';
import { fixAll } from '../../project/fix-all.ts';
import type { TextEdit } from '../../text/edit.ts';
import { fixAllKind, sortKind } from '../options.ts';
import { type Group, isAskedFor, type Proved, type Spot } from './group.ts';

/** Nobody looks for these in the list of what can be done at a place: they are given where they are asked for. */
export function wholeFileGroups(spot: Spot): Group[] {
  const groups = [
    { kind: fixAllKind, title: 'Make all safe fixes (access unchanged)', prove: fixAllIn },
    { kind: sortKind, title: 'Sort (access unchanged)', prove: sortIn },
  ];
  return groups
    .filter(({ kind }) => isAskedFor(spot.only, kind))
    .map(({ kind, title, prove }) => ({
      prove: () => prove(spot, kind, title),
      offer: () => [{ action: { title, kind }, key: kind, promises: true }],
    }));
}

/** Of the one document: an editor that saves it does not want others changed. */
function fixAllIn({ view: { path, snapshot } }: Spot, kind: string): Proved[] {
  const { after, made } = fixAll(snapshot, { covers: (file) => file === path, isWanted: () => true });
  const [text, fixed] = [snapshot.source(path)?.text, after.source(path)?.text];
  if (made.length === 0 || text === undefined || fixed === undefined) return [];
  const title = `Make all safe fixes (${made.length}, access unchanged)`;
  return [{ action: { title, kind }, key: kind, does: doing(path, textChanges(text, fixed)) }];
}

function sortIn({ view: { path, snapshot } }: Spot, kind: string, title: string): Proved[] {
  const found = sortDocument(snapshot, path);
  if ('edits' in found && found.edits.length === 0) return [];
  return [{ action: { title, kind }, key: kind, does: 'refused' in found ? found : doing(path, found.edits) }];
}

function doing(file: string, edits: readonly TextEdit[]) {
  return { edits: edits.map(({ span, text }) => ({ place: { file, span }, text })), isUnchanged: true };
}
