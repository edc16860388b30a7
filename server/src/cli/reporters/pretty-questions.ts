// Answers of queries and outcomes of expectations, for people.

import { padTo, widthOf } from '../cells.ts';
import type {
  Answered,
  AnswerResult,
  CounterexampleResult,
  ExpectationResult,
  FieldValue,
  ListItem,
  ProjectResult,
} from '../check-result.ts';
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
export function expectationLines(project: ProjectResult, { colors }: ReportContext): string[] {
  const byTest = new Map<string | undefined, ExpectationResult[]>();
  for (const each of project.expectations ?? []) {
    const known = byTest.get(each.test);
    if (known === undefined) byTest.set(each.test, [each]);
    else known.push(each);
  }
  return [...byTest].map(([test, list]) => {
    const held = list.filter(({ outcome }) => outcome === 'held').length;
    const paint = held === list.length ? colors.green : colors.red;
    const what = test === undefined ? 'expectations outside of tests' : `test ${JSON.stringify(test)}`;
    return `${printable(what)}: ${paint(`${held} of ${count(list.length, 'holds', 'hold')}`)}`;
  });
}

export function counterexampleLine({ principal, record }: CounterexampleResult): string {
  const fields = Object.entries(record ?? {}).map(([name, value]) => `${name} ${valueText(value)}`);
  const text = fields.length === 0 ? principal : `${principal}, on a record with ${fields.join(', ')}`;
  return `counterexample: ${printable(text)}`;
}

function valueText(value: FieldValue): string {
  if (value === null) return 'empty';
  return Array.isArray(value) ? `(${value.map((each) => JSON.stringify(each)).join(', ')})` : JSON.stringify(value);
}
