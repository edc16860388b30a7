// The expectations of a project by test, as an editor lists and runs them.
import type { Outcome } from '../access/answer.ts';
import { recordText } from '../access/counterexample.ts';
import { principalPath } from '../model/lookup.ts';
import type { AskedQuestion } from '../model/model.ts';
import type { Snapshot } from '../project/types.ts';
import type { Place } from '../rules/finding.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { notesOn } from '../text/notes.ts';
import { questionText, withoutKeyword } from './question-text.ts';

export interface TestOutline {
  /** Undefined for what a file expects outside of tests. */
  readonly name: string | undefined;
  /** Of its name; outside of tests, of the first expectation. */
  readonly place: Place;
  readonly expectations: readonly ExpectationOutline[];
}

export interface ExpectationOutline {
  /** On one line, without its keyword. */
  readonly text: string;
  readonly place: Place;
}

/** In order of files and positions; nothing is evaluated. */
export function testsIn(snapshot: Snapshot): readonly TestOutline[] {
  return [...testsByFile(snapshot).values()].flat();
}

/** The same by the file that they stand in. Of a file that an edit did not touch they are the very same as before it. */
export function testsByFile(snapshot: Snapshot): ReadonlyMap<string, readonly TestOutline[]> {
  const asked = new Map<string, AskedQuestion[]>();
  for (const each of snapshot.model.questions) {
    if (each.declaration.kind !== 'expect') continue;
    const { file } = each.origin;
    const known = asked.get(file);
    if (known === undefined) asked.set(file, [each]);
    else known.push(each);
  }
  return new Map([...asked].map(([file, questions]) => [file, testsOf(snapshot, file, questions)]));
}

/** What was found in a text, and of which declarations: each expectation with the test that it stands in. */
interface Found {
  readonly file: string;
  readonly declarations: readonly unknown[];
  readonly tests: readonly TestOutline[];
}

const found = notesOn<SourceFile, Found>();

function testsOf(snapshot: Snapshot, file: string, questions: readonly AskedQuestion[]): readonly TestOutline[] {
  const source = snapshot.source(file);
  const known = source && found.get(source);
  const declarations = questions.flatMap(({ declaration, test }) => [declaration, test?.declaration]);
  const isKnown = (before: Found): boolean =>
    before.file === file &&
    before.declarations.length === declarations.length &&
    before.declarations.every((each, i) => each === declarations[i]);
  if (known !== undefined && isKnown(known)) return known.tests;
  const tests = outlinesOf(snapshot, file, questions);
  if (source !== undefined) found.set(source, { file, declarations, tests });
  return tests;
}

function outlinesOf(snapshot: Snapshot, file: string, questions: readonly AskedQuestion[]): readonly TestOutline[] {
  const groups = new Map<unknown, { name: string | undefined; place: Place; expectations: ExpectationOutline[] }>();
  for (const asked of questions) {
    const place = snapshot.place(asked.origin);
    const key = asked.test ?? file;
    const group = groups.get(key) ?? { ...headOf(snapshot, asked, place), expectations: [] };
    groups.set(key, group);
    group.expectations.push({ text: textAt(snapshot, place), place });
  }
  return [...groups.values()];
}

function headOf(snapshot: Snapshot, { test }: AskedQuestion, place: Place) {
  return test === undefined
    ? { name: undefined, place }
    : { name: test.name, place: test.origin === undefined ? place : snapshot.place(test.origin) };
}

function textAt(snapshot: Snapshot, { file, span }: Place): string {
  const source = snapshot.source(file);
  return source === undefined ? '' : withoutKeyword(questionText(source, span), 'expect');
}

export interface ExpectationOutcome {
  readonly outcome: 'held' | 'failed' | 'error';
  /** What would have been right, in a word or two. */
  readonly expected: string;
  /** Plain text: names in backticks. */
  readonly reason: string;
  /** Who, and on which record, it does not hold for; undefined where there is no such example. */
  readonly example: string | undefined;
}

/** Of each expectation, in the order of all of them together in `testsIn`, by its place. */
export function outcomesByPlace(snapshot: Snapshot): ReadonlyMap<string, ExpectationOutcome> {
  return new Map(
    snapshot.outcomes.map(({ asked, place, outcome }) => [
      placeKey(place),
      {
        outcome: outcome.outcome,
        expected: expectedOf(asked.question),
        reason: outcome.reason,
        example: exampleOf(asked.question, outcome),
      },
    ]),
  );
}

function expectedOf(question: AskedQuestion['question']): string {
  if (question === undefined) return 'an outcome';
  if ('negated' in question) return question.negated ? 'refused' : 'allowed';
  return question.kind === 'except' && question.except.length > 0 ? 'nobody else can' : 'nobody can';
}

/** Whom a question names it says itself: then the record is what there is to say. */
function exampleOf(question: AskedQuestion['question'], { counterexample }: Outcome): string | undefined {
  if (counterexample === undefined) return undefined;
  const record = recordText(counterexample.open);
  const isNamed = question !== undefined && 'negated' in question;
  const who = isNamed ? '' : principalPath(counterexample.principal);
  const on = record === '' ? '' : `a record with ${record}`;
  const both = [who, on].filter((part) => part !== '').join(', on ');
  return both === '' ? undefined : both;
}

export function placeKey({ file, span }: Place): string {
  return `${span.start} ${file}`;
}
