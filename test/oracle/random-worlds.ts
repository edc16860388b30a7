// Random organizations: what the engine says of full records, of all records and of lists, against the reference.
import type { Outcome } from '../../server/src/access/answer.ts';
import { printFormula } from '../../server/src/condition/print.ts';
import { askQuestion } from '../../server/src/project/ask.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import type { Condition } from '../../server/src/syntax/ast-condition.ts';
import type { Question } from '../../server/src/syntax/ast-question.ts';
import { parseFile, syntaxProblems } from '../../server/src/syntax/parse.ts';
import { type Chance, chanceOf } from './chance.ts';
import { answer, errorsOf, exampleOf, type Files, personOf, snapshotOf } from './engine.ts';
import {
  allTypes,
  fullExpectation,
  fullQuestion,
  type Organization,
  openExpectation,
  organization,
  type Size,
  today,
} from './random.ts';
import { holds } from './reference/conditions.ts';
import { canInvite, canUse, decide } from './reference/decide.ts';
import { check, confirms, type Open, openOf, principal, weight } from './reference/expectations.ts';
import { type Person, party, readWorld, type World } from './reference/world.ts';
import { compare, count, type Tally } from './tally.ts';

const large: Size = { users: 5, objects: 3, fields: 6, types: allTypes, records: 5, depth: 2 };
const small: Size = { users: 3, objects: 1, fields: 3, types: allTypes, records: 1, depth: 1 };
const finite: Size = {
  ...small,
  types: ['choice', 'boolean', 'user', 'number', 'group', 'choices'],
  fields: 4,
  depth: 2,
};

/** More completions than this are not tried one by one. */
const mostCompletions = 20_000;

export function filesOf(of: Organization, more: readonly string[] = []): Files {
  return { 'main.writ': `${[...of.lines, ...more].join('\n')}\n`, ...of.others };
}

export function questionOf(text: string): Question {
  const source = parseFile(`expect ${text}`);
  const declaration = source.units[0]?.declaration;
  const [problem] = syntaxProblems(source);
  if (declaration?.kind !== 'expect' || declaration.question === undefined || problem !== undefined)
    throw new Error(`${text}: ${problem?.message}`);
  return declaration.question;
}

/** The answer to a question on full facts: a decision in words, or whether it is allowed for invitations and accounts. */
export function expectedAnswer(world: World, question: Question): string {
  const date = question.asOf?.text ?? today;
  if (question.kind !== 'can' && question.kind !== 'invite' && question.kind !== 'use') return question.kind;
  const person = principal(world, question.principal);
  const ask = { world, person, date };
  if (question.kind === 'invite') return canInvite(ask, question.address?.text ?? '') ? 'allowed' : 'refused';
  if (question.kind === 'use') {
    const account = question.account === undefined ? undefined : party(world, question.account, undefined);
    return account?.kind === 'account' && canUse(ask, account) ? 'allowed' : 'refused';
  }
  const open = openOf(world, question, today);
  const names = question.permissions.map(({ text }) => text);
  const decision =
    open.spot === undefined
      ? decide(ask, names, { kind: 'organization' })
      : decide(ask, names, {
          kind: 'record',
          thing: { object: open.spot.object, facts: open.spot.said, relations: open.spot.relations },
        });
  return decision.allowed ? 'allowed' : `refused: ${decision.refusal}`;
}

/** One random organization by its number: everything about it follows from the seed. */
export function compareRandomWorld(tally: Tally, seed: number): void {
  const chance = chanceOf(seed);
  const size = chance.pick([large, small, finite]);
  const of = organization(chance, size);
  const world = readWorld(filesOf(of));
  const round: Round = { tally, chance, of, world, seed, size };
  compareAnswers(round);
  compareOutcomes(round);
  compareOpenAnswers(round);
  count(tally, 'random organizations');
}

