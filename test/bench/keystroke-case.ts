// One language server on an organization of so many lines, at the keyboard: prints what was measured as one line of JSON.
// node keystroke-case.ts SERVER LINES FILES quick|full
import process from 'node:process';
import { type Random, randomOf } from '../fuzz/random.ts';
import { type Check, type Figure, figureOf, type Measured } from './figures.ts';
import { timeQuestions } from './typing/asking.ts';
import { type Documents, documentsOf } from './typing/documents.ts';
import { type Document, type Editor, type Heard, startEditor, writeFolder } from './typing/editor.ts';
import { nameOfAll, putBack, type Step, typing, typingOfAll } from './typing/keystrokes.ts';
import { mistakeIn, undone } from './typing/mistake.ts';
import { commandOf, isServerId, type Server, type ServerId, servers } from './typing/servers.ts';
import { type Case, sizeText } from './typing/sizes.ts';

interface Effort {
  readonly rounds: number;
  readonly nameRounds: number;
  /** How long the steps may take together, in milliseconds; one is made in any case. */
  readonly budget: number;
  /** How long the one who types rests after each answer, in milliseconds. */
  readonly pause: number;
}

const efforts = {
  quick: { rounds: 1, nameRounds: 1, budget: 3000, pause: 2 },
  full: { rounds: 12, nameRounds: 12, budget: 40_000, pause: 8 },
} as const satisfies Readonly<Record<string, Effort>>;

const declared = ['user', 'group', 'role', 'app', 'test'].map((keyword) => new RegExp(`^${keyword} `, 'm'));
const ofEach = 2;

/** Of many files these are open: that of the name that everything uses, and some with each kind of declaration. */
function openedOf({ kind, files }: Documents): Documents {
  const all = [...files];
  if (all.length <= declared.length * ofEach) return { kind, files };
  const ofAll = all.filter(([, text]) => typingOfAll(text) !== undefined);
  const some = declared.flatMap((keyword) => {
    const having = all.filter(([, text]) => keyword.test(text));
    return Array.from({ length: ofEach }, (_, i) => having[Math.floor((having.length * (i + 1)) / (ofEach + 1))] ?? []);
  });
  return {
    kind,
    files: new Map([...ofAll, ...some].flatMap(([file, text]) => (file && text ? [[file, text] as const] : []))),
  };
}

interface Session {
  readonly editor: Editor;
  readonly server: Server;
  readonly effort: Effort;
  /** What was heard of each keystroke, by kind. */
  readonly heard: Map<string, Heard[]>;
}

/** Where time is up within a step, its line is put back at once. */
async function take({ editor, effort, heard }: Session, document: Document, step: Step, until: number): Promise<void> {
  const samples = heard.get(step.kind) ?? [];
  heard.set(step.kind, samples);
  for (const [i, keystroke] of step.keystrokes.entries()) {
    samples.push(await editor.press(document, keystroke, effort.pause));
    if (performance.now() < until || i === step.keystrokes.length - 1) continue;
    await editor.press(document, putBack(document.text, step.keystrokes.slice(0, i + 1)), effort.pause);
    return;
  }
}

