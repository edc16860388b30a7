// One language server from the start of its process to all that it finds, or how much memory it holds: one line of JSON.
// node start-case.ts SERVER cold|memory LINES quick|full
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as rest } from 'node:timers/promises';
import { type Check, type Figure, figureOf, type Measured } from './figures.ts';
import { startServer } from './typing/client.ts';
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

async function startOnce(server: Server, folder: Folder, { kind, files }: Documents): Promise<Start> {
  const [[file, text] = ['', '']] = [...files];
  const uri = folder.uriOf(file);
  const client = await startServer({ args: commandOf(server) }, folder.uri);
  const first = await open(client, { uri, text, version: 1 }, kind);
  const last = await quiet(client, settled);
  const isFound = (client.known.get(uri)?.diagnostics.length ?? 0) > 0;
  await client.stop();
  const since = (at: number) => at - client.started;
  return { initialized: client.untilInitialized, first: since(first.at), complete: isFound ? since(last) : undefined };
}

async function measureStart(server: Server, lines: number, quick: boolean): Promise<Measured> {
  const documents = withMistake(server, await documentsOf(server.kind, lines, 1));
  const folder = writeFolder(documents);
  const starts: Start[] = [];
  for (let round = 0; round < (quick ? 2 : 11); round++) starts.push(await startOnce(server, folder, documents));
  folder.remove();
  const what = { engine: server.name, size: sizeText(lines), unit: 'ms' } as const;
  const complete = starts.flatMap((start) => start.complete ?? []);
  const figures = [
    figureOf(
      { ...what, name: 'start: initialized' },
      starts.map((start) => start.initialized),
    ),
    figureOf(
      { ...what, name: 'start: first diagnostics' },
      starts.map((start) => start.first),
    ),
    ...(complete.length === 0 ? [] : [figureOf({ ...what, name: 'start: all findings' }, complete)]),
  ];
  const check: Check = {
    name: `${server.name} at ${sizeText(lines)} finds what is wrong from the start`,
    passed: server.finds === 'nothing' ? complete.length === 0 : complete.length === starts.length,
    detail: `${complete.length} of ${starts.length} starts`,
  };
  return { figures, checks: [check] };
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
