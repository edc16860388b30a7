// A client of one language server in a process of its own, on standard input and output, that keeps an eye on the clock.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { projectNode } from '../../../scripts/run.mjs';

/** What an editor of today says that it can, as far as it steers what a server does after a keystroke. */
const capabilities: ClientCapabilities = {
  workspace: { workspaceFolders: true },
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        commitCharactersSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
      },
      completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat'] },
    },
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
  },
};

export interface Published {
  readonly uri: string;
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** When it had arrived. */
  readonly at: number;
}

export interface Client {
  readonly child: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Milliseconds from the start of the process until it had answered. */
  readonly untilInitialized: number;
  readonly started: number;
  /** The next time that something is published for which the test holds, or has been since `next` was called. */
  next(test: (published: Published) => boolean): Promise<Published>;
  /** When anything was published last, and of what. */
  last(): Published | undefined;
  /** What was last published, by URI. */
  readonly known: ReadonlyMap<string, Published>;
  stop(): Promise<void>;
}

export interface Command {
  /** Options of Node, then the program and what it is given. */
  readonly args: readonly string[];
  /** Where compiled code is kept from one start to the next; undefined where none is. */
  readonly codeCache?: string;
}

interface Waiting {
  readonly tell: (published: Published) => void;
  readonly fail: (error: Error) => void;
}

interface Watch {
  readonly known: Map<string, Published>;
  last: Published | undefined;
  readonly waiting: Set<Waiting>;
}

function watchDiagnostics(connection: ProtocolConnection): Watch {
  const watch: Watch = { known: new Map(), last: undefined, waiting: new Set() };
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    const { uri, version, diagnostics } = params;
    const published: Published = { uri, version, diagnostics, at: performance.now() };
    watch.last = published;
    watch.known.set(uri, published);
    for (const { tell } of watch.waiting) tell(published);
  });
  return watch;
}

/** How long a server may take for anything, in milliseconds, before it counts as stuck. */
const longest = 300_000;

function nextOf({ waiting }: Watch, test: (published: Published) => boolean): Promise<Published> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timeout);
      waiting.delete(own);
    };
    const fail = (error: Error) => {
      end();
      reject(error);
    };
    const timeout = setTimeout(() => fail(new Error('the server publishes nothing')), longest);
    const tell = (published: Published) => {
      if (!test(published)) return;
      end();
      resolve(published);
    };
    const own: Waiting = { tell, fail };
    waiting.add(own);
  });
}

/** Fails when the process ends, and with it all that is still waited for. */
function untilExit(child: ChildProcess, { waiting }: Watch): Promise<never> {
  return new Promise((_, reject) => {
    child.on('exit', (code) => {
      const error = new Error(`the server ended with status ${code}`);
      for (const { fail } of waiting) fail(error);
      reject(error);
    });
  });
}

/** Starts a server and says hello; `folder` is the URI of the workspace. */
export async function startServer({ args, codeCache }: Command, folder: string): Promise<Client> {
  const started = performance.now();
  const own = codeCache === undefined ? { NODE_DISABLE_COMPILE_CACHE: '1' } : { NODE_COMPILE_CACHE: codeCache };
  const child = spawn(projectNode(), args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...own } });
  if (child.stdin === null || child.stdout === null) throw new Error('the server has no input or output');
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const watch = watchDiagnostics(connection);
  // Neither is asked of a client that says so little of itself; who asks all the same is not kept waiting.
  for (const method of ['client/registerCapability', 'workspace/configuration', 'window/workDoneProgress/create'])
    connection.onRequest(method, () => null);
  connection.listen();
  const workspaceFolders = [{ uri: folder, name: 'organization' }];
  const hello = { processId: process.pid, rootUri: folder, workspaceFolders, capabilities };
  const answer = connection.sendRequest<InitializeResult>('initialize', hello);
  const exit = untilExit(child, watch);
  exit.catch(() => {});
  const initialized = await Promise.race([answer, exit]);
  const untilInitialized = performance.now() - started;
  await connection.sendNotification('initialized', {});
  return {
    child,
    connection,
    initialized,
    untilInitialized,
    started,
    next: (test) => nextOf(watch, test),
    last: () => watch.last,
    known: watch.known,
    stop: () => stop(child, connection),
  };
}

async function stop(child: ChildProcess, connection: ProtocolConnection): Promise<void> {
  const exit = once(child, 'exit');
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  const timeout = setTimeout(() => child.kill('SIGKILL'), 3000);
  await exit;
  clearTimeout(timeout);
  connection.dispose();
}
