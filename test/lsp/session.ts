// An editor for tests: speaks to the real server over a pair of streams, on a disk in memory and a clock that stands still.
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  type ConfigurationParams,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DidChangeWatchedFilesRegistrationOptions,
  FileChangeType,
  type FileEvent,
  type InitializeResult,
  type LogMessageParams,
  MessageType,
  ProgressType,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
  type UnregistrationParams,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Platform } from '../../server/src/lsp/host.ts';
import { uriOfPath } from '../../server/src/lsp/paths.ts';
import { type ChangedParams, changedNotification, type ProjectInfo } from '../../server/src/lsp/protocol.ts';
import { createServer } from '../../server/src/lsp/server.ts';
import { onlyLocal, readForServer } from './client-files.ts';
import { type MemoryFile, type MemoryFiles, memoryFiles } from './memory-files.ts';

export interface Published {
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Session {
  readonly files: MemoryFiles;
  readonly client: ProtocolConnection;
  readonly server: InitializeResult;
  /** What the server wrote to its log as errors. */
  readonly errors: string[];
  /** Globs that the server has watched now; relative ones as `base|pattern`. */
  readonly watched: () => readonly string[];
  /** Does something and gives when the project of this root was looked at after it. */
  looked(root: string, action: () => unknown): Promise<void>;
  /** Gives when the condition holds, which is looked at whenever the server says something. */
  until(condition: () => boolean): Promise<void>;
  /** What was last published of a file; undefined before that. */
  published(path: string): Published | undefined;
  /** What was last published, by URI. */
  readonly said: () => ReadonlyMap<string, Published>;
  /** Rule ids of what was last published of a file. */
  problems(path: string): readonly string[];
  open(path: string, text?: string, languageId?: string): Promise<void>;
  /** Replaces the first occurrence of a text of an open document, as one incremental change. */
  edit(path: string, from: string, to: string): Promise<void>;
  close(path: string): Promise<void>;
  /** Changes the disk, and says so as a watching client does; undefined removes. */
  disk(changes: Readonly<Record<string, MemoryFile | undefined>>): Promise<void>;
  request<R>(method: string, params: unknown): Promise<R>;
  /** `position` of the first occurrence of a text in an open document or file, with its document. */
  at(path: string, text: string): { textDocument: { uri: string }; position: { line: number; character: number } };
  /** Gives the client other settings, and says so as an editor does. */
  configure(settings: object): Promise<void>;
  /** What was told under each token that the server had asked the client to show. */
  readonly places: ReadonlyMap<string, readonly unknown[]>;
  /** How often the server had the client ask again for hints or lenses. */
  readonly refreshes: () => number;
  /** Passes time. */
  advance(milliseconds: number): void;
  /** What the clock of the server says. */
  readonly clock: () => number;
  /** From now on so much time passes whenever the clock is looked at. */
  slowDown(milliseconds: number): void;
}

export interface Options {
  readonly files: Readonly<Record<string, MemoryFile>>;
  readonly folders?: readonly string[];
  /** So much time passes whenever the server looks at the clock, from the start on. */
  readonly pace?: number;
  /** A disk on which names that differ by case alone are one. */
  readonly ignoresCase?: boolean;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The server runs where it has no disk: the client reads all files. */
  readonly isBrowser?: boolean;
  /** What stands under `writ` in the settings, for a client that can be asked. */
  readonly settings?: object;
}

/** All that the server makes use of. */
export const fullCapabilities: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
    rename: { prepareSupport: true },
    codeAction: { dataSupport: true, disabledSupport: true, resolveSupport: { properties: ['edit'] } },
  },
};

/** 2026-11-21, noon in UTC. */
const start = Date.UTC(2026, 10, 21, 12);
const deadlineMs = 8000;

