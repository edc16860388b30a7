// A language server on TextDocument that says after every change, and at once, what is found: what the peers have in common.
import process from 'node:process';
import {
  createConnection,
  type Diagnostic,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

export function connect(): ReturnType<typeof createConnection> {
  return createConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
}

/** Takes what finds problems in a document; answers on standard input and output until the client ends it. */
export function serve(find: (document: TextDocument) => Diagnostic[] | Promise<Diagnostic[]>): void {
  const connection = connect();
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize(() => ({
    capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, hoverProvider: true, completionProvider: {} },
  }));
  connection.onHover(() => null);
  connection.onCompletion(() => null);
  documents.onDidChangeContent(async ({ document }) => {
    const diagnostics = await find(document);
    await connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
  });
  documents.listen(connection);
  connection.listen();
}
