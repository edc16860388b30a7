// Writ's access index at one size: questions beside the sketch, its making, its memory, edits, and `who can`.
import type { AccessIndex } from '../../server/src/access/index/access-index.ts';
import { changeBetween } from '../../server/src/access/index/change.ts';
import { compile } from '../../server/src/access/index/compile.ts';
import { decide } from '../../server/src/access/index/decide.ts';
import { decideWithReason, waysOf } from '../../server/src/access/index/explain.ts';
import type { Question } from '../../server/src/access/index/question.ts';
import { updated } from '../../server/src/access/index/update.ts';
import { whoCan } from '../../server/src/access/index/who.ts';
import { entriesOf } from '../../server/src/access/index/who-entries.ts';
import { whoCan as whoByModel } from '../../server/src/access/who.ts';
import { permission as permissionNamed } from '../../server/src/catalogue/permissions.ts';
import type { Model } from '../../server/src/model/model.ts';
import type { BoundPlace } from '../../server/src/model/question.ts';
import { askModel, byNames, inNumbers, today } from './asking.ts';
import { type Check, type Figure, figureOf, type Measured } from './figures.ts';
import type { Organization, SizeName } from './organization.ts';
import { type BoundOrganization, bindSource, boundOrganization, withEdit } from './organization-model.ts';
import type { BenchQuestion } from './questions.ts';
import type { Reference } from './reference.ts';
import { askSketch, buildSketch } from './sketch.ts';
import { inBatches, inTurns, memory, type Timed, times } from './timing.ts';

export interface IndexCase {
  readonly organization: Organization;
  readonly reference: Reference;
  readonly questions: readonly BenchQuestion[];
  readonly size: SizeName;
  readonly quick: boolean;
}

const engine = 'Writ index';

function agreements(index: AccessIndex, { questions, size, quick }: IndexCase, ask: (i: number) => boolean): Check[] {
  const named = questions.map(byNames);
  const right = (i: number) => questions[i]?.allowed === true;
  const wrongOf = (count: number, isAllowed: (question: Question, i: number) => boolean) =>
    named.slice(0, count).filter((question, i) => isAllowed(question, i) !== right(i)).length;
  const check = (name: string, count: number, isAllowed: (question: Question, i: number) => boolean): Check => {
    const wrong = wrongOf(count, isAllowed);
    return {
      name: `${name} at ${size}`,
      passed: wrong === 0,
      detail: `${count} questions, ${wrong} decided otherwise`,
    };
  };
  const all = questions.length;
  const ofModel = quick ? 1000 : all;
  return [
    check('index by names decides as it should', all, (question) => decide(index, question) === 'allowed'),
    check('index by numbers decides as it should', all, (question) => {
      return decide(index, inNumbers(index, question)) === 'allowed';
    }),
    check('the decision by the model decides as it should', ofModel, (question) => askModel(index, question)),
    check('the sketch decides as it should', all, (_, i) => ask(i)),
  ];
}

function everyWay(index: AccessIndex, question: Question): boolean {
  const reasoned = decideWithReason(index, question);
  return reasoned !== undefined && waysOf(index, reasoned).permissions.length > 0;
}

function questionTimes(index: AccessIndex, { questions, reference, size, quick }: IndexCase): Figure[] {
  const sketch = buildSketch(reference);
  const named = questions.map(byNames);
  const numbered = named.map((question) => inNumbers(index, question));
  // A thousand a sample: it ends before another process has its turn.
  const some = <T>(items: readonly T[], isAllowed: (item: T) => boolean, count = 1000) =>
    inBatches(items, isAllowed, count);
  const timed: Timed[] = [
    { name: 'sketch', run: some(questions, (question) => askSketch(sketch, question)) },
    { name: 'decide', run: some(named, (question) => decide(index, question) === 'allowed') },
    { name: 'decide with reason', run: some(named, (q) => decideWithReason(index, q)?.verdict === 'allowed') },
    { name: 'decide by numbers', run: some(numbered, (question) => decide(index, question) === 'allowed') },
    {
      name: 'decide, reason and all its ways',
      run: some(named, (question) => everyWay(index, question), 100),
    },
  ];
  const samples = inTurns(timed, { rounds: quick ? 100 : 400, sample: 0, warm: quick ? 200 : 1000 });
  return [...samples].map(([name, milliseconds]) => {
    const micros = milliseconds.map((each) => each * 1000);
    if (name === 'sketch') return figureOf({ name: 'decide', engine: 'sketch', size, unit: 'µs' }, micros);
    return figureOf({ name, engine, size, unit: 'µs' }, micros);
  });
}

