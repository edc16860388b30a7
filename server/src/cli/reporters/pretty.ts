// `--format pretty`: findings with the lines that they speak of, answers, outcomes and counts, for people.
import type { Severity } from '../../rules/finding.ts';
import type { CheckResult, FindingResult, ProjectResult } from '../check-result.ts';
import { printable, withoutCommands } from '../printable.ts';
import { counterexampleOf } from './counterexample.ts';
import { findingCounts, questionCounts } from './counts.ts';
import { placeText } from './place-text.ts';
import { answerLines, expectationLines } from './pretty-questions.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { type Paint, sourceLines } from './source-lines.ts';

export const reportPretty: Reporter = (result, context) => {
  const blocks = result.projects.flatMap((project) => [
    ...(project.findings ?? []).map((finding) => findingLines(project, finding, context)),
    ...(project.answers ?? []).map((answer) => answerLines(project, answer, context)),
    expectationLines(project, context),
  ]);
  const shown = [...blocks.filter((lines) => lines.length > 0), summaryLines(result, context)];
  return withoutCommands(shown.map((lines) => `${lines.join('\n')}\n`).join('\n'));
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
    ...counterexampleOf(project, finding).map((line) => `  ${line}`),
    ...related,
    ...fixes,
  ];
}

function severityColor(severity: Severity, { colors }: ReportContext): Paint {
  if (severity === 'error') return colors.red;
  return severity === 'warning' ? colors.yellow : colors.cyan;
}
