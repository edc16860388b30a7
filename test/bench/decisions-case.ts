// One engine at one size in a process of its own: prints what it measured as one line of JSON.
// node --expose-gc decisions-case.ts ENGINE SIZE quick|full
import process from 'node:process';
import type { AccessIndex } from '../../server/src/access/index/access-index.ts';
import { compile } from '../../server/src/access/index/compile.ts';
import { decide } from '../../server/src/access/index/decide.ts';
import { byNames, today } from './asking.ts';
import type { Check, Figure, Measured } from './figures.ts';
import { figureOf } from './figures.ts';
import { measureIndex } from './index-case.ts';
import { makeOrganization, type SizeName, sizes } from './organization.ts';
import { boundOrganization } from './organization-model.ts';
import { casbin } from './peers/casbin.ts';
import { casl } from './peers/casl.ts';
import { cedar } from './peers/cedar.ts';
import type { Ask, Engine, Ready } from './peers/engine.ts';
import { type BenchQuestion, makeQuestions } from './questions.ts';
import { type Reference, referenceOf } from './reference.ts';
import { inBatches, inTurns, memory } from './timing.ts';

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
  readonly question: BenchQuestion;
}

function agreement({ engine, size }: Case, asked: readonly Asked[]): Check {
  const wrong = asked.filter(({ ask, question }) => ask() !== question.allowed).length;
  const detail = `${asked.length} questions, ${wrong} decided otherwise`;
  return { name: `${engine.name} at ${size} decides as Writ does`, passed: wrong === 0 && asked.length > 0, detail };
}

/**
 * The next question each time: in the end all of them, where the engine is quick enough. In turns with it, and on the same
 * questions, the index: whatever else the machine does meets both.
 */
function timeQuestions({ engine, size, quick }: Case, asked: readonly Asked[], index: AccessIndex): Figure[] {
  let at = 0;
  const peer = () => {
    asked[at++ % asked.length]?.ask();
    return 1;
  };
  const questions = asked.map(({ question }) => byNames(question));
  const own = inBatches(questions, (question) => decide(index, question) === 'allowed', 500);
  const beside = `decide, in turns with ${engine.name}`;
  const turns = { rounds: quick ? 100 : 400, sample: 0.5, warm: quick ? 300 : 2000 };
  const timed = [
    { name: 'decide', run: peer },
    { name: beside, run: own },
  ];
  const samples = inTurns(timed, turns);
  const micros = (name: string) => (samples.get(name) ?? []).map((milliseconds) => milliseconds * 1000);
  const about = { size, unit: 'µs' } as const;
  return [
    figureOf({ ...about, name: 'decide', engine: engine.name, note: engine.form }, micros('decide')),
    figureOf({ ...about, name: beside, engine: 'Writ index' }, micros(beside)),
  ];
}

async function measurePeer(one: Case, reference: Reference, all: readonly BenchQuestion[]): Promise<Measured> {
  const { engine, size } = one;
  const questions = withinReach(one, one.quick ? all.slice(0, 2000) : all);
  const before = memory();
  const start = performance.now();
  const ready: Ready = await engine.build(reference, questions);
  const built = performance.now() - start;
  const held = memory() - before;
  const asked = ready.asks.flatMap((ask, i): Asked[] => {
    const question = questions[i];
    return ask === undefined || question === undefined ? [] : [{ ask, question }];
  });
  const check = agreement(one, asked);
  const index = compile(boundOrganization(reference.organization).model, today);
  const name = engine.name;
  const figures = [
    ...timeQuestions(one, asked, index),
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