function makingTimes(model: Model, { source }: BoundOrganization, { size, quick }: IndexCase): Figure[] {
  const rounds = quick ? 9 : 31;
  const figures = [
    figureOf(
      { name: 'build', engine, size, unit: 'ms' },
      times(rounds, () => compile(model, today), 300),
    ),
  ];
  const index = compile(model, today);
  const edits = [
    ['role', (text: string) => text.replace('grants ', 'grants READ_RECORDS, ')],
    ['object', (text: string) => text.replace('when ', 'when Amount > 3 and ')],
  ] as const;
  for (const [kind, edit] of edits) {
    const after = withEdit(source, kind, edit);
    const next = bindSource(after);
    const [before, now] = [new Map([['acme.writ', source]]), new Map([['acme.writ', after]])];
    const samples = times(rounds, () => updated(index, next, changeBetween(before, now)), 50);
    const name = kind === 'role' ? 'update after an edit of a role' : 'update after an edit of a policy';
    figures.push(figureOf({ name, engine, size, unit: 'ms' }, samples));
  }
  return figures;
}

/** Everybody who may read or create records, app by app: the list that `access/who.ts` makes, which takes far longer. */
function whoTimes(index: AccessIndex, { organization, size, quick }: IndexCase): Measured {
  const constants = ['READ_RECORDS', 'CREATE_RECORDS'];
  const apps = organization.apps.slice(0, quick ? 5 : 60).map(({ name }) => name);
  const ask = (object: string, constant: string) => whoCan(index, { permissions: [constant], object });
  const figures = constants.map((constant) => {
    const samples = apps.flatMap((app) => times(1, () => ask(app, constant)));
    return figureOf({ name: `who can ${constant}`, engine, size, unit: 'ms' }, samples);
  });
  const [app = ''] = apps;
  const list = times(3, () => {
    const holders = ask(app, 'READ_RECORDS');
    return holders && [...entriesOf(index, holders)];
  });
  figures.push(figureOf({ name: 'who can READ_RECORDS, every line', engine, size, unit: 'ms' }, list));
  const checks = constants.map((constant) => sameList(index, app, constant, size));
  return { figures, checks };
}

function sameList(index: AccessIndex, app: string, constant: string, size: string): Check {
  const object = index.model.objects.get(app);
  const permission = permissionNamed(constant);
  const holders = whoCan(index, { permissions: [constant], object: app });
  if (object === undefined || permission === undefined || holders === undefined) throw new Error(`no ${constant}`);
  const facts = { object, values: new Map(), relations: new Map() };
  const place: BoundPlace = { kind: 'object', object, facts, record: undefined, given: false, when: undefined };
  const answer = whoByModel(index.model, { kind: 'who', asOf: undefined, permissions: [permission], place }, today);
  const right = answer.kind === 'list' ? answer.entries.map(({ name, whenText }) => `${name} ${whenText}`) : [];
  const own = [...entriesOf(index, holders)].map(({ name, whenText }) => `${name} ${whenText}`);
  const wrong = right.filter((each, i) => own[i] !== each).length;
  const detail = `${own.length} of ${right.length} holders, ${wrong} different`;
  const passed = wrong === 0 && own.length === right.length && own.length > 0;
  return { name: `who can ${constant} at ${size} lists the same`, passed, detail };
}

export function measureIndex(one: IndexCase): Measured {
  const bound = boundOrganization(one.organization);
  const before = memory();
  const index = compile(bound.model, today);
  const held = memory() - before;
  const sketch = buildSketch(one.reference);
  const isAllowedBySketch = (i: number) => {
    const question = one.questions[i];
    return question !== undefined && askSketch(sketch, question);
  };
  const checks = agreements(index, one, isAllowedBySketch);
  const who = whoTimes(index, one);
  const people = index.people.flags.length;
  const note = `of all ${people} principals`;
  const figures = [
    ...questionTimes(index, one),
    ...makingTimes(bound.model, bound, one),
    figureOf({ name: 'memory', engine, size: one.size, unit: 'MB', note }, [held]),
    figureOf({ name: 'memory per person', engine, size: one.size, unit: 'KB' }, [(held * 1000) / people]),
    ...who.figures,
  ];
  return { figures, checks: [...checks, ...who.checks] };
}
