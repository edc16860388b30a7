// One language server from the start of its process to all that it finds, or how much memory it holds: one line of JSON.
// node start-case.ts SERVER cold|memory LINES quick|full
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as rest } from 'node:timers/promises';
import { type Check, type Figure, figureOf, type Measured } from './figures.ts';
import { keptName } from './start-names.ts';
import { type Published, startServer } from './typing/client.ts';
import { type Documents, documentsOf } from './typing/documents.ts';
import { type Folder, open, quiet, settled, startEditor, writeFolder } from './typing/editor.ts';
import { after, typing } from './typing/keystrokes.ts';
import { mistakeIn } from './typing/mistake.ts';
import { commandOf, isServerId, type Server, servers } from './typing/servers.ts';
import { sizeText } from './typing/sizes.ts';

/** From the start of the process, in milliseconds. */
interface Start {
  readonly initialized: number;
  readonly first: number;
  /** Until what is wrong was said; undefined where nothing is. */
  readonly complete: number | undefined;
}

/** The same documents, the first with a mistake, so that it can be seen when everything is found. */
function withMistake(server: Server, { kind, files }: Documents): Documents {
  const [[file, text] = ['', '']] = [...files];
  const mistake = mistakeIn(server, text);
  return { kind, files: new Map(files).set(file, mistake === undefined ? text : after(text, mistake)) };
}

/** For how long a server that has not said what is wrong is waited for, in milliseconds. */
const longest = 60_000;

interface Starting {
  readonly folder: Folder;
  readonly documents: Documents;
  readonly codeCache?: string;
}

async function startOnce(server: Server, { folder, documents, ...more }: Starting): Promise<Start> {
  const [[file, text] = ['', '']] = [...documents.files];
  const uri = folder.uriOf(file);
  const client = await startServer({ args: commandOf(server), ...more }, folder.uri);
  const isWrong = (published: Published | undefined) => published?.uri === uri && published.diagnostics.length > 0;
  const wrong = client.next(isWrong);
  const first = await open(client, { uri, text, version: 1 }, documents.kind);
  // What is said first may be a part of it.
  if (server.finds !== 'nothing') await Promise.race([wrong, rest(longest, undefined, { ref: false })]);
  const last = await quiet(client, settled);
  const isFound = isWrong(client.known.get(uri));
  wrong.catch(() => {});
  await client.stop();
  const since = (at: number) => at - client.started;
  return { initialized: client.untilInitialized, first: since(first.at), complete: isFound ? since(last) : undefined };
}

async function startsOf(server: Server, starting: Starting, rounds: number): Promise<Start[]> {
  const starts: Start[] = [];
  for (let round = 0; round < rounds; round++) starts.push(await startOnce(server, starting));
  return starts;
}

async function measureStart(server: Server, lines: number, quick: boolean): Promise<Measured> {
  const documents = withMistake(server, await documentsOf(server.kind, lines, 1));
  const folder = writeFolder(documents);
  const codeCache = mkdtempSync(path.join(tmpdir(), 'writ-code-'));
  const rounds = quick ? 3 : 11;
  const cold = await startsOf(server, { folder, documents }, rounds);
  const kept = { folder, documents, codeCache };
  await startOnce(server, kept);
  const warm = await startsOf(server, kept, rounds);
  folder.remove();
  rmSync(codeCache, { recursive: true });
  const found = [...cold, ...warm].filter(({ complete }) => complete !== undefined).length;
  const check: Check = {
    name: `${server.name} at ${sizeText(lines)} finds what is wrong from the start`,
    passed: server.finds === 'nothing' ? found === 0 : found === cold.length + warm.length,
    detail: `${found} of ${cold.length + warm.length} starts`,
  };
  const figures = [...figuresOf(server, lines, cold, ''), ...figuresOf(server, lines, warm, keptName)];
  return { figures, checks: [check] };
}

function figuresOf(server: Server, lines: number, starts: readonly Start[], how: string): Figure[] {
  const what = { engine: server.name, size: sizeText(lines), unit: 'ms' } as const;
  const all = {
    initialized: starts.map(({ initialized }) => initialized),
    'first diagnostics': starts.map(({ first }) => first),
    'all findings': starts.flatMap(({ complete }) => complete ?? []),
  };
  return Object.entries(all).flatMap(([name, times]) =>
    times.length === 0 ? [] : [figureOf({ ...what, name: `start${how}: ${name}` }, times)],
  );
}

/** What the system says of a process, in megabytes; nothing where it has no such file. */
function statusOf(pid: number | undefined, key: 'VmRSS' | 'VmHWM'): number | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(text)?.[1];
    return kilobytes === undefined ? undefined : (Number(kilobytes) * 1024) / 1e6;
  } catch {
    return undefined;
  }
}

/** Before the server: it collects what is garbage when it is told to, and gives back what it needs no more. */
const collecting = 'process.on("SIGUSR2", () => gc({ type: "major", execution: "sync", flavor: "last-resort" }))';

/** Nothing is measured on a system that does not say it of a process. */
async function measureMemory(server: Server, lines: number): Promise<Measured> {
  if (statusOf(process.pid, 'VmRSS') === undefined) return { figures: [], checks: [] };
  const documents = await documentsOf(server.kind, lines, 1);
  const folder = writeFolder(documents);
  const options = ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(collecting)}`];
  const editor = await startEditor(commandOf(server, options), folder, documents);
  const { pid } = editor.client.child;
  const [document] = editor.documents;
  let steps = 0;
  for (const step of typing(document?.text ?? '', server.kind, 1)) {
    for (const keystroke of step.keystrokes.slice(0, 1)) if (document) await editor.press(document, keystroke, 5);
    for (const keystroke of step.keystrokes.slice(-1)) if (document) await editor.press(document, keystroke, 5);
    if (++steps === 6) break;
  }
  const before = statusOf(pid, 'VmRSS');
  editor.client.child.kill('SIGUSR2');
  await rest(1000);
  const figures = [
    ['memory after a few keystrokes', before],
    ['memory, garbage collected', statusOf(pid, 'VmRSS')],
    ['memory at most', statusOf(pid, 'VmHWM')],
  ] as const;
  await editor.client.stop();
  folder.remove();
  const what = { engine: server.name, size: sizeText(lines), unit: 'MB' } as const;
  const measured = figures.flatMap(([name, value]): Figure[] =>
    value === undefined ? [] : [figureOf({ ...what, name }, [value])],
  );
  return { figures: measured, checks: [] };
}

const [id = '', what = '', lines = '', effort = 'full'] = process.argv.slice(2);
if (!isServerId(id)) throw new Error(`no server ${id}`);
const measured =
  what === 'memory'
    ? await measureMemory(servers[id], Number(lines))
    : await measureStart(servers[id], Number(lines), effort === 'quick');
console.log(JSON.stringify(measured));
