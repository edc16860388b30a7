// Every format of `check`; the first is the one without `--format`.
import { reportGithub } from './github.ts';
import { reportJson } from './json.ts';
import { reportPretty } from './pretty.ts';
import type { Reporter } from './reporter.ts';

export const reporters: ReadonlyMap<string, Reporter> = new Map([
  ['pretty', reportPretty],
  ['json', reportJson],
  ['github', reportGithub],
]);
