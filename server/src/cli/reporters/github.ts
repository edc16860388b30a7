// `--format github`: workflow commands that GitHub Actions shows beside the lines of a change.
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
import type { Severity } from '../../rules/finding.ts';
import type { FindingResult, ProjectResult } from '../check-result.ts';
import { fileBelow, fileFrom } from '../paths.ts';
import { printable, withoutBracketCommands } from '../printable.ts';
import { findingCounts, questionCounts } from './counts.ts';
import type { ReportContext, Reporter } from './reporter.ts';

/** GitHub has three levels. */
const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

export const reportGithub: Reporter = (result, context) => {
  const lines = result.projects.flatMap((project) =>
    (project.findings ?? []).map((finding) => annotation(project, finding, context)),
  );
  const counts = [findingCounts(result), questionCounts(result)].filter((text) => text !== '');
  return withoutBracketCommands(`${[...lines, counts.join('; ')].join('\n')}\n`);
};

function annotation(project: ProjectResult, finding: FindingResult, context: ReportContext): string {
  const { start, end } = finding.range;
  // Columns only mean something within one line.
  const columns = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
  const properties = {
    file: fileFrom(context.folder, project.root, finding.file),
    line: start.line + 1,
    endLine: end.line + 1,
    ...columns,
    title: finding.rule,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${levels[finding.severity]} ${list.join(',')}::${escapeData(textOf(project, finding))}`;
}

/** The message, then where related things stand. */
function textOf(project: ProjectResult, { message, related = [] }: FindingResult): string {
  const lines = related.map(
    (each) => `${fileBelow(project.root, each.file)}:${each.range.start.line + 1}: ${each.message}`,
  );
  return [message, ...lines].map(printable).join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(printable(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
