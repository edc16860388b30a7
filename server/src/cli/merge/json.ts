// Merges what `writ check` and `writ test` print with `--format json`.
import { compareTexts } from '../../text/order.ts';
import schema from '../check.schema.json' with { type: 'json' };
import type { CheckResult, ProjectResult } from '../check-result.ts';
import { type ExitStatus, worse } from '../host.ts';
import { toJson } from '../reporters/json.ts';
import { statusOf } from '../status.ts';
import { differing, foldEqual, inOrder, type MergeFormat, readEach } from './format.ts';
import { readerOf } from './schema.ts';

export const mergeJson: MergeFormat = (sources) => {
  const read = readEach(sources, readerOf<CheckResult>(schema));
  if ('problems' in read) return read;
  const odd = differing(read.all, ({ asOf }) => asOf);
  if (odd !== undefined) {
    const { name, other, firstName, first } = odd;
    return { problems: [`${name}: this is as of ${other}, and \`${firstName}\` as of ${first}`] };
  }
  const [one] = read.all;
  const all = inOrder(read.all, ({ projects }) => projects[0]?.root ?? '').flatMap(({ projects }) => projects);
  const projects = foldEqual(all).toSorted((a, b) => compareTexts(a.root, b.root));
  const result: CheckResult = { version: 1, asOf: one?.value.asOf ?? '', projects };
  return { text: toJson(result), status: projects.map(unreadable).reduce(worse, statusOf(result, undefined)) };
};

/** A run that could not read a file of a project has ended with 2, and its result says so by this finding alone. */
function unreadable({ findings = [] }: ProjectResult): ExitStatus {
  return findings.some(({ rule }) => rule === 'unreadable-file') ? 2 : 0;
}
