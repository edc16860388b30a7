// Asks a server as a client does that keeps what it was told: colours and findings come as changes of what it has.
import { strict as assert } from 'node:assert';
import { ProgressType } from 'vscode-languageserver';
import { type Session, uriOf } from '../../lsp/session.ts';
import { type Aim, itemsOf, questions } from './questions.ts';

/** A session and what its client has been told. */
export interface Listener {
  readonly session: Session;
  readonly tokens: Map<string, { readonly id: string; readonly data: readonly number[] }>;
  readonly reports: Map<string, { readonly id: string; readonly items: unknown }>;
}

export function listenerOf(session: Session): Listener {
  return { session, tokens: new Map(), reports: new Map() };
}

/** An answer, or how it was refused. */
export type Told = { readonly answer: unknown } | { readonly refused: number; readonly message: string };

/** Codes of the protocol for an answer that is none. */
export const codes = { cancelled: -32800, modified: -32801, refused: -32803 } as const;

/** Requests that may say no to the user. */
const refusing = new Set(['textDocument/rename', 'textDocument/prepareRename', 'codeAction/resolve']);

export async function request(
  { session }: Listener,
  method: string,
  params: unknown,
  allowed: readonly number[] = [],
): Promise<Told> {
  try {
    return { answer: await session.request(method, params) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : 0;
    const message = error instanceof Error ? error.message : String(error);
    const isRefusal = code === codes.refused && refusing.has(method);
    assert.ok(isRefusal || allowed.includes(code), `${method} fails\n${code} ${message}`);
    return { refused: code, message };
  }
}

/** The answer in full, whatever way it came, without what only tells one answer from another. */
export async function ask(listener: Listener, method: string, params: object, aim: Aim): Promise<Told> {
  const known = { ...params, ...remembered(listener, method, uriIn(params)) };
  const isPartial = method === 'workspace/diagnostic' && aim.pick % 2 === 0;
  const told = await slowly(listener, method === 'textDocument/codeAction' && aim.pick % 4 === 3, () =>
    isPartial ? requestParts(listener, method, known) : request(listener, method, known),
  );
  if ('refused' in told) return told;
  if (method.startsWith('textDocument/semanticTokens/full'))
    return { answer: keepTokens(listener, uriIn(params), told.answer) };
  if (method === 'textDocument/diagnostic') return { answer: keepReport(listener, uriIn(params), told.answer) };
  if (method === 'workspace/diagnostic') return { answer: keepReports(listener, told.answer) };
  return { answer: withoutOld(method, told.answer) };
}

let partCount = 0;

/** An answer that comes in parts, all of them together. */
async function requestParts(listener: Listener, method: string, params: object): Promise<Told> {
  const partialResultToken = `part ${partCount++}`;
  const parts: unknown[] = [];
  const type = new ProgressType<{ readonly items: readonly unknown[] }>();
  const hearing = listener.session.client.onProgress(type, partialResultToken, ({ items }) => {
    parts.push(...items);
  });
  const told = await request(listener, method, { ...params, partialResultToken });
  hearing.dispose();
  if ('refused' in told) return told;
  assert.deepEqual(told.answer, { items: [] }, 'what was told in parts is not told again');
  return { answer: { items: parts } };
}

/** So slowly that nothing can be made before it is offered; the clock says afterwards what it did before. */
async function slowly<T>({ session }: Listener, isSlow: boolean, does: () => Promise<T>): Promise<T> {
  if (!isSlow) return does();
  const before = session.clock();
  session.slowDown(600);
  try {
    return await does();
  } finally {
    session.slowDown(0);
    session.advance(before - session.clock());
  }
}

function uriIn(params: object): string {
  const textDocument: unknown = 'textDocument' in params ? params.textDocument : undefined;
  const isDocument = typeof textDocument === 'object' && textDocument !== null && 'uri' in textDocument;
  return isDocument && typeof textDocument.uri === 'string' ? textDocument.uri : '';
}

function remembered({ tokens, reports }: Listener, method: string, uri: string): object {
  if (method.endsWith('/full/delta')) return { previousResultId: tokens.get(uri)?.id ?? 'none' };
  if (method === 'textDocument/diagnostic') return { previousResultId: reports.get(uri)?.id };
  if (method !== 'workspace/diagnostic') return {};
  return { previousResultIds: [...reports].map(([each, { id }]) => ({ uri: each, value: id })) };
}

interface TokenEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data?: readonly number[];
}

