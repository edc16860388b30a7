// Plays the steps of a session against a server, and keeps what a client knows of itself meanwhile.
import { strict as assert } from 'node:assert';
import { CancellationTokenSource, FileChangeType } from 'vscode-languageserver/node';
import { startSession, uriOf } from '../../lsp/session.ts';
import { ask, askedUri, codes, listenerOf, request, type Told } from './asking.ts';
import { applyEdits, changedBy } from './editing.ts';
import { checkPlaces, checkShape, type Documents } from './places.ts';
import { immediate, notify, type Player, settle, write } from './player.ts';
import { type Aim, itemsOf, questions } from './questions.ts';
import type { Step } from './steps.ts';
import {
  capabilitiesOf,
  diskText,
  encodingIn,
  memoryDisk,
  noteDeleted,
  optionsOf,
  targetOf,
  textOf,
  type World,
} from './world.ts';

/** A server on the disk, with the documents opened that are open; as it is when it has done all that it does by itself. */
export async function startPlayer(world: World): Promise<Player> {
  const { client, settings, folders } = world;
  const session = await startSession({
    files: memoryDisk(world),
    folders,
    settings,
    capabilities: capabilitiesOf[client],
    initializationOptions: optionsOf(world),
  });
  const player: Player = {
    world,
    listener: listenerOf(session),
    pending: new Set(),
    begun: session.clock(),
    isSlow: false,
  };
  session.advance(world.passed);
  for (const path of world.open.keys()) await tellOpen(player, path);
  if (world.deleted.size > 0)
    await tellOfFiles(
      player,
      [...world.deleted].map((path) => ({ path, kind: 'deleted' })),
    );
  await settle(player);
  return player;
}

async function tellOpen(player: Player, path: string): Promise<void> {
  const document = player.world.open.get(path);
  if (document !== undefined)
    await notify(player, 'textDocument/didOpen', { textDocument: { uri: uriOf(path), ...document } });
}

type Of<D extends Step['do']> = Extract<Step, { do: D }>;
type Play = { readonly [D in Exclude<Step['do'], 'check'>]: (player: Player, step: Of<D>) => Promise<void> };

const plays: Play = {
  open: playOpen,
  close: playClose,
  save: playSave,
  edit: playEdit,
  disk: playDisk,
  rename: playRename,
  async settings(player, { settings }) {
    player.world.settings = settings;
    await player.listener.session.configure(settings);
  },
  folders: playFolders,
  async time({ listener }, { passes }) {
    listener.session.advance(passes);
  },
  async slow(player, { tick }) {
    player.isSlow = tick > 0;
    player.listener.session.slowDown(tick);
  },
  ask: playAsk,
  apply: playApply,
};

/** A step that means nothing where the session is now does nothing. */
export async function play(player: Player, step: Exclude<Step, Of<'check'>>): Promise<void> {
  const does = plays[step.do] as (player: Player, step: Step) => Promise<void>;
  await does(player, step);
}

async function playOpen(player: Player, { path, text, languageId }: Of<'open'>): Promise<void> {
  const { open } = player.world;
  const shown = text ?? diskText(player.world, path);
  if (shown === undefined || open.has(path)) return;
  open.set(path, { languageId: languageId ?? (path.endsWith('.json') ? 'json' : 'writ'), version: 1, text: shown });
  player.world.saved.set(path, 1);
  await tellOpen(player, path);
}

async function playClose(player: Player, { path }: Of<'close'>): Promise<void> {
  player.world.open.delete(path);
  player.world.deleted.delete(path);
  player.listener.tokens.delete(uriOf(path));
  await notify(player, 'textDocument/didClose', { textDocument: { uri: uriOf(path) } });
}

async function playSave(player: Player, { path }: Of<'save'>): Promise<void> {
  const document = player.world.open.get(path);
  if (document === undefined || !path.startsWith('/')) return;
  write(player, targetOf(player.world, path), document.text);
  player.world.saved.set(path, document.version);
  noteDeleted(player.world, [path]);
  await notify(player, 'textDocument/didSave', { textDocument: { uri: uriOf(path) } });
}

/** A change of a document that is not open is told as well: the server has to leave it. */
async function playEdit(player: Player, { path, changes, version }: Of<'edit'>): Promise<void> {
  const document = player.world.open.get(path);
  const now = version ?? (document?.version ?? 0) + 1;
  player.world.deleted.delete(path);
  if (document !== undefined)
    player.world.open.set(path, { ...document, version: now, text: changedBy(player.world, document.text, changes) });
  const textDocument = { uri: uriOf(path), version: now };
  await notify(player, 'textDocument/didChange', { textDocument, contentChanges: changes });
}

const kinds = {
  created: FileChangeType.Created,
  changed: FileChangeType.Changed,
  deleted: FileChangeType.Deleted,
} as const;

async function playDisk(player: Player, { changes, events }: Of<'disk'>): Promise<void> {
  const { disk } = player.world;
  const told =
    events ??
    Object.entries(changes).map(([path, content]) => ({
      path,
      kind: content === null ? ('deleted' as const) : disk.has(path) ? ('changed' as const) : ('created' as const),
    }));
  for (const [path, content] of Object.entries(changes)) write(player, path, content);
  await tellOfFiles(player, told);
}

async function tellOfFiles(player: Player, told: NonNullable<Of<'disk'>['events']>): Promise<void> {
  noteDeleted(
    player.world,
    told.map(({ path }) => path),
  );
  const changes = told.map(({ path, kind }) => ({ uri: uriOf(path), type: kinds[kind] }));
  await notify(player, 'workspace/didChangeWatchedFiles', { changes });
}

