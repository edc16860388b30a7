// `--format sarif`: SARIF 2.1.0, for code scanning and for viewers of results. One run holds all projects.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
import type { Log, Notification, Run } from 'sarif';
import packageJson from '../../../../package.json' with { type: 'json' };
import type { CheckResult, FindingResult } from '../check-result.ts';
import { createFingerprints } from './fingerprints.ts';
import { toJson } from './json.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { baseId, messageOf } from './sarif-parts.ts';
import { createResults } from './sarif-result.ts';
import { describeRules } from './sarif-rules.ts';

export const reportSarif: Reporter = (result, context) => {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [runOf(result, context)],
  };
  return toJson(log);
};

function runOf({ projects }: CheckResult, context: ReportContext): Run {
  const rules = describeRules(projects.flatMap((project) => findingsOf(project, context)));
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const resultsOf = createResults({ context, indexes, fingerprint: createFingerprints(context) });
  return {
    tool: { driver: { name: 'Writ', semanticVersion: packageJson.version, rules } },
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    originalUriBaseIds: { [baseId]: { description: { text: 'The root of the repository, or the working folder.' } } },
    invocations: [
      {
        executionSuccessful: context.status !== 2,
        exitCode: context.status,
        ...(context.problems.length === 0 ? {} : { toolExecutionNotifications: context.problems.map(notification) }),
      },
    ],
    results: projects.flatMap(resultsOf),
  };
}

function findingsOf(project: CheckResult['projects'][number], context: ReportContext): FindingResult[] {
  return [...(project.findings ?? []), ...context.details(project).suppressed.map(({ finding }) => finding)];
}

function notification(problem: string): Notification {
  return { level: 'error', message: messageOf(problem) };
}
