// Merges what `writ check` prints with `--format sarif` into one run, which is all that code scanning takes of a tool.
import type { Invocation, Log, ReportingDescriptor, Result, Run } from 'sarif';
import { rules } from '../../rules/registry.ts';
import { compareTexts } from '../../text/order.ts';
import { type ExitStatus, worse } from '../host.ts';
import { toJson } from '../reporters/json.ts';
import { differing, foldEqual, inOrder, type MergeFormat, readEach } from './format.ts';
import schema from './sarif.schema.json' with { type: 'json' };
import { readerOf } from './schema.ts';

export const mergeSarif: MergeFormat = (sources) => {
  const read = readEach(sources, readerOf<Log>(schema));
  if ('problems' in read) return read;
  const runs = read.all.flatMap(({ source, value }) => value.runs.map((run) => ({ source, value: run })));
  // Another version may say the same in other words, and knows other rules.
  const odd = differing(runs, ({ tool }) => tool.driver.semanticVersion ?? '');
  if (odd !== undefined) {
    const { name, other, firstName, first } = odd;
    return { problems: [`${name}: this is of Writ ${other}, and \`${firstName}\` of Writ ${first}`] };
  }
  const all = inOrder(runs, ({ results = [] }) => uriOf(results[0]));
  const { $schema } = read.all[0]?.value ?? {};
  const [first] = all;
  if (first === undefined) return { problems: ['there is no run'] };
  const merged = oneRun(first, all);
  const log: Log = { ...($schema === undefined ? {} : { $schema }), version: '2.1.0', runs: [merged] };
  return { text: toJson(log), status: statusOf(merged) };
};

/** What is the same in all runs is taken from `first`. */
function oneRun(first: Run, all: readonly Run[]): Run {
  const described = rulesOf(all);
  const indexes = new Map(described.map(({ id }, index) => [id, index]));
  const results = all.flatMap((run) => run.results ?? []).map((result) => withIndex(result, indexes));
  const run = {
    ...first,
    tool: { driver: { ...first.tool.driver, rules: described } },
    results: foldEqual(results),
  };
  return { ...run, invocations: [oneInvocation(all, run.results)] };
}

/** In the order of the catalogue, as a single run has them. */
function rulesOf(all: readonly Run[]): ReportingDescriptor[] {
  const byId = new Map(all.flatMap(({ tool }) => tool.driver.rules ?? []).map((rule) => [rule.id, rule]));
  const places = new Map(rules.map(({ id }, index) => [id, index]));
  const place = ({ id }: ReportingDescriptor) => places.get(id) ?? places.size;
  return [...byId.values()].toSorted((a, b) => place(a) - place(b) || compareTexts(a.id, b.id));
}

function withIndex(result: Result, indexes: ReadonlyMap<string, number>): Result {
  const { ruleIndex: _, ...others } = result;
  const ruleIndex = indexes.get(result.ruleId ?? '');
  return ruleIndex === undefined ? others : { ...result, ruleIndex };
}

function uriOf(result: Result | undefined): string {
  return result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
}

function oneInvocation(all: readonly Run[], results: readonly Result[]): Invocation {
  const invocations = all.flatMap((run) => run.invocations ?? []);
  const notifications = foldEqual(
    invocations.flatMap(({ toolExecutionNotifications = [] }) => toolExecutionNotifications),
  );
  const hasError = results.some(({ level, suppressions = [] }) => level === 'error' && suppressions.length === 0);
  const exitCode = invocations.map(exitStatus).reduce(worse, hasError ? 1 : 0);
  return {
    executionSuccessful: exitCode !== 2,
    exitCode,
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}

function exitStatus({ executionSuccessful, exitCode }: Invocation): ExitStatus {
  if (!executionSuccessful || exitCode === 2) return 2;
  return exitCode === 0 ? 0 : 1;
}

function statusOf({ invocations = [] }: Run): ExitStatus {
  return invocations.map(exitStatus).reduce<ExitStatus>(worse, 0);
}