function keepTokens({ tokens }: Listener, uri: string, answer: unknown): unknown {
  const { resultId, data, edits } = answer as {
    resultId?: string;
    data?: readonly number[];
    edits?: readonly TokenEdit[];
  };
  const known = [...(tokens.get(uri)?.data ?? [])];
  // Each is of the data before: from behind none moves another.
  const ordered = [...(edits ?? [])].sort((a, b) => b.start - a.start);
  for (const { start, deleteCount, data: by = [] } of ordered) {
    assert.ok(start + deleteCount <= known.length, 'an edit of colours reaches beyond them');
    known.splice(start, deleteCount, ...by);
  }
  const now = data ?? known;
  if (resultId === undefined) tokens.delete(uri);
  else tokens.set(uri, { id: resultId, data: now });
  return { data: now };
}

interface Report {
  readonly kind: string;
  readonly resultId?: string;
  readonly items?: unknown;
  readonly uri?: string;
  readonly version?: number | null;
}

function keepReport({ reports }: Listener, uri: string, answer: unknown): unknown {
  const { kind, resultId, items, version } = answer as Report;
  const last = reports.get(uri);
  if (kind === 'unchanged') assert.equal(resultId, last?.id, 'a report is unchanged that the client does not have');
  const now = kind === 'unchanged' ? last?.items : items;
  if (resultId === undefined) reports.delete(uri);
  else reports.set(uri, { id: resultId, items: now });
  return version === undefined ? { items: now } : { items: now, version };
}

function keepReports(listener: Listener, answer: unknown): unknown {
  const { items } = answer as { items: readonly Report[] };
  return items.map((report) => ({ uri: report.uri, report: keepReport(listener, report.uri ?? '', report) }));
}

/** What a file that cannot be read last came to is known to those alone who have seen it. */
function withoutOld(method: string, answer: unknown): unknown {
  if (method !== 'textDocument/inlayHint' || !Array.isArray(answer)) return answer;
  return answer.filter((hint) => !JSON.stringify(hint).includes(' (old)"'));
}

/** The document that an answer is of: that of the item that it goes on from. */
export function askedUri({ path }: Aim, item: unknown): string {
  const isPlaced = typeof item === 'object' && item !== null && 'uri' in item && typeof item.uri === 'string';
  return isPlaced ? String(item.uri) : uriOf(path);
}

/** Most of the items of a list that a client goes on from. */
const mostItems = 3;

/** All that there is to be asked of an aim; what goes on from an answer as a list of answers. */
export async function askAll(
  listener: Listener,
  aim: Aim,
  check: (method: string, told: Told, uri: string) => void,
): Promise<Map<string, unknown>> {
  const all = new Map<string, unknown>();
  const bases = new Map<string, Told>();
  for (const [method, question] of Object.entries(questions)) {
    const asked = question.of === undefined ? [undefined] : itemsFor(bases.get(question.of), aim);
    const told: Told[] = [];
    for (const item of asked) {
      const one = await ask(listener, method, question.params(aim, item) as object, aim);
      check(method, one, askedUri(aim, item));
      told.push(one);
    }
    const [only] = told;
    if (question.of === undefined && only !== undefined) bases.set(method, only);
    all.set(method, told);
  }
  return all;
}

function itemsFor(base: Told | undefined, aim: Aim): readonly unknown[] {
  return base === undefined || 'refused' in base ? [] : itemsOf(base.answer, aim, mostItems);
}