function compareAnswers({ tally, chance, of, world, seed }: Round): void {
  const files = filesOf(of);
  const snapshot = snapshotOf(files, today);
  const errors = errorsOf(snapshot);
  compare(tally, { what: `organization ${seed} is sound`, expected: '', got: errors.join('\n'), files, today });
  for (let i = 0; i < 100; i++) {
    const text = fullQuestion(chance, of);
    const question = questionOf(text);
    const given = (of: Snapshot): string => {
      const got = answer(of, text);
      return question.kind === 'can' ? got : got.replace(/^refused: .*/, 'refused');
    };
    const expected = expectedAnswer(world, question);
    const got = given(snapshot);
    const again = (less: Files): boolean => {
      const fewer = snapshotOf(less, today);
      if (errorsOf(fewer).length > 0) return false;
      const other = expectedAnswer(readWorld(less), question);
      return other === expected && given(fewer) === got;
    };
    compare(tally, { what: `organization ${seed}: query ${text}`, expected, got, files, today, again });
    count(tally, 'questions on full records');
  }
}

interface Round {
  readonly tally: Tally;
  readonly chance: Chance;
  readonly of: Organization;
  readonly world: World;
  readonly seed: number;
  readonly size: Size;
}

/** All expectations in one text, which is read once. */
function compareOutcomes(round: Round): void {
  const { tally, chance, of, world, size } = round;
  const texts = Array.from({ length: 24 }, () => fullExpectation(chance, of));
  if (size !== large) for (let i = 0; i < 16; i++) texts.push(openExpectation(chance, of, size.depth));
  const light = texts.filter((text) => weight(world, questionOf(text), today) <= mostCompletions);
  count(tally, 'expectations with too many completions', texts.length - light.length);
  const lines = light.map((text) => `expect ${text}`);
  const { outcomes } = snapshotOf(filesOf(of, lines), today);
  for (const [i, text] of light.entries()) compareOutcome(round, text, outcomes[i]?.outcome);
}

function compareOutcome({ tally, of, world, seed }: Round, text: string, outcome: Outcome | undefined): void {
  const files = filesOf(of, [`expect ${text}`]);
  const question = questionOf(text);
  const what = `organization ${seed}: expect ${text}`;
  if (outcome === undefined || outcome.outcome === 'error') {
    if (outcome?.reason.startsWith('not decided') === true) tally.undecided++;
    else compare(tally, { what, expected: 'an outcome', got: `error: ${outcome?.reason}`, files, today });
    return;
  }
  const checked = check(world, question, today);
  count(tally, 'expectations');
  count(tally, 'completions tried', checked.tried);
  const got = outcome.outcome;
  const example = JSON.stringify(checked.example);
  const expected = checked.held ? 'held' : `failed`;
  const again = (less: Files): boolean => {
    const fewer = snapshotOf(less, today);
    if (errorsOf(fewer).length > 0 || fewer.outcomes[0]?.outcome.outcome !== got) return false;
    return check(readWorld(less), question, today).held === checked.held;
  };
  compare(tally, { what: checked.held ? what : `${what} (${example})`, expected, got, files, today, again });
  if (outcome.outcome !== 'failed' || (question.kind !== 'can' && question.kind !== 'except')) return;
  if (outcome.counterexample === undefined) {
    compare(tally, { what, expected: 'a counterexample', got: 'none', files, today });
    return;
  }
  const given = exampleOf(world, outcome.counterexample);
  const right = confirms(world, question, given, today);
  const shown = JSON.stringify(given);
  compare(tally, { what: `${what}, ${shown}`, expected: 'true', got: `${right}`, files, today });
  count(tally, 'counterexamples');
}

function conditionOf(text: string, object: string): Condition {
  const question = questionOf(`ann can READ_RECORDS in ${JSON.stringify(object)} when ${text}`);
  const place = question.kind === 'can' ? question.place : undefined;
  if (place?.kind !== 'in' || place.when === undefined) throw new Error(`no condition: ${text}`);
  return place.when;
}

