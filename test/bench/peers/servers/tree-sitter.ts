// tree-sitter's incremental parse of JSON and nothing else: the floor of every server that parses.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { type Diagnostic, type Range, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { importPeer } from '../engine.ts';
import { connect } from './serve.ts';

interface Point {
  readonly row: number;
  readonly column: number;
}
interface Change {
  readonly range: Range;
  readonly text: string;
}
interface Moved {
  readonly startIndex: number;
  readonly oldEndIndex: number;
  readonly newEndIndex: number;
  readonly startPosition: Point;
  readonly oldEndPosition: Point;
  readonly newEndPosition: Point;
}
interface Tree {
  readonly rootNode: { readonly hasError: boolean };
  edit(moved: Moved): void;
  delete(): void;
}
interface Parser {
  setLanguage(language: unknown): void;
  parse(text: string, old?: Tree): Tree;
}
interface Library {
  readonly Parser: (new () => Parser) & { init(options: object): Promise<void> };
  readonly Language: { load(bytes: Uint8Array): Promise<unknown> };
  readonly Edit: new (moved: Moved) => Moved;
}

const { Parser, Language, Edit } = (await importPeer('web-tree-sitter')) as Library;

const pointOf = ({ line, character }: { line: number; character: number }): Point => ({ row: line, column: character });
const message = 'this does not parse';
const start = { line: 0, character: 0 };
const broken: Diagnostic = { message, range: { start, end: start } };

/** Applies the change to both, and gives the document. */
function edit(document: TextDocument, tree: Tree, change: Change, version: number): TextDocument {
  const { range } = change;
  const [startIndex, oldEndIndex] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const newEndIndex = startIndex + change.text.length;
  const [startPosition, oldEndPosition] = [pointOf(range.start), pointOf(range.end)];
  const edited = TextDocument.update(document, [change], version);
  const newEndPosition = pointOf(edited.positionAt(newEndIndex));
  tree.edit(new Edit({ startIndex, oldEndIndex, newEndIndex, startPosition, oldEndPosition, newEndPosition }));
  return edited;
}

/** Takes the files of the runtime and of the grammar. */
async function listen(runtime: string, grammar: string): Promise<void> {
  await Parser.init({ wasmBinary: readFileSync(runtime), locateFile: () => runtime });
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(grammar)));
  const connection = connect();
  let document = TextDocument.create('', '', 0, '');
  let tree = parser.parse('');
  const publish = ({ uri, version }: TextDocument) => {
    const diagnostics = tree.rootNode.hasError ? [broken] : [];
    return connection.sendDiagnostics({ uri, version, diagnostics });
  };
  connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    document = TextDocument.create(uri, languageId, version, text);
    tree = parser.parse(text);
    return publish(document);
  });
  connection.onDidChangeTextDocument(({ contentChanges, textDocument: { version } }) => {
    for (const change of contentChanges) if ('range' in change) document = edit(document, tree, change, version);
    const old = tree;
    tree = parser.parse(document.getText(), old);
    old.delete();
    return publish(document);
  });
  connection.listen();
}

const [runtime = '', grammar = ''] = process.argv.slice(2);
listen(runtime, grammar).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
