// Another name for something, wherever it is named: made in memory, and offered only if the project then means the same.
import { difference } from '../access/difference/difference.ts';
import { said } from '../model/draft.ts';
import { editedSnapshot } from '../project/edited.ts';
import { ofTheChange } from '../project/elsewhere.ts';
import type { Snapshot } from '../project/types.ts';
import type { Fix, Place } from '../rules/finding.ts';
import type { Span } from '../text/span.ts';
import { effectText } from './fix-effect.ts';
import { locate } from './locate.ts';
import { toPlain } from './phrase.ts';
import { checkMeaning, type Sides } from './rename/check.ts';
import { movedBy } from './rename/moved.ts';
import { readNewName, writeInstead } from './rename/new-name.ts';
import { refusalOf } from './rename/refusal.ts';
import { comparedWith, hasAttribute, nameOf, placesOf, type Target, targetAt } from './rename/target.ts';

export interface Refused {
  /** Why, in one sentence. */
  readonly refused: string;
}

/** What a rename begins with. */
export interface Renamable {
  /** Of the name in the file, with its quotes. */
  readonly span: Span;
  /** Without them. */
  readonly name: string;
}

export interface Renaming {
  /** None where the name is the same. */
  readonly edits: Fix['edits'];
  /** What it does, with its effect. */
  readonly label: string;
}

/** Takes an offset in the file; undefined where no name stands. */
export function prepareRename(snapshot: Snapshot, path: string, offset: number): Renamable | Refused | undefined {
  const found = findTarget(snapshot, path, offset);
  return found === undefined || 'refused' in found ? found : { span: found.span, name: nameOf(found.target) };
}

/** Takes the new name as somebody types it, with or without quotes. */
export function rename(snapshot: Snapshot, { path, offset }: Spot, typed: string): Renaming | Refused | undefined {
  const found = findTarget(snapshot, path, offset);
  if (found === undefined || 'refused' in found) return found;
  const { target } = found;
  const old = nameOf(target);
  const refuse = (why: string): Refused => ({ refused: `${said(old)} cannot be renamed: ${why}` });
  const read = readNewName(typed);
  if ('wrong' in read) return refuse(read.wrong);
  const { name } = read;
  if (name === old) return { edits: [], label: '' };
  const taken = takenBy(snapshot, target, name);
  if (taken !== undefined) return refuse(taken);
  const edits = editsOf(snapshot, target, name);
  const after = editedSnapshot(snapshot, edits);
  if (after === undefined) return refuse('its places overlap');
  const wrong = whatElse({ before: snapshot, after, moved: movedBy(edits) }, target, name);
  return wrong === undefined
    ? { edits, label: `Rename ${said(old)} to ${said(name)} (access unchanged)` }
    : refuse(wrong);
}

interface Spot {
  readonly path: string;
  readonly offset: number;
}

function findTarget(
  snapshot: Snapshot,
  path: string,
  offset: number,
): { target: Target; span: Span } | Refused | undefined {
  const located = locate(snapshot, path, offset);
  const found = located && targetAt(snapshot, located, offset);
  if (located?.mention !== undefined && found === undefined)
    return { refused: `${said(located.mention.mention.name)} is the platform's: it is not renamed here` };
  const refused = found && refusalOf(snapshot, found.target);
  return refused === undefined ? found : { refused: `${refused}` };
}

/** Of what the model does not keep apart by itself. */
function takenBy(snapshot: Snapshot, target: Target, name: string): string | undefined {
  if (target.kind === 'attribute')
    return hasAttribute(snapshot, name) ? `there is an attribute ${said(name)}` : undefined;
  if (target.kind !== 'option') return undefined;
  const { field, name: old } = target;
  if (field.options.includes(name)) return `${said(field.name)} has an option ${said(name)}`;
  for (const other of comparedWith(snapshot.model, field))
    for (const option of [old, name])
      if (other.options.includes(option))
        return `${said(field.name)} is compared with ${said(other.name)}, which has an option ${said(option)}`;
  return undefined;
}

function editsOf(snapshot: Snapshot, target: Target, name: string): Fix['edits'] {
  return placesOf(snapshot, target).map((place) => ({ place, text: writtenAt(snapshot, place, target, name) }));
}

function writtenAt(snapshot: Snapshot, { file, span }: Place, target: Target, name: string): string {
  if (target.kind === 'option') return JSON.stringify(name);
  const text = snapshot.source(file)?.text ?? '';
  const written = text.slice(span.start, span.end);
  const before = text.slice(Math.max(0, span.start - 2), span.start);
  const behind = text.slice(span.end, span.end + 2);
  return writeInstead({ written, name: nameOf(target), before, behind }, name);
}

/** What would be another thing than before. */
function whatElse(sides: Sides, target: Target, name: string): string | undefined {
  const checked = checkMeaning(sides, name);
  if ('wrong' in checked) return checked.wrong;
  // Options and attributes are words to the engine: what says the same of another word, in the same places, decides the same.
  if (target.kind !== 'symbol') return undefined;
  const { before, after } = sides;
  const made = difference(before.model, after.model, before.input.today, checked.known);
  const unknown = ofTheChange(before, after, made.unknown).filter(({ broken }) => broken === undefined);
  if (made.entries.length + unknown.length === 0) return undefined;
  return `access would change (${toPlain(effectText({ ...made, unknown }))})`;
}