/** Of an absolute path; what is none is a URI already, of a document on no disk. */
export const uriOf = (path: string): string => (/^[\w-]{2,}:(?!\/(?!\/)[^?#]*$)/.test(path) ? path : uriOfPath(path));

interface Timer {
  readonly at: number;
  readonly task: () => void;
}

type Clock = Pick<Session, 'advance' | 'slowDown' | 'clock'>;

function testHost(disk: Platform['disk']): { host: Platform } & Clock {
  let now = start;
  let tick = 0;
  const timers = new Set<Timer>();
  const host: Platform = {
    disk,
    now() {
      now += tick;
      return now;
    },
    soon(task) {
      const immediate = setImmediate(task);
      return () => clearImmediate(immediate);
    },
    after(milliseconds, task) {
      const timer = { at: now + milliseconds, task };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  };
  const advance = (milliseconds: number) => {
    now += milliseconds;
    for (const timer of [...timers]) {
      if (timer.at > now) continue;
      timers.delete(timer);
      timer.task();
    }
  };
  const slowDown = (milliseconds: number) => {
    tick = milliseconds;
  };
  return { host, advance, slowDown, clock: () => now };
}

function connect(host: Platform): ProtocolConnection {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down));
  createServer(server, host);
  server.listen();
  return createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
}

interface Heard {
  readonly looks: Map<string, number>;
  readonly published: Map<string, Published>;
  readonly errors: string[];
  readonly watched: Map<string, readonly string[]>;
  readonly places: Map<string, unknown[]>;
  refreshes: number;
  settings: object;
  until(condition: () => boolean): Promise<void>;
}

/** Keeps what the server says. */
function listen(client: ProtocolConnection): Heard {
  const waiting = new Set<() => void>();
  const heard: Heard = {
    looks: new Map(),
    published: new Map(),
    errors: [],
    watched: new Map(),
    places: new Map(),
    refreshes: 0,
    settings: {},
    until: (condition) => waitFor(condition, waiting),
  };
  const wake = () => {
    for (const check of [...waiting]) check();
  };
  const on = <P>(method: string, take: (params: P) => void) =>
    client.onNotification(method, (params: P) => {
      take(params);
      wake();
    });
  on('textDocument/publishDiagnostics', ({ uri, version, diagnostics }: PublishDiagnosticsParams) =>
    heard.published.set(uri, { version, diagnostics }),
  );
  on(changedNotification, ({ project }: ChangedParams) =>
    heard.looks.set(project, (heard.looks.get(project) ?? 0) + 1),
  );
  on('window/logMessage', ({ type, message }: LogMessageParams) => {
    if (type === MessageType.Error) heard.errors.push(message);
  });
  client.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    for (const { id, method, registerOptions } of registrations)
      if (method === 'workspace/didChangeWatchedFiles') heard.watched.set(id, globsOf(registerOptions));
    wake();
  });
  client.onRequest('window/workDoneProgress/create', ({ token }: { token: string }) => {
    const told: unknown[] = [];
    heard.places.set(token, told);
    client.onProgress(new ProgressType<unknown>(), token, (value) => {
      told.push(value);
      wake();
    });
    return null;
  });
  client.onRequest('workspace/configuration', ({ items }: ConfigurationParams) => items.map(() => heard.settings));
  for (const what of ['inlayHint', 'codeLens', 'diagnostic'])
    client.onRequest(`workspace/${what}/refresh`, () => {
      heard.refreshes++;
      wake();
      return null;
    });
  client.onRequest('client/unregisterCapability', ({ unregisterations }: UnregistrationParams) => {
    for (const { id } of unregisterations) heard.watched.delete(id);
    wake();
  });
  return heard;
}

function globsOf({ watchers }: DidChangeWatchedFilesRegistrationOptions): string[] {
  return watchers.map(({ globPattern }) => {
    if (typeof globPattern === 'string') return globPattern;
    const { baseUri, pattern } = globPattern;
    return `${typeof baseUri === 'string' ? baseUri : baseUri.uri}|${pattern}`;
  });
}

function waitFor(condition: () => boolean, waiting: Set<() => void>): Promise<void> {
  if (condition()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      waiting.delete(check);
      settle();
    };
    const check = () => {
      if (condition()) end(resolve);
    };
    const late = new Error(`this did not come true: ${condition}`);
    const timer = setTimeout(() => end(() => reject(late)), deadlineMs);
    waiting.add(check);
  });
}

