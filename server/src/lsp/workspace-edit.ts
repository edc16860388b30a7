// Edits of the core as edits of the protocol, with the versions of the texts that they are meant for.
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Fix } from '../rules/finding.ts';
import type { Context } from './context.ts';
import { linesOf, type ProjectView, toRange } from './convert.ts';

const annotationId = 'effect';

/** What all of the edits do, for a client that shows such a thing. */
export interface Label {
  readonly text: string;
  /** False where somebody should see it before anything is changed. */
  readonly isConfirmed: boolean;
}

export function toEdit(context: Context, view: ProjectView, edits: Fix['edits'], label?: Label): WorkspaceEdit {
  const byUri = new Map<string, TextEdit[]>();
  for (const { place, text } of edits) {
    const uri = view.held.uriOf(place.file);
    const range = toRange(linesOf(view, place.file), place.span);
    byUri.set(uri, [...(byUri.get(uri) ?? []), { range, newText: text }]);
  }
  const can = context.client().workspace?.workspaceEdit;
  if (can?.documentChanges !== true) return { changes: Object.fromEntries(byUri) };
  const annotation = can.changeAnnotationSupport === undefined ? undefined : label;
  const documentChanges = [...byUri].map(([uri, all]): TextDocumentEdit => {
    // With the version an editor refuses what was meant for another text.
    const version = context.workspace.openDocument(uri)?.version ?? null;
    return { textDocument: { uri, version }, edits: annotation === undefined ? all : all.map(annotated) };
  });
  if (annotation === undefined) return { documentChanges };
  return { documentChanges, changeAnnotations: { [annotationId]: toAnnotation(annotation) } };
}

/** Of several projects, whose files are not each other's. */
export function joinEdits(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  const [first, ...others] = edits;
  if (first === undefined || others.length === 0) return first ?? {};
  if (first.documentChanges === undefined)
    return { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) };
  return { documentChanges: edits.flatMap(({ documentChanges = [] }) => documentChanges) };
}

function toAnnotation({ text, isConfirmed }: Label): ChangeAnnotation {
  return isConfirmed ? { label: text } : { label: text, needsConfirmation: true };
}

function annotated(edit: TextEdit): AnnotatedTextEdit {
  return { ...edit, annotationId };
}