/** The same in another order. */
function mixed<T>(random: Random, items: readonly T[]): T[] {
  const keyed = items.map((item) => ({ item, key: random.below(1_000_000_000) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** All kinds of steps in all documents, mixed: when time is up, what is left out is of every kind. */
function stepsOf({ editor, server }: Session, rounds: number): readonly (readonly [Document, Step])[] {
  const perDocument = editor.documents.length === 1 ? rounds : Math.ceil(rounds / ofEach);
  const steps = editor.documents.flatMap((document) =>
    [...typing(document.text, server.kind, perDocument)].map((step): [Document, Step] => [document, step]),
  );
  return mixed(randomOf('steps', rounds, steps.length), steps);
}

async function type(session: Session, rounds: number, budget: number): Promise<void> {
  const until = performance.now() + budget;
  for (const [document, step] of stepsOf(session, rounds)) {
    await take(session, document, step, until);
    if (performance.now() > until) return;
  }
}

async function typeNameOfAll(session: Session): Promise<void> {
  const { editor, effort } = session;
  const until = performance.now() + effort.budget / 4;
  for (const document of editor.documents) {
    const step = typingOfAll(document.text);
    for (let round = 0; step !== undefined && round < effort.nameRounds; round++) {
      await take(session, document, step, until);
      if (performance.now() > until) return;
    }
  }
}

/** Nothing is found in the text, the mistake is found in the text with a mistake, and nothing when it is gone. */
async function checkAnswers({ editor, server }: Session, size: string): Promise<Check> {
  const total = () => [...editor.client.known.values()].reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  const found = [total()];
  const made = editor.documents.flatMap((document) => {
    const mistake = mistakeIn({ ...server, finds: server.finds === 'nothing' ? 'words' : server.finds }, document.text);
    return mistake === undefined ? [] : [{ document, mistake }];
  });
  for (const { document, mistake } of made.slice(0, 1))
    for (const keystroke of [mistake, undone(document.text, mistake)]) {
      await editor.press(document, keystroke, 200);
      found.push(total());
    }
  const [sound, broken = 0, mended] = found;
  const isRight = server.finds === 'nothing' ? broken === 0 : broken > 0;
  return {
    name: `${server.name} at ${size} finds what is wrong and nothing else`,
    passed: sound === 0 && isRight && mended === 0,
    detail: `${found.join(', ')} problems in the text, in that with a mistake, in the text again`,
  };
}

/** Where a server says more than once what it finds, when the first of it came stands beside the whole. */
function figuresOf({ heard, server }: Session, size: string): Figure[] {
  const what = { engine: server.name, size, unit: 'ms' } as const;
  const together = [...heard].flatMap(([kind, samples]) => (kind === nameOfAll ? [] : samples));
  const all: [string, readonly Heard[]][] = [['inside a declaration', together], ...heard];
  const complete = all.map(([name, samples]) =>
    figureOf(
      { ...what, name },
      samples.map((each) => each.complete),
    ),
  );
  const twice = all.filter(([name]) => name === nameOfAll || name === 'inside a declaration');
  const first = twice.flatMap(([name, samples]) =>
    samples.some((each) => each.complete > each.first)
      ? [
          figureOf(
            { ...what, name: `${name}: first answer` },
            samples.map((each) => each.first),
          ),
        ]
      : [],
  );
  return [...complete, ...first];
}

/** How much text the server has before it. */
function textFigure({ name: engine }: Server, { files }: Documents, size: string): Figure {
  const texts = [...files.values()];
  const lines = texts.reduce((sum, text) => sum + text.split('\n').length - 1, 0);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return figureOf({ name: 'text', engine, size, unit: 'KB', note: `${lines} lines` }, [bytes / 1000]);
}

/** One round is for warming up: a server that has just been started is another question. */
async function warmUp(session: Session): Promise<void> {
  const { effort } = session;
  await type({ ...session, heard: new Map() }, 1, effort.budget / 4);
}

async function measure({ server: id, lines, files, quick }: Case): Promise<Measured> {
  const server: Server = servers[id];
  const effort = efforts[quick ? 'quick' : 'full'];
  const size = sizeText(lines, files);
  const documents = await documentsOf(server.kind, lines, files);
  const folder = writeFolder(documents);
  const editor = await startEditor(commandOf(server), folder, openedOf(documents));
  try {
    const session: Session = { editor, server, effort, heard: new Map() };
    const check = await checkAnswers(session, size);
    if (!check.passed) return { figures: [], checks: [check] };
    await warmUp(session);
    await type(session, effort.rounds, effort.budget);
    await typeNameOfAll(session);
    const questions = await timeQuestions(editor, server, size, quick);
    await editor.settle();
    const left = editor.documents.reduce((sum, document) => sum + editor.problems(document), 0);
    const after: Check = {
      name: `${server.name} at ${size} finds nothing when all is as it was`,
      passed: left === 0,
      detail: `${left} problems`,
    };
    const figures = [textFigure(server, documents, size), ...figuresOf(session, size), ...questions];
    return { figures, checks: [check, after] };
  } finally {
    await editor.client.stop();
    folder.remove();
  }
}

const [id = '', lines = '', files = '', effort = 'full'] = process.argv.slice(2);
if (!isServerId(id)) throw new Error(`no server ${id}`);
const one: { readonly server: ServerId } & Case = {
  server: id,
  lines: Number(lines),
  files: Number(files),
  quick: effort === 'quick',
};
console.log(JSON.stringify(await measure(one)));
