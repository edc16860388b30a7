// How many of each there are, in words.
import type { Severity } from '../../rules/finding.ts';
import type { CheckResult } from '../check-result.ts';

export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

const plurals: Readonly<Record<Severity, string>> = {
  error: 'errors',
  warning: 'warnings',
  info: 'infos',
  hint: 'hints',
};

export function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** `2 errors, 1 hint in 3 files`. */
export function findingCounts({ projects }: CheckResult): string {
  const findings = projects.flatMap((project) => project.findings ?? []);
  const files = projects.reduce((sum, project) => sum + project.files, 0);
  const parts = severities.flatMap((severity) => {
    const n = findings.filter((finding) => finding.severity === severity).length;
    return n === 0 ? [] : [count(n, severity, plurals[severity])];
  });
  const where = projects.length > 1 ? ` of ${projects.length} projects` : '';
  return `${parts.length === 0 ? 'no findings' : parts.join(', ')} in ${count(files, 'file', 'files')}${where}`;
}

/** `4 of 5 expectations hold, 2 queries answered`; empty where there are none. */
export function questionCounts({ projects }: CheckResult): string {
  const expectations = projects.flatMap((project) => project.expectations ?? []);
  const answers = projects.flatMap((project) => project.answers ?? []);
  const held = expectations.filter(({ outcome }) => outcome === 'held').length;
  const answered = answers.filter(({ decision }) => decision !== 'error').length;
  const parts: string[] = [];
  if (expectations.length > 0)
    parts.push(`${held} of ${count(expectations.length, 'expectation holds', 'expectations hold')}`);
  if (answers.length > 0) parts.push(`${answered} of ${count(answers.length, 'query', 'queries')} answered`);
  return parts.join(', ');
}