/** What is open under the old name is closed and opened under the new one, as editors do. */
async function playRename(player: Player, { from, to, edits }: Of<'rename'>): Promise<void> {
  const { open, disk } = player.world;
  const moved = [...disk].filter(([path]) => path === from || path.startsWith(`${from}/`));
  if (moved.length === 0 || [...disk.keys()].some((path) => path === to || path.startsWith(`${to}/`))) return;
  const files = [{ oldUri: uriOf(from), newUri: uriOf(to) }];
  await settle(player);
  const told = await request(player.listener, 'workspace/willRenameFiles', { files });
  checkTold(player, 'workspace/willRenameFiles', told, uriOf(from));
  if (edits && 'answer' in told) await applyEdits(player, told.answer);
  const contents = moved.map(([path]) => [path, disk.get(path)] as const);
  write(player, from, null);
  for (const [path, content] of contents)
    if (content !== undefined) write(player, to + path.slice(from.length), content);
  for (const [path] of moved) {
    const document = open.get(path);
    if (document === undefined) continue;
    await playClose(player, { do: 'close', path });
    const { text, languageId } = document;
    await playOpen(player, { do: 'open', path: to + path.slice(from.length), text, languageId });
  }
  await notify(player, 'workspace/didRenameFiles', { files });
  await tellOfFiles(player, [
    { path: from, kind: 'deleted' },
    { path: to, kind: 'created' },
  ]);
}

async function playFolders(player: Player, { added, removed }: Of<'folders'>): Promise<void> {
  const { world } = player;
  const rest = world.folders.filter((folder) => !removed.includes(folder));
  world.folders = [...new Set([...rest, ...added])];
  const toFolders = (folders: readonly string[]) => folders.map((folder) => ({ uri: uriOf(folder), name: folder }));
  const event = { added: toFolders(added), removed: toFolders(removed) };
  await notify(player, 'workspace/didChangeWorkspaceFolders', { event });
}

async function playAsk(player: Player, { method, aim, cancel, wait }: Of<'ask'>): Promise<void> {
  const question = questions[method];
  assert.ok(question !== undefined, `${method} is no question`);
  if (wait) await settle(player);
  // What it has cost decides what is looked at the next time.
  if (player.isSlow && method.toLowerCase().includes('codeaction')) return;
  const doing =
    question.of !== undefined ? askOn(player, method, aim, wait) : askOnce(player, method, aim, { cancel, wait });
  if (wait) return doing;
  const kept: Promise<void> = doing.finally(() => player.pending.delete(kept));
  // Whoever waits for all of them hears of a failure.
  kept.catch(() => {});
  player.pending.add(kept);
}

interface Way {
  readonly cancel: number | undefined;
  readonly wait: boolean;
}

async function askOnce(player: Player, method: string, aim: Aim, { cancel, wait }: Way): Promise<void> {
  const question = questions[method];
  if (question === undefined) return;
  const params = question.params(aim, undefined) as object;
  if (wait && cancel === undefined) {
    checkTold(player, method, await ask(player.listener, method, params, aim), uriOf(aim.path));
    return;
  }
  const source = new CancellationTokenSource();
  const answer = player.listener.session.client.sendRequest(method, params, source.token);
  const heard = answer.then(undefined, (error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : 0;
    const all: readonly unknown[] = Object.values(codes);
    const isAllowed = all.includes(code) && (code !== codes.cancelled || cancel !== undefined);
    assert.ok(isAllowed, `${method} fails, overtaken or cancelled\n${code} ${String(error)}`);
  });
  if (cancel !== undefined) {
    for (let turn = 0; turn < cancel; turn++) await immediate();
    source.cancel();
  }
  await heard;
}

async function askOn(player: Player, method: string, aim: Aim, isSettled: boolean): Promise<void> {
  const question = questions[method];
  const base = questions[question?.of ?? ''];
  if (question?.of === undefined || base === undefined) return;
  const allowed = isSettled ? [] : Object.values(codes);
  const before = await request(player.listener, question.of, base.params(aim, undefined), allowed);
  if ('refused' in before) return;
  for (const item of itemsOf(before.answer, aim, 2)) {
    const told = await request(player.listener, method, question.params(aim, item), allowed);
    if (isSettled) checkTold(player, method, told, askedUri(aim, item));
  }
}

export function documentsOf(world: World): Documents {
  return { textOf: (uri) => textOf(world, uri), encoding: encodingIn(world) };
}

/** Throws where an answer points at what is not there. */
export function checkTold({ world }: Player, method: string, told: Told, uri: string): void {
  if ('refused' in told) return;
  try {
    checkPlaces(told.answer, uri, documentsOf(world));
    checkShape(method, told.answer, uri, documentsOf(world));
  } catch (error) {
    throw new Error(`${method}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function playApply(player: Player, { method, aim }: Of<'apply'>): Promise<void> {
  const question = questions[method];
  if (question === undefined) return;
  await settle(player);
  const told = await ask(player.listener, method, question.params(aim, undefined) as object, aim);
  checkTold(player, method, told, uriOf(aim.path));
  if ('refused' in told) return;
  const [item] = method === 'textDocument/codeAction' ? itemsOf(told.answer, aim, 1) : [told.answer];
  await applyEdits(player, Array.isArray(item) ? { changes: { [uriOf(aim.path)]: item } } : item);
}
