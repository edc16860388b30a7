// Refactorings as actions: each is a group of its own.
import type { CodeAction } from 'vscode-languageserver';
import { refactoringKinds } from '../../ide/refactor/kinds.ts';
import { prove, type Refactored } from '../../ide/refactor/prove.ts';
import { type Offer, type Refusal, type Selected, selectionIn } from '../../ide/refactor/refactoring.ts';
import { offersAt } from '../../ide/refactor/registry.ts';
import type { Snapshot } from '../../project/types.ts';
import { notesOn } from '../../text/notes.ts';
import { hasCommand } from '../context.ts';
import { linesOf, toRange } from '../convert.ts';
import { kindOfRefactoring } from '../options.ts';
import { renameCommand } from '../protocol.ts';
import { type Group, isWanted, type Proved, type Spot } from './group.ts';

const actionKinds: readonly string[] = refactoringKinds.map(kindOfRefactoring);

export function refactoringGroups(spot: Spot): Group[] {
  const { view, range, only } = spot;
  if (!actionKinds.some((kind) => isWanted(only, kind))) return [];
  const span = { start: view.lines.offset(range.start), end: view.lines.offset(range.end) };
  const selected = selectionIn(view.snapshot, view.path, span);
  if (selected === undefined) return [];
  return offersAt(selected)
    .filter(({ kind }) => isWanted(only, kindOfRefactoring(kind)))
    .map((offer) => ({
      prove: () => [toProved(spot, offer, provedOf(selected, offer))],
      offer: () => [{ action: toAction(offer), key: offer.title, promises: offer.access === 'unchanged' }],
    }));
}

function toAction(offer: Offer): CodeAction {
  const title = offer.access === 'unchanged' ? `${offer.title} (access unchanged)` : offer.title;
  return { title, kind: kindOfRefactoring(offer.kind) };
}

const known = notesOn<Snapshot, Map<string, Refactored | Refusal>>();

function provedOf(selected: Selected, offer: Offer): Refactored | Refusal {
  const { snapshot, located, span } = selected;
  const ofState = known.get(snapshot) ?? new Map<string, Refactored | Refusal>();
  known.set(snapshot, ofState);
  const key = `${located.path} ${span.start} ${span.end} ${offer.title}`;
  const found = ofState.get(key) ?? prove(selected, offer);
  ofState.set(key, found);
  return found;
}

function toProved(spot: Spot, offer: Offer, found: Refactored | Refusal): Proved {
  const action = toAction(offer);
  const { title: key } = offer;
  if ('refused' in found) return { action, key, does: found };
  const { title, edits, isUnchanged } = found;
  return { action: { ...action, title, ...thenRename(spot, found) }, key, does: { edits, isUnchanged } };
}

/** The name was chosen by nobody: a client that can asks for a better one. */
function thenRename({ context, view }: Spot, { chosen, after }: Refactored): Pick<CodeAction, 'command'> {
  if (chosen === undefined || !hasCommand(context, renameCommand)) return {};
  const { start } = toRange(linesOf({ ...view, snapshot: after }, chosen.file), chosen.span);
  return {
    command: {
      title: 'Rename',
      command: renameCommand,
      arguments: [{ uri: view.held.uriOf(chosen.file), position: start }],
    },
  };
}