/** Queries with open records: the condition that is answered holds of just those records for which the reference allows. */
function compareOpenAnswers({ tally, chance, of, world, seed, size }: Round): void {
  if (size === large) return;
  const files = filesOf(of);
  const snapshot = snapshotOf(files, today);
  for (let i = 0; i < 8; i++) {
    const text = openExpectation(chance, of, size.depth);
    const question = questionOf(text);
    if (weight(world, question, today) > mostCompletions) continue;
    if (question.kind === 'can') compareCondition(tally, { text, snapshot, world, files, seed, question });
    if (question.kind === 'except') {
      const who = `who ${text.slice(text.indexOf(' can ') + 1)}`;
      compareList(tally, { text: who, snapshot, world, files, seed, question });
    }
  }
}

interface Listed {
  readonly text: string;
  readonly snapshot: Snapshot;
  readonly world: World;
  readonly files: Files;
  readonly seed: number;
  readonly question: Question;
}

function compareCondition(tally: Tally, { text, snapshot, world, files, seed, question }: Listed): void {
  const what = `organization ${seed}: query ${text}`;
  const { answer: given } = askQuestion(snapshot, text);
  if (given.kind !== 'decision') {
    compare(tally, { what, expected: 'a decision', got: given.reason, files, today });
    return;
  }
  const { outcome, when } = given.decision;
  const open = openOf(world, question, today);
  const condition = outcome === 'allowed-when' ? conditionOf(printFormula(when), open.spot?.object ?? '') : undefined;
  const wrong = firstWrong(open, personOf(given.principal), condition ?? outcome === 'allowed');
  const got = `${condition === undefined ? outcome : printFormula(when)}${wrong}`;
  compare(tally, { what, expected: got.slice(0, got.length - wrong.length), got, files, today });
  count(tally, 'conditions of answers');
}

/** Where the condition says something else than the reference; nothing where nowhere. */
function firstWrong(open: Open, person: Person, condition: Condition | boolean): string {
  const { spot, world, date, permissions } = open;
  if (spot === undefined) return '';
  const { object, relations } = spot;
  for (const facts of open.completions(person)) {
    const said =
      typeof condition === 'boolean'
        ? condition
        : holds(condition, { world, object, facts, current: person, today: date }) === true;
    const thing = { object, facts, relations };
    const decision = decide({ world, person, date }, permissions, { kind: 'record', thing });
    if (decision.allowed !== said) return `, wrong of ${JSON.stringify(facts)}`;
  }
  return '';
}

/** Lists of `who can`: everyone listed has the condition; everyone else is in a listed group, or can never. */
function compareList(tally: Tally, { text, snapshot, world, files, seed, question }: Listed): void {
  const what = `organization ${seed}: query ${text}`;
  const { answer: given } = askQuestion(snapshot, text);
  if (given.kind !== 'list') {
    compare(tally, { what, expected: 'a list', got: given.reason, files, today });
    return;
  }
  const open = openOf(world, question, today);
  const object = open.spot?.object ?? '';
  for (const person of open.everyone()) {
    const own = given.entries.find((entry) => entry.principal !== undefined && same(personOf(entry.principal), person));
    const byGroup = given.entries.some(
      ({ principal: group }) => group?.kind === 'group' && open.isIn(person, group.name),
    );
    if (own === undefined && byGroup && person.kind === 'user') continue;
    const condition = own?.whenText === undefined ? own !== undefined : conditionOf(own.whenText, object);
    const wrong = firstWrong(open, person, condition);
    compare(tally, {
      what: `${what}: ${JSON.stringify(person)}`,
      expected: '',
      got: wrong === '' ? '' : `${own === undefined ? 'not listed' : (own.whenText ?? 'always')}${wrong}`,
      files,
      today,
    });
    count(tally, 'entries of lists');
  }
}

function same(a: Person, b: Person): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
