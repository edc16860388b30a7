// `--format pretty`: findings with the lines that they speak of, answers, outcomes and counts, for people.
import type { Severity } from '../../rules/finding.ts';
import type { CheckResult, FindingResult, Located, ProjectResult } from '../check-result.ts';
import { excerpt } from '../excerpt.ts';
import { printable } from '../printable.ts';
import { findingCounts, questionCounts } from './counts.ts';
import { placeText } from './place-text.ts';
import { answerLines, counterexampleLine, expectationLines } from './pretty-questions.ts';
import type { ReportContext, Reporter } from './reporter.ts';

export const reportPretty: Reporter = (result, context) => {
  const blocks = result.projects.flatMap((project) => [
    ...(project.findings ?? []).map((finding) => findingLines(project, finding, context)),
    ...(project.answers ?? []).map((answer) => answerLines(project, answer, context)),
    expectationLines(project, context),
  ]);
  const shown = [...blocks.filter((lines) => lines.length > 0), summaryLines(result, context)];
  return shown.map((lines) => `${lines.join('\n')}\n`).join('\n');
};

function summaryLines(result: CheckResult, { colors }: ReportContext): string[] {
  return [findingCounts(result), questionCounts(result)].filter((text) => text !== '').map((text) => colors.bold(text));
}

function findingLines(project: ProjectResult, finding: FindingResult, context: ReportContext): string[] {
  const { colors } = context;
  const severity = severityColor(finding.severity, context)(finding.severity);
  const head = `${colors.bold(placeText(project, finding))}: ${severity}: ${printable(finding.message)}`;
  const related = (finding.related ?? []).flatMap((each) => [
    `  ${placeText(project, each)}: ${printable(each.message)}`,
    ...sourceLines(project, each, context, colors.cyan),
  ]);
  const fixes = (finding.fixes ?? []).map((title) => `  ${colors.green('fix:')} ${printable(title)}`);
  return [
    `${head} ${colors.dim(`[${finding.rule}]`)}`,
    ...sourceLines(project, finding, context, severityColor(finding.severity, context)),
    ...counterexampleOf(project, finding),
    ...related,
    ...fixes,
  ];
}

/** Of a failed expectation, the record that shows it: the finding stands where the expectation does. */
function counterexampleOf(project: ProjectResult, { rule, file, range }: FindingResult): string[] {
  if (rule !== 'failed-expectation') return [];
  const failed = project.expectations?.find(
    (each) =>
      each.file === file &&
      each.range.start.line === range.start.line &&
      each.range.start.character === range.start.character,
  );
  return failed?.counterexample === undefined ? [] : [`  ${counterexampleLine(failed.counterexample)}`];
}

type Paint = (text: string) => string;

function severityColor(severity: Severity, { colors }: ReportContext): Paint {
  if (severity === 'error') return colors.red;
  return severity === 'warning' ? colors.yellow : colors.cyan;
}

function sourceLines(project: ProjectResult, at: Located, context: ReportContext, paint: Paint): string[] {
  const { start, end } = at.range;
  const line = context.lineText(project, at.file, start.line);
  if (line === undefined) return [];
  const number = String(start.line + 1);
  const last = end.line === start.line ? end.character : line.trimEnd().length;
  const { source, carets } = excerpt({ line, start: start.character, end: last }, context.width - number.length - 5);
  const { dim } = context.colors;
  const margin = ' '.repeat(number.length);
  return [`  ${dim(`${number} |`)} ${source}`.trimEnd(), `  ${dim(`${margin} |`)} ${blankThen(carets, paint)}`];
}

/** Colour begins where the carets do. */
function blankThen(carets: string, paint: Paint): string {
  const from = carets.indexOf('^');
  return carets.slice(0, from) + paint(carets.slice(from));
}