/** Opens the folders (`/desk` unless said otherwise) and gives when the server has looked at all their projects. */
export async function startSession({
  files: initial,
  folders = ['/desk'],
  capabilities,
  ignoresCase = false,
  pace = 0,
  ...options
}: Options): Promise<Session> {
  const files = memoryFiles(initial, { ignoresCase });
  const { host, ...clock } = testHost(options.isBrowser === true ? undefined : onlyLocal(files));
  clock.slowDown(pace);
  const client = connect(host);
  const heard = listen(client);
  readForServer(client, files);
  heard.settings = options.settings ?? {};
  client.listen();
  const server = await client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    initializationOptions: options.initializationOptions,
    capabilities: {
      ...(capabilities ?? fullCapabilities),
      experimental: { writChanges: true, ...capabilities?.experimental },
    },
    workspaceFolders: folders.map((folder) => ({ uri: uriOf(folder), name: folder })),
  });
  await client.sendNotification('initialized', {});
  const projects = await client.sendRequest<ProjectInfo[]>('writ/projects', {});
  await heard.until(() => projects.every(({ root }) => heard.looks.has(root)));
  return sessionOf({ files, client, server, heard, ...clock });
}

interface Parts extends Clock, Pick<Session, 'files' | 'client' | 'server'> {
  readonly heard: Heard;
}

function sessionOf({ heard, ...parts }: Parts): Session {
  const { client, files } = parts;
  const documents = new Map<string, TextDocument>();
  const textOf = async (path: string) => {
    const result = await files.read(path);
    return 'bytes' in result ? new TextDecoder().decode(result.bytes) : '';
  };
  const published = (path: string) => heard.published.get(uriOf(path));
  return {
    ...parts,
    errors: heard.errors,
    places: heard.places,
    watched: () => [...heard.watched.values()].flat(),
    refreshes: () => heard.refreshes,
    said: () => heard.published,
    async configure(settings) {
      heard.settings = settings;
      await client.sendNotification('workspace/didChangeConfiguration', { settings: { writ: settings } });
    },
    until: heard.until,
    published,
    problems: (path) => (published(path)?.diagnostics ?? []).map(({ code }) => String(code)),
    async looked(root, action) {
      const before = heard.looks.get(uriOf(root)) ?? 0;
      await action();
      await heard.until(() => (heard.looks.get(uriOf(root)) ?? 0) > before);
    },
    async open(path, text, languageId = path.endsWith('.json') ? 'json' : 'writ') {
      const document = TextDocument.create(uriOf(path), languageId, 1, text ?? (await textOf(path)));
      documents.set(path, document);
      const { uri, version } = document;
      const textDocument = { uri, languageId, version, text: document.getText() };
      await client.sendNotification('textDocument/didOpen', { textDocument });
    },
    async edit(path, from, to) {
      const document = documents.get(path);
      if (document === undefined) throw new Error(`${path} is not open`);
      const start = document.getText().indexOf(from);
      if (start < 0) throw new Error(`${path} has no ${JSON.stringify(from)}`);
      const range = { start: document.positionAt(start), end: document.positionAt(start + from.length) };
      const contentChanges = [{ range, text: to }];
      TextDocument.update(document, contentChanges, document.version + 1);
      const textDocument = { uri: document.uri, version: document.version };
      await client.sendNotification('textDocument/didChange', { textDocument, contentChanges });
    },
    async close(path) {
      documents.delete(path);
      await client.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(path) } });
    },
    async disk(changes) {
      const events: FileEvent[] = [];
      for (const [path, content] of Object.entries(changes)) {
        const isThere = (await files.realPath(path)) !== undefined;
        const type = content === undefined ? FileChangeType.Deleted : FileChangeType[isThere ? 'Changed' : 'Created'];
        events.push({ uri: uriOf(path), type });
        if (content === undefined) files.remove(path);
        else files.write(path, content);
      }
      await client.sendNotification('workspace/didChangeWatchedFiles', { changes: events });
    },
    request: (method, params) => client.sendRequest(method, params),
    at(path, text) {
      const document = documents.get(path);
      const offset = document?.getText().indexOf(text) ?? -1;
      if (document === undefined || offset < 0)
        throw new Error(`${path} is not open or has no ${JSON.stringify(text)}`);
      return { textDocument: { uri: document.uri }, position: document.positionAt(offset) };
    },
  };
}
