// Answers of queries and outcomes of expectations, for people.

import { padTo, widthOf } from '../cells.ts';
import type { Answered, AnswerResult, ExpectationResult, ListItem, ProjectResult } from '../check-result.ts';
import { printable } from '../printable.ts';
import { count } from './counts.ts';
import { placeText } from './place-text.ts';
import type { ReportContext } from './reporter.ts';

/** Longer names push what stands beside them to the right of their own line only. */
const widestName = 40;

const labels: Readonly<Record<Answered['decision'], string>> = {
  allowed: 'allowed',
  'allowed-when': 'allowed when',
  refused: 'refused',
  list: '',
  unknown: 'unknown',
  error: 'cannot be answered',
};

export function answerLines(project: ProjectResult, answer: AnswerResult, context: ReportContext): string[] {
  const { colors } = context;
  const head = `${colors.bold(placeText(project, answer))}: query ${printable(answer.query)}`;
  return [head, ...answeredLines(answer, context).map((line) => `  ${line}`)];
}

export function answeredLines(answer: Answered, { colors }: Pick<ReportContext, 'colors'>): string[] {
  if (answer.decision === 'list') return listLines(answer);
  const label = labels[answer.decision];
  const paint = answer.decision === 'refused' || answer.decision === 'error' ? colors.red : colors.green;
  // A reason may open with the very words that are said here.
  const said = answer.reason?.replace(/^(?:allowed when|allowed|refused|not decided)(?:: |$)/, '') ?? '';
  const when = answer.when === undefined ? '' : ` ${printable(answer.when)}`;
  const reason = said === '' || (answer.when !== undefined && said.endsWith(answer.when)) ? '' : `: ${printable(said)}`;
  return [`${paint(label)}${when}${reason}`];
}

function listLines({ list = [], reason }: Answered): string[] {
  if (list.length === 0) return [printable(reason ?? 'nobody')];
  const width = Math.min(widestName, Math.max(...list.map(({ name }) => widthOf(printable(name)))));
  return list.map((item) => listLine(item, width));
}

function listLine({ name, when, origin }: ListItem, width: number): string {
  const by = [when === undefined ? '' : `when ${when}`, origin ?? ''].filter((text) => text !== '').join('; ');
  return `${padTo(printable(name), width)}  ${printable(by)}`.trimEnd();
}

/** One line for each test, in the order of the first expectation of it; those that do not hold are findings as well. */
export function expectationLines(project: ProjectResult, context: ReportContext): string[] {
  return byTest(project).map((group) => testLine(group, context));
}

export interface TestGroup {
  /** Undefined for expectations outside of tests. */
  readonly test: string | undefined;
  readonly expectations: readonly ExpectationResult[];
}

export function byTest({ expectations = [] }: ProjectResult): TestGroup[] {
  const groups = new Map<string | undefined, ExpectationResult[]>();
  for (const each of expectations) {
    const known = groups.get(each.test);
    if (known === undefined) groups.set(each.test, [each]);
    else known.push(each);
  }
  return [...groups].map(([test, list]) => ({ test, expectations: list }));
}

/** `test "the desk": 3 of 4 hold`. */
export function testLine({ test, expectations }: TestGroup, { colors }: Pick<ReportContext, 'colors'>): string {
  const held = expectations.filter(({ outcome }) => outcome === 'held').length;
  const paint = held === expectations.length ? colors.green : colors.red;
  return `${testName(test)}: ${paint(`${held} of ${count(expectations.length, 'holds', 'hold')}`)}`;
}

export function testName(test: string | undefined): string {
  return printable(test === undefined ? 'expectations outside of tests' : `test ${JSON.stringify(test)}`);
}
