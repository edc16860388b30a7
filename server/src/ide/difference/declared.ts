// The declarations that say who may do what, by keys that are the same in two states of a project, and which of them differ.
import type { Origin } from '../../model/origin.ts';
import type { Snapshot } from '../../project/types.ts';
import type { Declaration, ObjectDecl, ObjectItem } from '../../syntax/ast.ts';
import { writeName } from '../../syntax/keywords.ts';
import type { SourceFile, Unit } from '../../syntax/source-file.ts';
import type { Span } from '../../text/span.ts';

/** `role Desk.Agent`, `group Agents`, `object Desk`, `organization`: no two of a sound project are alike. */
export type DeclarationKey = string;

export interface Declared {
  readonly key: DeclarationKey;
  /** Of the whole declaration, relative to its unit. */
  readonly span: Span;
  /** Of its name. */
  readonly name: Span;
}

/** What a unit declares, the object before its items; nothing of questions, records and what has no name. */
export function declaredIn(declaration: Declaration | undefined): Declared[] {
  switch (declaration?.kind) {
    case 'organization':
      return [{ key: 'organization', span: declaration.span, name: declaration.name?.span ?? declaration.keyword }];
    case 'user':
    case 'group':
    case 'role':
      return named(declaration.kind, '', declaration);
    case 'object':
      return ofObject(declaration);
    default:
      return [];
  }
}

interface Named {
  readonly span: Span;
  readonly name: { readonly text: string; readonly span: Span } | undefined;
}

function named(kind: string, owner: string, { span, name }: Named): Declared[] {
  return name === undefined ? [] : [{ key: `${kind} ${owner}${writeName(name.text)}`, span, name: name.span }];
}

function ofObject(object: ObjectDecl): Declared[] {
  const owner = object.name === undefined ? '' : `${writeName(object.name.text)}.`;
  return [...named('object', '', object), ...object.items.flatMap((item) => ofItem(item, owner))];
}

function ofItem(item: ObjectItem, owner: string): Declared[] {
  return item.kind === 'role' || item.kind === 'policy' || item.kind === 'service account'
    ? named(item.kind, owner, item)
    : [];
}

/** The narrowest declaration that something comes from. */
export function declaredAt({ unit, span }: Origin): DeclarationKey | undefined {
  return declaredIn(unit.declaration).findLast((each) => each.span.start <= span.start && span.start <= each.span.end)
    ?.key;
}

/** What two states do not both have with the same words. */
export interface Changed {
  readonly keys: ReadonlySet<DeclarationKey>;
  /** Those of the state before only. */
  readonly gone: ReadonlySet<DeclarationKey>;
}

/** Units that both states share were not edited: only the others are compared. White space is no difference. */
export function changedBetween(before: Snapshot, after: Snapshot): Changed {
  const [one, other] = [wordsOf(before, after), wordsOf(after, before)];
  const keys = new Set(
    [...one, ...other].filter(([key, words]) => one.get(key) !== words || other.get(key) !== words).map(([key]) => key),
  );
  const gone = [...keys].filter((key) => one.has(key) && !other.has(key));
  return { keys, gone: new Set(gone) };
}

function wordsOf(of: Snapshot, than: Snapshot): Map<DeclarationKey, string> {
  const words = new Map<DeclarationKey, string>();
  for (const path of of.input.files.keys()) {
    const source = of.source(path);
    const same = than.source(path);
    if (source === undefined || source === same) continue;
    const shared = new Set(same?.units ?? []);
    source.units.forEach((unit, i) => {
      if (!shared.has(unit)) addWords(words, source, unit, source.starts[i] ?? 0);
    });
  }
  return words;
}

/** An object that is opened in several places has the words of all of them. */
function addWords(
  words: Map<DeclarationKey, string>,
  { text }: SourceFile,
  { declaration }: Unit,
  start: number,
): void {
  for (const { key, span } of declaredIn(declaration)) {
    const own = text.slice(start + span.start, start + span.end).replace(/\s+/g, ' ');
    words.set(key, `${words.get(key) ?? ''}${own}\n`);
  }
}
