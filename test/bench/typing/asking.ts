// Questions of an editor beside diagnostics: hover, completion and semantic tokens, from the request to its answer.
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver/node';
import { type Figure, figureOf } from '../figures.ts';
import type { Document, Editor } from './editor.ts';
import { asked, type Place, typing } from './keystrokes.ts';
import { emptyServer, ours, type Server } from './servers.ts';

type Samples = Map<string, number[]>;

function add(samples: Samples, name: string, value: number): void {
  const all = samples.get(name);
  if (all === undefined) samples.set(name, [value]);
  else all.push(value);
}

async function timed<T>(samples: Samples, names: readonly string[], ask: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const answer = await ask();
  for (const name of names) add(samples, name, performance.now() - start);
  return answer;
}

/** A hover is about the word, a completion about what it may become: one stands on it, the other behind. */
const positions: Readonly<Record<string, (place: Place) => { readonly line: number; readonly character: number }>> = {
  hover: ({ line, from }) => ({ line, character: from + 1 }),
  completion: ({ line, to }) => ({ line, character: to }),
};

/** At each place a hover and a completion, and what is said while a word is typed there. */
async function askPlaces(editor: Editor, document: Document, samples: Samples, count: number): Promise<void> {
  const { connection } = editor.client;
  const textDocument = { uri: document.uri };
  for (const { kind, places } of asked(document.text, count))
    for (const place of places)
      for (const [what, positionOf] of Object.entries(positions))
        await timed(samples, [what, `${what}: ${kind}`], () =>
          connection.sendRequest(`textDocument/${what}`, { textDocument, position: positionOf(place) }),
        );
}

/** A completion is asked for while what is found is still looked for: right behind the character. */
async function askWhileTyping(editor: Editor, document: Document, samples: Samples): Promise<void> {
  const { connection } = editor.client;
  for (const { kind, keystrokes } of typing(document.text, 'writ', 2)) {
    if (!/members|grants|option/.test(kind)) continue;
    for (const keystroke of keystrokes) {
      const position = { line: keystroke.line, character: keystroke.character + keystroke.inserted.length };
      const pressed = editor.press(document, keystroke, 1);
      const request = { textDocument: { uri: document.uri }, position };
      await timed(samples, ['completion: right behind a keystroke'], () =>
        connection.sendRequest('textDocument/completion', request),
      );
      await pressed;
    }
  }
}

function tokenOptions({ client }: Editor): {
  readonly hasFull: boolean;
  readonly hasDelta: boolean;
  readonly hasRange: boolean;
} {
  const options = client.initialized.capabilities.semanticTokensProvider;
  const full = options?.full;
  return {
    hasFull: full !== undefined && full !== false,
    hasDelta: typeof full === 'object' && full.delta === true,
    hasRange: options?.range !== undefined && options.range !== false,
  };
}

/** How many lines an editor shows. */
const visible = 60;

async function askTokens(editor: Editor, document: Document, samples: Samples, rounds: number): Promise<void> {
  const { connection } = editor.client;
  const textDocument = { uri: document.uri };
  const { hasFull, hasDelta, hasRange } = tokenOptions(editor);
  if (!hasFull) return;
  const full = () => connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  let { resultId } = await timed(samples, ['semantic tokens'], full);
  for (const { keystrokes } of typing(document.text, 'writ', rounds))
    for (const keystroke of keystrokes) {
      await editor.press(document, keystroke, 1);
      const { line } = keystroke;
      const range = { start: { line, character: 0 }, end: { line: line + visible, character: 0 } };
      if (hasRange)
        await timed(samples, ['semantic tokens: what is in view'], () =>
          connection.sendRequest('textDocument/semanticTokens/range', { textDocument, range }),
        );
      if (!hasDelta) continue;
      const params = { textDocument, previousResultId: resultId };
      const answer = await timed(samples, ['semantic tokens: delta'], () =>
        connection.sendRequest<SemanticTokens | SemanticTokensDelta>('textDocument/semanticTokens/full/delta', params),
      );
      resultId = answer.resultId;
    }
  for (let round = 0; round < rounds; round++) await timed(samples, ['semantic tokens'], full);
}

/** Only servers that answer: Writ, and the empty one as what a question costs on its way. */
export async function timeQuestions(
  editor: Editor,
  { name: engine }: Server,
  size: string,
  quick: boolean,
): Promise<Figure[]> {
  const kinds = ({ text }: Document) => asked(text, 1).length;
  const [document] = editor.documents.toSorted((a, b) => kinds(b) - kinds(a));
  if (document === undefined || (engine !== ours && engine !== emptyServer)) return [];
  const samples: Samples = new Map();
  await askPlaces(editor, document, new Map(), quick ? 3 : 20);
  await askPlaces(editor, document, samples, quick ? 10 : 100);
  if (engine === ours) {
    await askWhileTyping(editor, document, samples);
    await askTokens(editor, document, samples, quick ? 1 : 4);
  }
  return [...samples].map(([name, values]) => figureOf({ name, engine, size, unit: 'ms' }, values));
}
