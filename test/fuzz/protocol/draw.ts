// Draws the next step of a session: what users and their editors do, and now and then what none should.
import { mutate } from '../mutate.ts';
import type { Random } from '../random.ts';
import { type Aim, questions } from './questions.ts';
import type { Step } from './steps.ts';
import { changeBetween, positionOf, splitsCharacter } from './text.ts';
import { type DiskFile, diskText, encodingIn, type Start, targetOf, type World } from './world.ts';

type Draw = (world: World, random: Random, start: Start) => Step | undefined;

/** Texts do not grow beyond this: what they began with is put back. */
const longestText = 9000;
const mostFiles = 16;

const draws: readonly (readonly [weight: number, draw: Draw])[] = [
  [40, drawEdit],
  [8, drawOddEdit],
  [30, drawAsk],
  [8, drawOvertaken],
  [6, drawApply],
  [8, drawOpen],
  [4, drawClose],
  [4, (world, random) => pathStep('save', pickOpen(world, random))],
  [10, drawDisk],
  [3, drawFolderEvent],
  [3, drawRename],
  [3, (_, random) => ({ do: 'settings', settings: drawSettings(random) })],
  [2, drawFolders],
  [6, (_, random) => ({ do: 'slow', tick: random.pick([1, 16, 40]) })],
  [2, (_, random) => ({ do: 'time', passes: random.pick([600, 60_000, 86_400_000]) })],
];
const sum = draws.reduce((all, [weight]) => all + weight, 0);

/** The next step from where the session is; it may be drawn in vain. */
export function drawStep(world: World, random: Random, start: Start): Step | undefined {
  let left = random.below(sum);
  const found = draws.find(([weight]) => {
    left -= weight;
    return left < 0;
  });
  return found?.[1](world, random, start);
}

export function drawAim(world: World, random: Random): Aim {
  const open = [...world.open.keys()];
  const isOpen = open.length > 0 && random.chance(0.8);
  const all = [...world.disk.keys(), '/nowhere/x.writ'];
  const path = random.pick(isOpen ? open : all);
  const text = world.open.get(path)?.text ?? diskText(world, path) ?? '';
  const place = () => {
    if (random.chance(0.04)) return { line: random.below(200), character: random.below(200) };
    return positionOf(text, random.below(text.length + 1), encodingIn(world));
  };
  return { path, position: place(), to: place(), pick: random.below(1000) };
}

function drawSettings(random: Random): object {
  const flag = () => random.chance(0.5);
  if (random.chance(0.1)) return { inlayHints: 'all', codeLens: null };
  return {
    inlayHints: { levels: flag(), principals: flag(), answers: flag() },
    codeLens: { users: flag(), members: flag(), permissions: flag(), uses: flag() },
  };
}

function pathStep(does: 'close' | 'save', path: string | undefined): Step | undefined {
  return path === undefined ? undefined : { do: does, path };
}

function pickOpen(world: World, random: Random): string | undefined {
  return world.open.size === 0 ? undefined : random.pick([...world.open.keys()]);
}

function beginning(start: Start, path: string): string {
  return diskText({ disk: new Map(start.files) }, path) ?? '';
}

/** What somebody types next into a text. */
function typed(text: string, first: string, random: Random): string {
  if (text.length > longestText || random.chance(0.12)) return first;
  return mutate(text, random).toWellFormed();
}

function drawEdit(world: World, random: Random, start: Start): Step | undefined {
  const path = pickOpen(world, random);
  if (path === undefined) return undefined;
  let text = world.open.get(path)?.text ?? '';
  const changes = [];
  do {
    const next = typed(text, beginning(start, path), random);
    changes.push(random.chance(0.05) ? { text: next } : changeBetween(text, next, encodingIn(world)));
    text = next;
  } while (random.chance(0.15));
  return { do: 'edit', path, changes };
}

/** Versions that go back, ranges that reach outside or stand backwards, documents that are not open. */
function drawOddEdit(world: World, random: Random): Step {
  const path = random.chance(0.8) ? pickOpen(world, random) : random.pick([...world.disk.keys(), '/nowhere/x.writ']);
  const text = world.open.get(path ?? '')?.text ?? '';
  // Where a client cuts within a character, nobody can say what is left of it.
  const at = () => {
    const place = { line: random.below(120), character: random.below(random.pick([3, 200])) };
    return splitsCharacter(text, place, encodingIn(world)) ? { ...place, character: 0 } : place;
  };
  const changes = [{ range: { start: at(), end: at() }, text: random.pick(['', 'x', ' role', '\n', '}\r\n', '😀']) }];
  const version = random.pick([0, 1, 1000]);
  return { do: 'edit', path: path ?? '/nowhere/x.writ', changes, ...(random.chance(0.5) ? { version } : {}) };
}

const methods = Object.keys(questions);

function drawAsk(world: World, random: Random): Step {
  return { do: 'ask', method: random.pick(methods), aim: drawAim(world, random), wait: true };
}

