// Edits as fixes of findings, and the ones that several rules offer.
import type { Origin } from '../../model/origin.ts';
import { insertFirst } from '../../syntax/edits/insert.ts';
import { removeFromList } from '../../syntax/edits/remove-elements.ts';
import { removeItem } from '../../syntax/edits/remove-item.ts';
import { tidied } from '../../syntax/edits/tidy.ts';
import { areApart, type TextEdit, withRoom } from '../../text/edit.ts';
import { lazy } from '../../text/lazy.ts';
import type { Fix } from '../finding.ts';
import type { EditContext } from '../rule.ts';
import { isInDoubt } from './in-doubt.ts';
import { blockOf, declarationOf, listAround } from './written.ts';

/** One file, and what is done to it. */
export interface FileEdits {
  readonly file: string;
  readonly edits: readonly TextEdit[];
}

export interface FixOptions {
  /** Access cannot change by it, for anybody and any record, nor an expectation. A suppression that it touches is looked for here. */
  readonly safe?: boolean;
  /** Whether it is the one that is meant; true when left out. */
  readonly preferred?: boolean;
  /** It leaves something to write, and the finding goes once that is written. */
  readonly unfinished?: true;
  /** It is only made to see what would change: nobody reads the text. */
  readonly unread?: boolean;
}

/** Of a fix that adds a text for somebody to write: nothing is gained by adding many at once. */
export const toWrite: FixOptions = { unfinished: true };

/** A fix, or none where nothing is edited, or the same text twice. */
export function fixOf(
  context: EditContext,
  title: string,
  files: readonly FileEdits[],
  { safe = false, preferred = true, unfinished, unread = false }: FixOptions = {},
): Fix[] {
  const paths = new Set(files.map(({ file }) => file));
  const together = [...paths].map((path) => files.flatMap(({ file, edits: own }) => (file === path ? own : [])));
  const meant = files.flatMap(({ file, edits: own }) => own.map((edit) => placed(context, file, edit)));
  if (meant.length === 0 || !together.every(areApart)) return [];
  const isSafe = safe && !isInDoubt(context, meant) && !meant.some((edit) => touchesSuppression(context, edit));
  // Whoever only names the fixes of many findings waits for none of their texts.
  const tidy = lazy(() => [...paths].flatMap((path) => tidiedIn(context, path, meant)));
  const rest = { safe: isSafe, preferred, ...(unfinished === undefined ? {} : { unfinished }) };
  if (unread) return [{ title, edits: meant, ...rest }];
  return [
    {
      title,
      get edits() {
        return tidy();
      },
      ...rest,
    },
  ];
}

/** Those of one file. */
function tidiedIn({ sources }: EditContext, file: string, edits: Fix['edits']): Fix['edits'] {
  const own = edits.filter(({ place }) => place.file === file);
  const source = sources.get(file);
  if (source === undefined) return own;
  const plain = own.map(({ place, text }) => ({ span: place.span, text }));
  return tidied(source, plain).map(({ span, text }) => ({ place: { file, span }, text }));
}

function placed({ sources }: EditContext, file: string, edit: TextEdit): Fix['edits'][number] {
  const { span, text } = withRoom(sources.get(file)?.text ?? '', edit);
  return { place: { file, span }, text };
}

/** True where an edit changes a suppression, or the line that one speaks of. */
function touchesSuppression(
  { lines, suppressions }: EditContext,
  { place: { file, span } }: Fix['edits'][number],
): boolean {
  const [all, map] = [suppressions(file), lines(file)];
  if (all.length === 0 || map === undefined) return false;
  const first = map.position(span.start).line;
  const last = map.position(Math.max(span.start, span.end - 1)).line;
  return all.some(
    (each) => (each.span.start < span.end && span.start < each.span.end) || (first <= each.line && each.line <= last),
  );
}

/** Removes the declaration of a name. */
export function removeDeclaration(context: EditContext, title: string, name: Origin, options?: FixOptions): Fix[] {
  const written = declarationOf(context, name);
  if (written === undefined) return [];
  const { file, source, span } = written;
  return fixOf(context, title, [{ file, edits: [removeItem(source, span)] }], options);
}

/** What takes the element there out of its list, or with the last one the property. */
export function elementRemoval(context: EditContext, element: Origin): FileEdits[] {
  const written = listAround(context, element);
  if (written === undefined) return [];
  const { file, source, list, index } = written;
  return [{ file, edits: removeFromList(source, list, (i) => i === index) }];
}

/** Removes one element of a list, or with its last one the property. */
export function removeElement(context: EditContext, title: string, element: Origin, options?: FixOptions): Fix[] {
  return fixOf(context, title, elementRemoval(context, element), options);
}

/** Adds a property to the declaration of a name, as the first. */
export function addProperty(
  context: EditContext,
  name: Origin,
  text: string,
  options: FixOptions & { readonly title?: string } = {},
): Fix[] {
  const written = declarationOf(context, name);
  const block = written && blockOf(written);
  if (written === undefined || block === undefined) return [];
  const edits = [insertFirst(written.source, block, text)];
  return fixOf(context, options.title ?? `Add \`${text}\``, [{ file: written.file, edits }], options);
}
