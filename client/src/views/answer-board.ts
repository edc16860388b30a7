// The answers of the documents in sight: keeps them, moves them with the text, marks them as old, and shows all that.
import { type Disposable, type TextDocument, type TextDocumentChangeEvent, window } from 'vscode';
import type { InlineAnswers, WireAnswer } from '../../../server/src/lsp/protocol.ts';
import { createAnswerStyle } from './answer-style.ts';
import { moveAnswers } from './move-answers.ts';

/** An answer that is on its way is not worth a flicker: only after this, in milliseconds, are old ones marked as such. */
const patience = 300;

interface Kept {
  readonly answers: readonly WireAnswer[];
  readonly timer: ReturnType<typeof setTimeout> | undefined;
}

export interface AnswerBoard extends Disposable {
  /** What the server says of a document; where it cannot read it, what it said before that stays, marked as old. */
  take(document: TextDocument, found: InlineAnswers | null): void;
  /** The text is another one, and the server has not answered for it. */
  follow(event: TextDocumentChangeEvent): void;
  /** The server does not answer. */
  age(document: TextDocument): void;
  forget(document: TextDocument): void;
}

export function createAnswerBoard(): AnswerBoard {
  const style = createAnswerStyle();
  const board = new Map<string, Kept>();
  const show = (document: TextDocument, answers: readonly WireAnswer[], isStale: boolean) => {
    const uri = document.uri.toString();
    clearTimeout(board.get(uri)?.timer);
    board.set(uri, { answers, timer: undefined });
    for (const editor of window.visibleTextEditors) {
      if (editor.document === document) style.show(editor, answers, isStale);
    }
  };
  const answersOf = (document: TextDocument) => board.get(document.uri.toString())?.answers ?? [];
  const age = (document: TextDocument) => show(document, answersOf(document), true);
  return {
    take(document, found) {
      const before = answersOf(document);
      if (found?.parses === false && before.length > 0) age(document);
      else show(document, found?.answers ?? [], found?.parses === false);
    },
    follow({ document, contentChanges }) {
      const uri = document.uri.toString();
      const kept = board.get(uri);
      if (kept === undefined || contentChanges.length === 0) return;
      clearTimeout(kept.timer);
      const changes = contentChanges.map(({ range, text }) => ({ start: range.start, end: range.end, text }));
      const timer = setTimeout(() => age(document), patience);
      board.set(uri, { answers: moveAnswers(kept.answers, changes), timer });
    },
    age,
    forget(document) {
      const uri = document.uri.toString();
      clearTimeout(board.get(uri)?.timer);
      board.delete(uri);
    },
    dispose() {
      for (const { timer } of board.values()) clearTimeout(timer);
      style.dispose();
    },
  };
}