function drawOvertaken(world: World, random: Random): Step {
  const ask = { do: 'ask', method: random.pick(methods), aim: drawAim(world, random), wait: false } as const;
  return random.chance(0.6) ? { ...ask, cancel: random.below(6) } : ask;
}

const applied = [
  'textDocument/rename',
  'textDocument/formatting',
  'textDocument/rangeFormatting',
  'textDocument/onTypeFormatting',
  'textDocument/codeAction',
];

function drawApply(world: World, random: Random): Step {
  return { do: 'apply', method: random.pick(applied), aim: drawAim(world, random) };
}

function drawOpen(world: World, random: Random): Step {
  const text = 'user alice "alice@acme.com"\nquery alice can READ_RECORDS in organization\n';
  if (random.chance(0.15)) {
    const path = random.pick(['untitled:Untitled-1', 'git:/desk/a.writ?HEAD', '/outside/alone.writ', '/desk/new.writ']);
    return { do: 'open', path, text, languageId: 'writ' };
  }
  return { do: 'open', path: random.pick([...world.disk.keys(), '/nowhere/x.writ']) };
}

function drawClose(world: World, random: Random): Step | undefined {
  return pathStep('close', random.chance(0.9) ? pickOpen(world, random) : '/nowhere/x.writ');
}

const settingsTexts = [
  '{}',
  '{ "exclude": ["sub"] }',
  '{ "exclude": ["*.writ"] }',
  '{ "rules": { "unused-role": "off" } }',
  '{ "semantics": { ',
];

function drawContent(world: World, path: string, random: Random, start: Start): DiskFile | null {
  const text = diskText(world, path) ?? '';
  const kind = random.below(14);
  if (kind === 0) return null;
  if (kind === 1) return { bytes: [0x75, 0x73, 0xff, 0x65] };
  if (kind === 2) return { locked: 'file' };
  if (kind === 3) return `\ufeff${text}`;
  if (kind === 4) return text.replace(/\r?\n/g, text.includes('\r') ? '\n' : '\r\n');
  // Settings behind a link come and go with what lies elsewhere, of which their project hears nothing.
  if (path.endsWith('/writ.json')) return random.pick(settingsTexts);
  const others = [...world.disk.keys()].filter((each) => each !== path && targetOf(world, each) === each);
  if (kind === 5 && others.length > 0) return { link: random.pick([...others, '/outside/other.writ']) };
  return typed(text, beginning(start, path), random);
}

/** Files change, come and go under a client that watches; some are told of that did not. */
function drawDisk(world: World, random: Random, start: Start): Step | undefined {
  const paths = [...world.disk.keys(), ...start.files.map(([path]) => path)];
  const folder = random.pick([...world.folders, '/desk']);
  const fresh = random.pick(['a b%20.writ', 'sub/ü.writ', 'sub/writ.json', 'writ.json', 'more.writ', '.git/x.writ']);
  const path = random.chance(0.2) && world.disk.size < mostFiles ? `${folder}/${fresh}` : random.pick(paths);
  if (random.chance(0.1)) return { do: 'disk', changes: {}, events: [{ path, kind: 'changed' }] };
  return { do: 'disk', changes: { [path]: drawContent(world, path, random, start) } };
}

/** A folder that comes, or goes with all that is in it, is reported alone. */
function drawFolderEvent(world: World, random: Random, start: Start): Step | undefined {
  const folder = random.pick(['/desk/sub', '/desk', '/shop', '/desk/archive', '/desk/moved']);
  const isThere = [...world.disk.keys()].some((path) => path.startsWith(`${folder}/`));
  if (isThere) return { do: 'disk', changes: { [folder]: null }, events: [{ path: folder, kind: 'deleted' }] };
  const files = start.files.filter(([path]) => path.startsWith(`${folder}/`));
  const all = files.length > 0 ? files : [[`${folder}/back.writ`, 'user zoe "zoe@acme.com"\n'] as const];
  return { do: 'disk', changes: Object.fromEntries(all), events: [{ path: folder, kind: 'created' }] };
}

function drawRename(world: World, random: Random): Step | undefined {
  if (world.disk.size === 0) return undefined;
  const from = random.pick([...world.disk.keys(), '/desk/sub', '/desk/archive']);
  const name = from.slice(from.lastIndexOf('/') + 1);
  const to = random.pick([`/desk/${name}`, `/desk/sub/${name}`, `/desk/moved/${name}`, `${from}.bak`, `/shop/${name}`]);
  return { do: 'rename', from, to, edits: random.chance(0.7) };
}

function drawFolders(world: World, random: Random): Step {
  const folder = random.pick(['/desk', '/shop', '/desk/sub', '/nowhere']);
  const isThere = world.folders.includes(folder);
  return { do: 'folders', added: isThere ? [] : [folder], removed: isThere ? [folder] : [] };
}
