// Expectations as tests of an editor: listed, run, what they rest on, and what can go without one noticing.
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { oneLine } from '../ide/markdown.ts';
import { outcomesByPlace, placeKey, testsIn } from '../ide/tests.ts';
import { unnoticedDocument, unnoticedSummary } from '../ide/unnoticed-document.ts';
import { coverageOf } from '../project/tests/coverage.ts';
import { noticeOf, type Tried } from '../project/tests/mutation.ts';
import { removalsIn } from '../project/tests/removals.ts';
import { type Context, projectView, viewProject } from './context.ts';
import { toLocation } from './convert.ts';
import { listedFiles } from './listed-tests.ts';
import { baseName } from './paths.ts';
import type { ProjectParams } from './protocol.ts';
import type { CoveredPart, RemovalsResult, TestedFile, TestedProject, TestRun, TestsParams } from './protocol-tests.ts';
import type { Run } from './run.ts';
import { inTurns } from './turns.ts';

/** Of all projects, in the order of their roots. */
export function listTests(context: Context, { known }: TestsParams): TestedProject[] {
  const all = context.workspace.projects().filter(({ isSilent }) => !isSilent);
  const listed = all.map((held) => {
    const files = listedFiles(viewProject(context, held)).map(({ uri, version, tests }): TestedFile => {
      if (known === undefined) return { uri, tests };
      return { uri, version, tests: known[uri] === version ? null : tests };
    });
    return { root: held.uri, name: baseName(held.uri), files };
  });
  return listed.sort((a, b) => (a.root < b.root ? -1 : 1));
}

export function runTests(context: Context, params: ProjectParams): TestRun | null {
  const view = projectView(context, params);
  if (view === undefined) return null;
  const outcomes = outcomesByPlace(view.snapshot);
  const results = testsIn(view.snapshot).map(({ expectations }) =>
    expectations.map(({ place }) => {
      const found = outcomes.get(placeKey(place));
      // What was not evaluated has not held.
      if (found === undefined)
        return { outcome: 'error' as const, expected: 'an outcome', reason: 'it was not evaluated' };
      const { outcome, expected, reason, example } = found;
      return {
        outcome,
        expected,
        reason: oneLine(reason),
        ...(example === undefined ? {} : { example: oneLine(example) }),
      };
    }),
  );
  return { tests: listedFiles(view).flatMap(({ tests }) => tests), results };
}

export function listCoverage(context: Context, params: ProjectParams): CoveredPart[] | null {
  const view = projectView(context, params);
  if (view === undefined) return null;
  return coverageOf(view.snapshot).map((one): CoveredPart => {
    const location = toLocation(view, one.place);
    const name = oneLine(one.kind === 'grant' ? one.role.name : one.policy.name);
    if (one.kind === 'comparison') return { kind: one.kind, ...location, name, met: one.met, unmet: one.unmet };
    return { kind: one.kind, ...location, name, times: one.times };
  });
}

export async function listUnnoticed(
  context: Context,
  params: ProjectParams,
  { token, progress }: Run,
): Promise<RemovalsResult | null | ResponseError<void>> {
  const view = projectView(context, params);
  if (view === undefined) return null;
  const { snapshot } = view;
  const all = removalsIn(snapshot);
  const tried: Tried[] = [];
  const isWanted = () => !token.isCancellationRequested;
  const isWhole = await inTurns(context.host, all, isWanted, (removal, done) => {
    tried.push({ removal, notice: noticeOf(snapshot, removal) });
    progress.report(done, all.length);
  });
  if (!isWhole) return new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'cancelled');
  const unnoticed = tried.filter(({ notice }) => notice === 'unnoticed');
  return {
    summary: unnoticedSummary(snapshot, tried),
    markdown: unnoticedDocument(snapshot, tried),
    unnoticed: unnoticed.map(({ removal }) => ({ what: oneLine(removal.what), ...toLocation(view, removal.place) })),
  };
}
