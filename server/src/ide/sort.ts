// Sorts a document: its declarations, the items of objects and the lists whose order means nothing, by their names.
import { editedSnapshot } from '../project/edited.ts';
import { errorsBrought, isWithoutEffect } from '../project/proved-fix.ts';
import type { Snapshot } from '../project/types.ts';
import { sections } from '../rules/edits/declare.ts';
import { rankOf } from '../rules/edits/properties.ts';
import { nodesBelow } from '../syntax/ast-path.ts';
import { arrangeElements } from '../syntax/edits/arrange-elements.ts';
import { type SortedBlock, sortBlocks } from '../syntax/edits/sort-blocks.ts';
import { sortedOrder, unorderedElements } from '../syntax/edits/sort-elements.ts';
import { parseFile } from '../syntax/parse.ts';
import { isSameSet } from '../syntax/same-set.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { shift } from '../text/span.ts';
import { textChanges } from './text-changes.ts';

export type Sorted = { readonly edits: readonly TextEdit[] } | { readonly refused: string };

/**
 * Takes a file of the project; no edits where it is sorted. Fields, options, steps, questions and tests keep their order: a
 * reader follows it. Refused where a declaration is only half read, and where the sorted text would not say the same.
 */
export function sortDocument(snapshot: Snapshot, path: string): Sorted {
  const file = snapshot.source(path);
  if (file === undefined) return { refused: 'there is no such file' };
  if (!isSound(file)) return { refused: 'something in the file cannot be read' };
  const text = sortText(file);
  if (text === file.text) return { edits: [] };
  if (!isSameSet(file, parseFile(text))) return { refused: 'sorted, the file would not say the same' };
  const edits = textChanges(file.text, text);
  const after = editedSnapshot(
    snapshot,
    edits.map((edit) => ({ place: { file: path, span: edit.span }, text: edit.text })),
  );
  const isSame = after !== undefined && errorsBrought(snapshot, after).length === 0 && isWithoutEffect(snapshot, after);
  return isSame ? { edits } : { refused: 'sorted, the project would not mean the same' };
}

function isSound({ units, problems, strays }: SourceFile): boolean {
  const isRead = ({ declaration, problems: own, displaced, rest }: SourceFile['units'][number]) =>
    declaration !== undefined && own.length === 0 && !displaced && rest === undefined;
  return problems.length === 0 && strays.length === 0 && units.every(isRead);
}

/** From the inside out: each step reads what the one before it has made. */
function sortText(file: SourceFile): string {
  const steps = [listEdits, itemEdits, declarationEdits];
  let read = file;
  for (const edits of steps) {
    const made = edits(read);
    if (made.length > 0) read = parseFile(applyEdits(read.text, made));
  }
  return read.text;
}

/** What they ask stays word for word. */
const asking: ReadonlySet<string> = new Set(['query', 'expect', 'test']);

function listEdits(file: SourceFile): TextEdit[] {
  return file.units.flatMap(({ declaration }, i) =>
    declaration === undefined || asking.has(declaration.kind)
      ? []
      : [...nodesBelow(declaration)].flatMap((node) => {
          const elements = unorderedElements(node)?.map(({ span, key }) => ({
            span: shift(span, file.starts[i] ?? 0),
            key,
          }));
          if (elements === undefined) return [];
          const spans = elements.map(({ span }) => span);
          return arrangeElements(file, spans, sortedOrder(elements)) ?? [];
        }),
  );
}

function itemEdits(file: SourceFile): TextEdit[] {
  return file.units.flatMap(({ declaration }, i) => {
    if (declaration?.kind !== 'object') return [];
    const blocks = declaration.items.map((item): SortedBlock => {
      const name = 'name' in item && item.kind !== 'field' ? item.name?.text : undefined;
      // Managed roles come behind those that somebody made.
      const rank = rankOf(item.kind) + (item.kind === 'role' && item.managed ? 0.5 : 0);
      return { span: shift(item.span, file.starts[i] ?? 0), rank, name };
    });
    return sortBlocks(file, blocks);
  });
}

function declarationEdits(file: SourceFile): TextEdit[] {
  const blocks = file.units.flatMap(({ declaration }, i): SortedBlock[] => {
    if (declaration === undefined) return [];
    const { kind, span } = declaration;
    const isManaged = kind === 'role' && declaration.managed;
    const rank = sections.indexOf(kind) - (isManaged ? 0.5 : 0);
    return [{ span: shift(span, file.starts[i] ?? 0), rank, name: nameOf(declaration) }];
  });
  return sortBlocks(file, blocks);
}

function nameOf(declaration: NonNullable<SourceFile['units'][number]['declaration']>): string | undefined {
  if (declaration.kind === 'directory') return declaration.path?.text;
  return 'name' in declaration && declaration.kind !== 'test' ? declaration.name?.text : undefined;
}
