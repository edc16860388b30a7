// `writ test --format pretty`: every expectation under its test, and why those that do not hold do not.
import type { CheckResult, ExpectationResult, ProjectResult } from '../check-result.ts';
import { printable, withoutCommands } from '../printable.ts';
import { counterexampleLine } from './counterexample.ts';
import { count, questionCounts } from './counts.ts';
import { placeText } from './place-text.ts';
import { coverageLines, mutationLines } from './pretty-coverage.ts';
import { byTest, type TestGroup, testLine } from './pretty-questions.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { sourceLines } from './source-lines.ts';

export const reportTests: Reporter = (result, context) => {
  const groups = result.projects.flatMap((project) => byTest(project).map((group) => ({ project, group })));
  const blocks = groups.map(({ project, group }) => groupLines(project, group, context));
  const depths = result.projects.flatMap((project) => [
    coverageLines(project, context),
    mutationLines(project, context),
  ]);
  const all = [...blocks, ...depths.filter(({ length }) => length > 0), [context.colors.bold(summary(result))]];
  return withoutCommands(all.map((lines) => `${lines.join('\n')}\n`).join('\n'));
};

function summary(result: CheckResult): string {
  const files = count(
    result.projects.reduce((sum, project) => sum + project.files, 0),
    'file',
    'files',
  );
  const counts = questionCounts(result);
  return counts === '' ? `no expectations in ${files}` : `${counts} in ${files}`;
}

function groupLines(project: ProjectResult, group: TestGroup, context: ReportContext): string[] {
  return [
    testLine(group, context),
    ...group.expectations.flatMap((each) => expectationLines(project, each, context).map((line) => `  ${line}`)),
  ];
}

const signs: Readonly<Record<ExpectationResult['outcome'], string>> = { held: '✓', failed: '✗', error: '!' };

function expectationLines(project: ProjectResult, each: ExpectationResult, context: ReportContext): string[] {
  const { colors } = context;
  const paint = each.outcome === 'held' ? colors.green : colors.red;
  const head = `${paint(signs[each.outcome])} ${printable(each.text)}`;
  if (each.outcome === 'held') return [head];
  const reason = each.reason ?? (each.outcome === 'error' ? 'it could not be evaluated' : 'it does not hold');
  return [
    head,
    `  ${placeText(project, each)}: ${paint(each.outcome)}: ${printable(reason)}`,
    ...sourceLines(project, each, { ...context, width: context.width - 2 }, paint),
    ...(each.counterexample === undefined ? [] : [`  ${counterexampleLine(each.counterexample)}`]),
  ];
}
