// The file in which a mocha run says what it counted: an exit code alone does not tell a run from a crash or from no test.
import { existsSync, readFileSync } from 'node:fs';

/** What a run counted; `text` is what its reporter printed, where nobody saw that. */
export type Results = {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
  readonly text?: string;
};

/** The environment variable that names the file a run writes. */
export const resultsVariable = 'WRIT_RESULTS';

/** Reads the results of a run that has ended; nothing when it died before it wrote them. */
export function readResults(file: string): Results | undefined {
  if (!existsSync(file)) return undefined;
  const { passes, failures, pending, text } = JSON.parse(readFileSync(file, 'utf8'));
  return { passes, failures, pending, ...(typeof text === 'string' ? { text } : {}) };
}

/** `N passed, N failed`, the line that a stage closes with. */
export function describeResults(results: Results): string {
  const skipped = results.pending > 0 ? `, ${results.pending} skipped` : '';
  return `${results.passes} passed, ${results.failures} failed${skipped}`;
}
