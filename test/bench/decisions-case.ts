// One engine at one size in a process of its own: prints what it measured as one line of JSON.
// node --expose-gc decisions-case.ts ENGINE SIZE quick|full
import process from 'node:process';
import type { Check, Figure, Measured } from './figures.ts';
import { figureOf } from './figures.ts';
import { measureIndex } from './index-case.ts';
import { makeOrganization, type SizeName, sizes } from './organization.ts';
import { casbin } from './peers/casbin.ts';
import { casl } from './peers/casl.ts';
import { cedar } from './peers/cedar.ts';
import type { Ask, Engine, Ready } from './peers/engine.ts';
import { type BenchQuestion, makeQuestions } from './questions.ts';
import { type Reference, referenceOf } from './reference.ts';
import { inTurns, memory } from './timing.ts';

const peers: Readonly<Record<string, Engine>> = { cedar, casbin, casl };

export const questionCount = 10_000;

/** The questions of as many people as the engine can hold ready. */
function withinReach({ engine, size, quick }: Case, questions: readonly BenchQuestion[]): readonly BenchQuestion[] {
  const most = engine.people?.[size]?.[quick ? 'quick' : 'full'];
  if (most === undefined) return questions;
  const people = new Set([...new Set(questions.map(({ principal }) => principal))].slice(0, most));
  return questions.filter(({ principal }) => people.has(principal));
}

interface Case {
  readonly engine: Engine;
  readonly size: SizeName;
  readonly quick: boolean;
}

interface Asked {
  readonly ask: Ask;
  readonly allowed: boolean;
}

function agreement({ engine, size }: Case, asked: readonly Asked[]): Check {
  const wrong = asked.filter(({ ask, allowed }) => ask() !== allowed).length;
  const detail = `${asked.length} questions, ${wrong} decided otherwise`;
  return { name: `${engine.name} at ${size} decides as Writ does`, passed: wrong === 0 && asked.length > 0, detail };
}

/** The next question each time: in the end all of them, where the engine is quick enough. */
function timeQuestions({ engine, size, quick }: Case, asked: readonly Asked[], note: string): Figure {
  let at = 0;
  const run = () => {
    asked[at++ % asked.length]?.ask();
    return 1;
  };
  const turns = { rounds: quick ? 100 : 400, sample: 0.5, warm: quick ? 300 : 2000 };
  const samples = inTurns([{ name: 'decide', run }], turns).get('decide') ?? [];
  const what = { name: 'decide', engine: engine.name, size, unit: 'µs', note } as const;
  const micros = samples.map((milliseconds) => milliseconds * 1000);
  return figureOf(what, micros);
}

async function measurePeer(one: Case, reference: Reference, all: readonly BenchQuestion[]): Promise<Measured> {
  const { engine, size } = one;
  const questions = withinReach(one, all);
  const before = memory();
  const start = performance.now();
  const ready: Ready = await engine.build(reference, questions);
  const built = performance.now() - start;
  const held = memory() - before;
  const asked = ready.asks.flatMap((ask, i): Asked[] => {
    const allowed = questions[i]?.allowed;
    return ask === undefined || allowed === undefined ? [] : [{ ask, allowed }];
  });
  const check = agreement(one, asked);
  const name = engine.name;
  const figures = [
    timeQuestions(one, asked, engine.form),
    figureOf({ name: 'build', engine: name, size, unit: 'ms', note: `${ready.note}, with the questions` }, [built]),
    figureOf({ name: 'memory per person', engine: name, size, unit: 'KB' }, [(held * 1000) / ready.people]),
  ];
  return { figures, checks: [check] };
}

const [engineName = '', sizeName = 'S', effort = 'full'] = process.argv.slice(2);
const size: SizeName = sizeName === 'M' || sizeName === 'L' ? sizeName : 'S';
const organization = makeOrganization(sizes[size]);
const reference = referenceOf(organization);
const questions = makeQuestions(reference, questionCount);
const quick = effort === 'quick';
const engine = peers[engineName];
const measured: Measured =
  engine === undefined
    ? measureIndex({ organization, reference, questions, size, quick })
    : await measurePeer({ engine, size, quick }, reference, questions);
console.log(JSON.stringify(measured));
