// Shows the answer of every query and expectation at the end of its line, always of the text as it is.
import { Disposable, type TextDocument, window, workspace } from 'vscode';
import { type InlineAnswers, inlineAnswersRequest } from '../../../server/src/lsp/protocol.ts';
import type { Writ } from '../writ.ts';
import { createAnswerBoard } from './answer-board.ts';

/** `changed` fires when the server may have other answers. Gives what ends it all. */
export function showInlineAnswers({ client }: Writ, changed: (listener: () => void) => Disposable): Disposable {
  const board = createAnswerBoard();
  const refresh = async (document: TextDocument) => {
    const params = { textDocument: { uri: document.uri.toString() } };
    const found = await client.sendRequest<InlineAnswers | null>(inlineAnswersRequest, params);
    // Of another text: the server says so when it has read this one.
    const isOfThis = found === null || found.version === document.version;
    if (isOfThis && !document.isClosed) board.take(document, found);
  };
  const refreshAll = () => {
    for (const document of documentsInSight()) refresh(document).catch(() => board.age(document));
  };
  return Disposable.from(
    board,
    changed(refreshAll),
    window.onDidChangeVisibleTextEditors(refreshAll),
    workspace.onDidChangeTextDocument(board.follow),
    workspace.onDidCloseTextDocument(board.forget),
  );
}

function documentsInSight(): Set<TextDocument> {
  const editors = window.visibleTextEditors.filter(({ document }) => document.languageId === 'writ');
  return new Set(editors.map(({ document }) => document));
}
