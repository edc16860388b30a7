// Every format of `check` and of `test`; the first is the one without `--format`.
import { reportGithub } from './github.ts';
import { reportJson } from './json.ts';
import { reportJunit } from './junit.ts';
import { reportPretty } from './pretty.ts';
import { reportTests } from './pretty-tests.ts';
import type { Reporter } from './reporter.ts';
import { reportSarif } from './sarif.ts';

export const reporters: ReadonlyMap<string, Reporter> = new Map([
  ['pretty', reportPretty],
  ['json', reportJson],
  ['sarif', reportSarif],
  ['junit', reportJunit],
  ['github', reportGithub],
]);

/** Those of expectations alone. */
export const testReporters: ReadonlyMap<string, Reporter> = new Map([
  ['pretty', reportTests],
  ['json', reportJson],
  ['junit', reportJunit],
]);
