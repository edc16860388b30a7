// The language server in one process: the same edits as a user's keystrokes, every feature asked at random places. It answers
// every request, logs no error, and what it last published is what a cold look at the same texts finds.
import { strict as assert } from 'node:assert';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { ProjectInput } from '../../server/src/project/types.ts';
import { lineMap } from '../../server/src/text/line-map.ts';
import { type Session, startSession } from '../lsp/session.ts';
import { type CorpusProject, pickFile, withText } from './corpus.ts';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';
import type { Target } from './target.ts';

const root = '/desk';

function disk({ files, settings, directories }: ProjectInput): Record<string, string> {
  const all = [...files, ...directories, ['writ.json', settings ?? { text: '{}' }] as const];
  return Object.fromEntries(all.map(([path, content]) => [`${root}/${path}`, 'text' in content ? content.text : '']));
}

/** Requests that are made of a place; a server without one of them is not asked it. */
const places: Readonly<Record<string, string>> = {
  completionProvider: 'textDocument/completion',
  hoverProvider: 'textDocument/hover',
  definitionProvider: 'textDocument/definition',
  referencesProvider: 'textDocument/references',
  documentHighlightProvider: 'textDocument/documentHighlight',
  typeDefinitionProvider: 'textDocument/typeDefinition',
  implementationProvider: 'textDocument/implementation',
  declarationProvider: 'textDocument/declaration',
  callHierarchyProvider: 'textDocument/prepareCallHierarchy',
  linkedEditingRangeProvider: 'textDocument/linkedEditingRange',
};
/** Requests that are made of a document. */
const documents: Readonly<Record<string, string>> = {
  documentSymbolProvider: 'textDocument/documentSymbol',
  foldingRangeProvider: 'textDocument/foldingRange',
  documentLinkProvider: 'textDocument/documentLink',
  codeLensProvider: 'textDocument/codeLens',
};

async function askAll(session: Session, path: string, text: string, random: Random): Promise<void> {
  const { capabilities } = session.server;
  const { textDocument } = session.at(path, '');
  const before = text.slice(0, random.below(text.length + 1)).split(/\r\n|\r|\n/);
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const context = { includeDeclaration: true, triggerKind: 1, diagnostics: [] };
  const has = (name: string) => name in capabilities;
  for (const [name, method] of Object.entries(places))
    if (has(name)) await session.request(method, { textDocument, position, context });
  for (const [name, method] of Object.entries(documents))
    if (has(name)) await session.request(method, { textDocument });
  const range = { start: { line: 0, character: 0 }, end: position };
  if (has('codeActionProvider')) await session.request('textDocument/codeAction', { textDocument, range, context });
  if (has('callHierarchyProvider')) await followAll(session, { textDocument, position });
  if (has('selectionRangeProvider'))
    await session.request('textDocument/selectionRange', { textDocument, positions: [position, range.start] });
  if (has('semanticTokensProvider')) {
    await session.request('textDocument/semanticTokens/full/delta', { textDocument, previousResultId: '1' });
    await session.request('textDocument/semanticTokens/range', { textDocument, range });
  }
  if (has('workspaceSymbolProvider'))
    await session.request('workspace/symbol', { query: random.pick(['', 'a', 'desk']) });
}

/** One step both ways from what stands there. */
async function followAll(session: Session, params: unknown): Promise<void> {
  const items = await session.request<readonly unknown[] | null>('textDocument/prepareCallHierarchy', params);
  for (const item of items ?? []) {
    await session.request('callHierarchy/incomingCalls', { item });
    await session.request('callHierarchy/outgoingCalls', { item });
  }
}

interface Change {
  readonly old: string;
  readonly text: string;
  readonly version: number;
}

/** One incremental change: what the two texts do not share in front and behind. */
async function change(session: Session, file: string, { old, text, version }: Change): Promise<void> {
  let start = 0;
  while (start < old.length && old[start] === text[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, text.length) - start && old.at(-1 - end) === text.at(-1 - end)) end++;
  const lines = lineMap(old);
  const range = { start: lines.position(start), end: lines.position(old.length - end) };
  const contentChanges = [{ range, text: text.slice(start, text.length - end) }];
  const { uri } = session.at(file, '').textDocument;
  await session.client.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
}

async function checkPublished(session: Session, input: ProjectInput): Promise<void> {
  const cold = createSnapshot(input);
  for (const [path] of input.files) {
    const wanted = cold.findings.filter(({ place }) => place.file === path).map(({ rule }) => rule);
    assert.deepEqual([...session.problems(`${root}/${path}`)].sort(), wanted.sort(), `problems of ${path}`);
  }
}

async function round(random: Random, corpus: readonly CorpusProject[]): Promise<void> {
  let { input } = random.pick(corpus);
  const session = await startSession({ files: disk(input), folders: [root] });
  try {
    const { path } = pickFile(input, random);
    const file = `${root}/${path}`;
    await session.open(file);
    const steps = 1 + random.below(4);
    for (let step = 0; step < steps; step++) {
      const content = input.files.get(path);
      const old = content !== undefined && 'text' in content ? content.text : '';
      const text = mutate(old, random).toWellFormed();
      if (text === old) continue;
      await session.looked(root, () => change(session, file, { old, text, version: step + 2 }));
      input = withText(input, path, text);
      await askAll(session, file, text, random);
    }
    assert.deepEqual(session.errors, [], 'the log has no error');
    await checkPublished(session, input);
  } finally {
    session.client.dispose();
  }
}

export const server: Target = { name: 'server', weight: 3, round };
