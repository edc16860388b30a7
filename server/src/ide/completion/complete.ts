// Completion: what may be written at an offset, gathered from the sources and fitted to what is typed there.
import type { Snapshot } from '../../project/types.ts';
import { contextAt } from '../../syntax/context.ts';
import type { Qualifier } from '../../syntax/context-slots.ts';
import { writeName } from '../../syntax/keywords.ts';
import { span } from '../../text/span.ts';
import type { CompletionItem, CompletionKind, CompletionList } from './item.ts';
import { holdsWords, matcher } from './match.ts';
import { escapeSnippet } from './snippet.ts';
import { suggest } from './sources.ts';
import type { Insertion, Request, Suggestion } from './suggestion.ts';
import { undeclared } from './undeclared.ts';

/** More than these nobody reads: what is typed tells which. */
const most = 200;

/** Takes an offset in the file, in UTF-16 code units; gives nothing for a file that the project has not. */
export function complete(snapshot: Snapshot, path: string, offset: number): CompletionList {
  const file = snapshot.source(path);
  if (file === undefined) return { items: [], incomplete: false };
  const at = Math.min(Math.max(offset, 0), file.text.length);
  const request: Request = { snapshot, path, file, offset: at, context: contextAt(file, at) };
  let cut = false;
  const all: Suggestion[] = [];
  for (const slot of request.context.slots) {
    const found = suggest(request, slot);
    if ('first' in found) cut = true;
    all.push(...('first' in found ? found.first : found));
  }
  all.push(...request.context.slots.flatMap((slot) => undeclared(request, slot, all)));
  const fitting = withoutTwins(all.filter((each) => fits(request, each)));
  const shown = fitting.length > most ? nearestOf(request, fitting) : inOrder(fitting);
  const items = shown.map((each, i) => itemOf(request, each, i));
  return { items, incomplete: cut || fitting.length > most };
}

/** Words do not go on with a quote; what begins before the word at the cursor is compared here, word by word. */
function fits(request: Request, { insert, from, found, label }: Suggestion): boolean {
  if (request.context.quoted && !('name' in insert) && !('text' in insert)) return false;
  return from === undefined || holdsWords(found ?? label, request.file.text.slice(from, request.offset));
}

/** Two places in the grammar may offer the same. */
function withoutTwins(all: readonly Suggestion[]): Suggestion[] {
  const seen = new Map<string, Suggestion>();
  for (const each of all) {
    const key = `${each.kind} ${each.label}`;
    const known = seen.get(key);
    if (known === undefined || each.rank < known.rank) seen.set(key, each);
  }
  return [...seen.values()];
}

function inOrder(all: readonly Suggestion[]): Suggestion[] {
  return all.toSorted((a, b) => a.rank - b.rank);
}

/** The first of those that what is typed may mean. */
function nearestOf({ context }: Request, all: readonly Suggestion[]): Suggestion[] {
  const matches = matcher(context.typed);
  const matching = all.flatMap((each) => {
    const match = each.from === undefined ? matches(each.found ?? each.label) : 0;
    return match === undefined ? [] : [{ each, match }];
  });
  matching.sort((a, b) => a.match - b.match || a.each.rank - b.each.rank);
  return inOrder(matching.slice(0, most).map(({ each }) => each));
}

/** What stands in lists mostly: a comma takes it, and the next may be typed. */
const isListed: ReadonlySet<CompletionKind> = new Set<CompletionKind>([
  'user',
  'group',
  'service-account',
  'role',
  'permission',
  'permission-group',
]);
const listCommits = [','] as const;

function itemOf({ file, context }: Request, each: Suggestion, index: number): CompletionItem {
  const { label, kind, detail, document, insert, from, preselect, besides } = each;
  const { text, isSnippet } = written(insert, context.quoted);
  const replace = from === undefined ? context.replace : span(from, context.replace.end);
  const found = each.found ?? label;
  // Editors compare with the text from the quote on.
  const filterText = context.quoted && from === undefined ? `"${found}` : found;
  return {
    label,
    kind,
    ...(detail === undefined ? {} : { detail }),
    ...(document === undefined ? {} : { document }),
    // A space that stands there already is not written twice.
    insertText: file.text.charAt(replace.end) === ' ' ? text.trimEnd() : text,
    isSnippet,
    replace,
    ...(filterText === label ? {} : { filterText }),
    sortText: String(index).padStart(4, '0'),
    ...(preselect === true ? { preselect } : {}),
    ...(besides === undefined ? {} : { besides }),
    ...(isListed.has(kind) && !context.quoted && !isSnippet ? { commit: listCommits } : {}),
    ...(text.endsWith(' ') ? { unfinished: true } : {}),
  };
}

function written(insert: Insertion, quoted: boolean): { readonly text: string; readonly isSnippet: boolean } {
  if ('words' in insert) return { text: insert.words, isSnippet: false };
  if ('snippet' in insert) return { text: insert.snippet, isSnippet: true };
  if ('text' in insert) return { text: JSON.stringify(insert.text), isSnippet: false };
  const { name, qualifier, tail, bare } = insert;
  const whole = quoted && qualifier === undefined ? JSON.stringify(name) : bare ? name : qualifiedName(name, qualifier);
  return tail === undefined
    ? { text: whole, isSnippet: false }
    : { text: escapeSnippet(whole) + tail, isSnippet: true };
}

function qualifiedName(name: string, qualifier: Qualifier | undefined): string {
  if (qualifier === undefined) return writeName(name);
  return `${qualifier.kind === 'organization' ? 'organization' : writeName(qualifier.name)}.${writeName(name)}`;
}
