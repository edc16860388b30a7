// A project's state as the values that `check` prints, limited to the files that were asked about.
import type { Answer, ListEntry, Outcome } from '../access/answer.ts';
import { printFormula } from '../condition/print.ts';
import { questionText, withoutKeyword } from '../ide/question-text.ts';
import type { AskedQuestion } from '../model/model.ts';
import { relativeTo } from '../project/file-system.ts';
import { isPolicyFile } from '../project/membership.ts';
import { comparePlaces } from '../project/order.ts';
import type { Snapshot } from '../project/types.ts';
import type { Finding, Fix, Place } from '../rules/finding.ts';
import type {
  Answered,
  AnswerResult,
  ExpectationResult,
  FindingResult,
  ListItem,
  Located,
  ProjectResult,
} from './check-result.ts';
import { counterexampleResult } from './contents.ts';
import type { FixResult, ProjectDetails } from './reporters/reporter.ts';

/** True for the files, by their path below the root, that results are wanted of. */
export type Covers = (file: string) => boolean;

/** Takes files and folders below the root, empty for the root itself. */
export function coversOf(paths: readonly string[]): Covers {
  return (file) => paths.some((path) => path === '' || relativeTo(path, file) !== undefined);
}

/** A project's results, with what formats for other programs tell besides. */
export function detailedResult(
  snapshot: Snapshot,
  root: string,
  covers: Covers,
): { readonly result: ProjectResult; readonly details: ProjectDetails } {
  const findings = inScope(snapshot.findings, covers).map((finding) => ({
    result: findingResult(snapshot, finding),
    fixes: snapshot.fixesOf(finding),
  }));
  const fixes = new Map(findings.map((each) => [each.result, each.fixes]));
  const answers = inScope(snapshot.answers, covers).map(({ place, answer }) => ({
    ...located(snapshot, place),
    query: withoutKeyword(textAt(snapshot, place), 'query'),
    ...answered(answer),
  }));
  const suppressed = snapshot.suppressed.map(({ finding, reason }) => ({ ...finding, reason }));
  return {
    result: {
      ...emptyResult(snapshot, root, covers),
      ...optional(
        'findings',
        findings.map(({ result }) => result),
      ),
      ...optional('answers', answers satisfies AnswerResult[]),
      ...optional('expectations', expectationResults(snapshot, covers)),
    },
    details: {
      fixesOf: (finding) => (fixes.get(finding) ?? []).map((fix) => fixResult(snapshot, fix)),
      suppressed: inScope(suppressed, covers).map((each) => ({
        finding: findingResult(snapshot, each),
        reason: each.reason,
      })),
    },
  };
}

/** The outcomes of a project's expectations alone. */
export function outcomesResult(snapshot: Snapshot, root: string, covers: Covers): ProjectResult {
  return {
    ...emptyResult(snapshot, root, covers),
    ...optional('expectations', expectationResults(snapshot, covers)),
  };
}

function emptyResult(snapshot: Snapshot, root: string, covers: Covers): ProjectResult {
  const files = [...snapshot.input.files.keys()].filter((file) => isPolicyFile(file) && covers(file)).length;
  return { root, files };
}

function inScope<T extends { readonly place: Place }>(list: readonly T[], covers: Covers): T[] {
  return list.filter(({ place }) => covers(place.file)).toSorted((a, b) => comparePlaces(a.place, b.place));
}

function expectationResults(snapshot: Snapshot, covers: Covers): ExpectationResult[] {
  return inScope(snapshot.outcomes, covers).map((each) => expectationResult(snapshot, each));
}

function fixResult(snapshot: Snapshot, { title, edits }: Fix): FixResult {
  return { title, edits: edits.map(({ place, text }) => ({ ...located(snapshot, place), text })) };
}

/** The key with its value, or nothing where the value says nothing. */
export function optional<K extends string, V extends string | readonly unknown[]>(key: K, value: V | undefined) {
  const entry: { readonly [key in K]?: V } = {};
  return value === undefined || value.length === 0 ? entry : { ...entry, [key]: value };
}

export function located(snapshot: Snapshot, { file, span }: Place): Located {
  const lines = snapshot.lines(file);
  const nowhere = { line: 0, character: 0 };
  const start = lines?.position(span.start) ?? nowhere;
  const end = lines?.position(span.end) ?? nowhere;
  return { file, range: { start, end } };
}

function textAt(snapshot: Snapshot, { file, span }: Place): string {
  const source = snapshot.source(file);
  return source === undefined ? '' : questionText(source, span);
}

function findingResult(snapshot: Snapshot, finding: Finding): FindingResult {
  const { rule, severity, message, place } = finding;
  const related = finding.related.map((each) => ({ ...located(snapshot, each.place), message: each.message }));
  const fixes = snapshot.fixesOf(finding).map((fix) => fix.title);
  return {
    rule,
    severity,
    message,
    ...located(snapshot, place),
    ...optional('related', related),
    ...optional('fixes', fixes),
  };
}

export function answered(answer: Answer): Answered {
  const reason = optional('reason', answer.reason);
  if (answer.kind === 'error') return { decision: 'error', ...reason };
  if (answer.kind === 'list') return { decision: 'list', ...optional('list', answer.entries.map(listItem)), ...reason };
  const { outcome, when, refusal } = answer.decision;
  return {
    decision: outcome,
    ...optional('when', outcome === 'allowed-when' ? printFormula(when) : undefined),
    ...optional('refusal', outcome === 'refused' ? refusal : undefined),
    ...reason,
  };
}

function listItem({ name, whenText, origin }: ListEntry): ListItem {
  return { name, ...optional('when', whenText), ...optional('origin', origin) };
}

interface CheckedExpectation {
  readonly asked: AskedQuestion;
  readonly place: Place;
  readonly outcome: Outcome;
}

function expectationResult(snapshot: Snapshot, { asked, place, outcome }: CheckedExpectation): ExpectationResult {
  return {
    ...located(snapshot, place),
    ...optional('test', asked.test?.name),
    text: textAt(snapshot, place),
    outcome: outcome.outcome,
    ...optional('reason', outcome.reason),
    ...(outcome.counterexample === undefined ? {} : { counterexample: counterexampleResult(outcome.counterexample) }),
  };
}
