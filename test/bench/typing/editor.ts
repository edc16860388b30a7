// An editor on a folder with documents open in it: it types a character at a time and waits for what is found.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { type Client, type Published, startServer } from './client.ts';
import type { Documents } from './documents.ts';
import type { Keystroke } from './keystrokes.ts';

/** A folder on the disk that holds the documents, until it is removed. */
export interface Folder {
  readonly uri: string;
  uriOf(file: string): string;
  remove(): void;
}

export function writeFolder({ kind, files }: Documents): Folder {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'writ-bench-')));
  if (kind === 'writ') writeFileSync(path.join(folder, 'writ.json'), '{}\n');
  for (const [file, text] of files) writeFileSync(path.join(folder, file), text);
  const uriOf = (file: string) => pathToFileURL(path.join(folder, file)).href;
  return { uri: pathToFileURL(folder).href, uriOf, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Document {
  readonly uri: string;
  readonly text: string;
  version: number;
}

/** Of one keystroke: milliseconds until something was published for the new text, and until nothing more came. */
export interface Heard {
  readonly first: number;
  readonly complete: number;
}

export interface Editor {
  readonly client: Client;
  readonly documents: readonly Document[];
  /** Types, waits for what is found, and until nothing more has come for so many milliseconds. */
  press(document: Document, keystroke: Keystroke, pause: number): Promise<Heard>;
  /** Waits until the server has said all that it has to say. */
  settle(): Promise<void>;
  /** What the server last said of a document. */
  problems(document: Document): number;
}

function isOf(published: Published, { uri, version }: Document): boolean {
  return published.uri === uri && (published.version === undefined || published.version >= version);
}

/** After so many milliseconds without a word nothing more is expected of a server that has started. */
export const settled = 250;

/** Gives when the last message arrived, after there was none for a while. */
export async function quiet(client: Client, pause: number): Promise<number> {
  for (;;) {
    const before = client.last()?.at ?? performance.now();
    await rest(pause);
    if (client.last()?.at === before) return before;
  }
}

/** Opens a document; gives what is first said of it. */
export async function open(client: Client, document: Document, languageId: string): Promise<Published> {
  const { uri, version, text } = document;
  const published = client.next((each) => isOf(each, document));
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId, version, text },
  });
  return published;
}

/** What was sent before the answer to a question that no server knows has arrived with it. */
async function answered({ connection }: Client): Promise<void> {
  await connection.sendRequest('bench/nothing').catch(() => {});
}

async function press(client: Client, document: Document, keystroke: Keystroke, pause: number): Promise<Heard> {
  document.version++;
  const { line, character, removed, inserted: text } = keystroke;
  const range = { start: { line, character }, end: { line, character: character + removed } };
  const published = client.next((each) => isOf(each, document));
  const start = performance.now();
  const sent = client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: document.uri, version: document.version },
    contentChanges: [{ range, text }],
  });
  const { at } = await published;
  await sent;
  await answered(client);
  return { first: at - start, complete: (await quiet(client, pause)) - start };
}

/**
 * Waits the longer after a keystroke the later the server has spoken: one that says something when nothing more was
 * expected is given more time from then on, so that what it finds is counted whole.
 */
function createPatience(client: Client): { before(pause: number): number; after(): void } {
  let least = 0;
  let heard = client.last();
  return {
    before(pause) {
      if (client.last() !== heard) least = Math.min(settled, Math.max(10, 4 * Math.max(pause, least)));
      return Math.max(pause, least);
    },
    after() {
      heard = client.last();
    },
  };
}

/** Starts a server on the folder and opens those documents of it. */
export async function startEditor(args: readonly string[], folder: Folder, opened: Documents): Promise<Editor> {
  const client = await startServer({ args }, folder.uri);
  const documents: Document[] = [];
  for (const [file, text] of opened.files) {
    const document: Document = { uri: folder.uriOf(file), text, version: 1 };
    documents.push(document);
    await open(client, document, opened.kind);
  }
  // What is said first may be a part of it.
  await answered(client);
  await quiet(client, 4 * settled);
  const patience = createPatience(client);
  return {
    client,
    documents,
    async press(document, keystroke, pause) {
      const heard = await press(client, document, keystroke, patience.before(pause));
      patience.after();
      return heard;
    },
    async settle() {
      await answered(client);
      await quiet(client, settled);
      patience.after();
    },
    problems: ({ uri }) => client.known.get(uri)?.diagnostics.length ?? 0,
  };
}
