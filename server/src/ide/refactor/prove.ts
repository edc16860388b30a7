// Makes what a refactoring offers and looks at what it does: nothing is given that brings an error or that it promised not to do.
import { difference } from '../../access/difference/difference.ts';
import type { AccessDifference, DifferenceEntry } from '../../access/difference/types.ts';
import { editedSnapshot } from '../../project/edited.ts';
import { ofTheChange } from '../../project/elsewhere.ts';
import { errorsBrought } from '../../project/proved-fix.ts';
import type { Snapshot } from '../../project/types.ts';
import { fixOf } from '../../rules/edits/fix.ts';
import type { Fix, Place } from '../../rules/finding.ts';
import { writeName } from '../../syntax/keywords.ts';
import { effectText } from '../fix-effect.ts';
import { toPlain } from '../phrase.ts';
import type { Made, Offer, Refusal, Selected } from './refactoring.ts';

export interface Refactored {
  readonly edits: Fix['edits'];
  /** With what it does to access. */
  readonly title: string;
  readonly isUnchanged: boolean;
  /** Where, in the edited text, the name of the new group stands, which is for somebody to say better. */
  readonly chosen: Place | undefined;
  readonly after: Snapshot;
}

export function prove(
  { snapshot, context }: Pick<Selected, 'snapshot' | 'context'>,
  offer: Offer,
): Refactored | Refusal {
  const made = offer.make();
  if ('refused' in made) return made;
  const [fix] = fixOf(context, offer.title, made.files);
  const after = fix && editedSnapshot(snapshot, fix.edits);
  if (fix === undefined || after === undefined) return { refused: 'its places overlap' };
  if (!keepsComments(snapshot, after)) return { refused: 'a comment would be lost' };
  if (!keepsOutcomes(snapshot, after)) return { refused: 'an expectation would come out otherwise' };
  const [error] = errorsBrought(snapshot, after);
  if (error !== undefined) return { refused: `it would bring \`${error}\`` };
  const effect = effectOf(snapshot, after, made);
  const isUnchanged = effect.entries.length + effect.unknown.length === 0;
  if (offer.access === 'unchanged' && !isUnchanged)
    return { refused: `access would change: ${toPlain(effectText(effect))}` };
  return {
    edits: fix.edits,
    isUnchanged,
    title: `${offer.title} (${toPlain(effectText(effect))})`,
    chosen: placeOfGroup(after, made),
    after,
  };
}

function keepsComments(before: Snapshot, after: Snapshot): boolean {
  const count = ({ input, source }: Snapshot) =>
    [...input.files.keys()].reduce((sum, path) => sum + (source(path)?.comments.length ?? 0), 0);
  return count(before) <= count(after);
}

/** An expectation that is new has to hold. */
function keepsOutcomes(before: Snapshot, after: Snapshot): boolean {
  const [old, now] = [before.outcomes, after.outcomes].map((all) => all.map(({ outcome }) => outcome.outcome));
  if (old === undefined || now === undefined) return false;
  if (old.length === now.length) return old.every((outcome, i) => outcome === now[i]);
  const bad = (all: readonly string[]) => all.filter((outcome) => outcome !== 'held').length;
  return old.length < now.length && bad(old) === bad(now);
}

function effectOf(before: Snapshot, after: Snapshot, { group }: Made): AccessDifference {
  const made = difference(before.model, after.model, before.input.today);
  const unknown = ofTheChange(before, after, made.unknown).filter(({ broken }) => broken === undefined);
  return { ...made, unknown, entries: made.entries.filter((entry) => !isOnlyOf(entry, group)) };
}

/** True of what only the new group may, asked about by its name. */
function isOnlyOf({ principals, change }: DifferenceEntry, group: string | undefined): boolean {
  if (group === undefined || change !== 'gained') return false;
  return principals.every(
    (each) => each.kind === 'group' && each.only === 'after' && each.members === 0 && each.name === writeName(group),
  );
}

function placeOfGroup(after: Snapshot, { group }: Made): Place | undefined {
  const origin = group === undefined ? undefined : after.model.groups.get(group)?.origin;
  return origin && after.place(origin);
}
