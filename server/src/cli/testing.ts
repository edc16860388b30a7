// What `writ test` does with a project: the outcomes of its expectations.
import type { Snapshot } from '../project/types.ts';
import { syntaxProblems } from '../syntax/parse.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { Job } from './check.ts';
import { coverageResult, mutationResult } from './coverage-result.ts';
import { worse } from './host.ts';
import { testReporters } from './reporters/registry.ts';
import { statusOf, troubleOf } from './status.ts';
import { type Covers, located, outcomesResult } from './to-result.ts';

export interface Depth {
  readonly coverage?: true;
  readonly mutate?: true;
}

/** What is found out beyond the outcomes changes no status. */
export const testing = ({ coverage, mutate }: Depth): Job => ({
  reporters: testReporters,
  async examine({ root, snapshot, covers }, progress) {
    await progress.stage('model', root, () => snapshot.model);
    await progress.stage('expectations', root, () => snapshot.outcomes);
    const rested =
      coverage === true
        ? { coverage: await progress.stage('coverage', root, () => coverageResult(snapshot, covers)) }
        : {};
    const removed =
      mutate === true
        ? { mutation: await progress.stage('removals', root, () => mutationResult(snapshot, covers)) }
        : {};
    // No finding tells of what could not be read.
    const { status, messages } = troubleOf(snapshot, () => false);
    const lost = unreadableText(snapshot, covers);
    return {
      result: { ...outcomesResult(snapshot, root, covers), ...rested, ...removed },
      details: { fixesOf: () => [], suppressed: [] },
      status: worse(status, lost.length > 0 ? 1 : 0),
      problems: [...messages, ...lost],
    };
  },
  statusOf: (result) => statusOf(result, undefined),
});

/** Text that is no declaration may have been an expectation: what is not told of it would count as held. */
function unreadableText(snapshot: Snapshot, covers: Covers): string[] {
  return [...snapshot.input.files.keys()].filter(covers).flatMap((file) => {
    const source = snapshot.source(file);
    return source === undefined ? [] : unreadableIn(snapshot, file, source);
  });
}

function unreadableIn(snapshot: Snapshot, file: string, source: SourceFile): string[] {
  const [first, ...others] = syntaxProblems(source);
  if (first === undefined) return [];
  const { line, character } = located(snapshot, { file, span: first.span }).range.start;
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  return [`\`${file}\`:${line + 1}:${character + 1}: ${first.message}${more}; an expectation may be missing`];
}
