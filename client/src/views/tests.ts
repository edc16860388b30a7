// Expectations in the Test Explorer: found as they are typed, run once or after each change, explained, and with what they rest on.
import {
  type CancellationToken,
  Disposable,
  Location,
  Range,
  type TestController,
  type TestItem,
  type TestItemCollection,
  TestMessage,
  type TestRun,
  TestRunProfileKind,
  type TestRunRequest,
  tests,
  Uri,
  workspace,
} from 'vscode';
import { explainQueryRequest, type MarkdownResult } from '../../../server/src/lsp/protocol.ts';
import {
  type CoveredPart,
  coverageRequest,
  type ExpectationRun,
  runTestsRequest,
  type TestedProject,
  type TestRun as TestRunResult,
  testsRequest,
} from '../../../server/src/lsp/protocol-tests.ts';
import { l10n } from '../l10n.ts';
import type { Writ } from '../writ.ts';
import { knownTests } from './known-tests.ts';
import { coverageByFile, detailsOf } from './test-coverage.ts';
import { nodesOf, resultsById, type TestNode } from './test-nodes.ts';
import { findUnnoticed } from './unnoticed.ts';

interface Explorer {
  readonly writ: Writ;
  readonly controller: TestController;
  /** What each item was made from. */
  readonly nodes: WeakMap<TestItem, TestNode>;
}

/** `changed` fires when the server may find others. Gives what ends it all. */
export function showTests(writ: Writ, changed: (listener: () => void) => Disposable): Disposable {
  const controller = tests.createTestController('writ', 'Writ');
  const explorer: Explorer = { writ, controller, nodes: new WeakMap() };
  const watched = new Set<() => void>();
  const known = knownTests();
  const refresh = inTurn(async () => {
    const told = await writ.client.sendRequest<TestedProject[]>(testsRequest, known.params());
    const projects = known.take(told);
    if (projects !== undefined) fill(explorer, controller.items, nodesOf(projects));
    if (watched.size === 0) controller.invalidateTestResults();
    for (const again of watched) again();
  });
  controller.refreshHandler = refresh;
  addProfiles(explorer, watched);
  refresh().catch(() => undefined);
  return Disposable.from(controller, changed(refresh));
}

/** One after the other, and no more of them than it takes for the last to be of now. */
function inTurn(work: () => Promise<void>): () => Promise<void> {
  let [running, next]: [Promise<void> | undefined, Promise<void> | undefined] = [undefined, undefined];
  const start = (): Promise<void> => {
    next = undefined;
    // A server that is stopped has no tests to tell of; it tells when it is there again.
    const own = work().catch(() => undefined);
    running = own;
    return own.finally(() => {
      if (running === own) running = undefined;
    });
  };
  return () => {
    if (running === undefined) return start();
    next ??= running.then(start);
    return next;
  };
}

/** Items that stay are the same ones, so that the editor keeps what it knows of them. */
function fill(explorer: Explorer, items: TestItemCollection, nodes: readonly TestNode[]): void {
  const now = nodes.map((node) => {
    const item = items.get(node.id) ?? explorer.controller.createTestItem(node.id, node.label, Uri.parse(node.uri));
    item.label = node.label;
    item.range = node.range && rangeOf(node.range);
    explorer.nodes.set(item, node);
    fill(explorer, item.children, node.children);
    return item;
  });
  items.replace(now);
}

function rangeOf({ start, end }: NonNullable<TestNode['range']>): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

function addProfiles(explorer: Explorer, watched: Set<() => void>): void {
  const { controller } = explorer;
  const run = async (request: TestRunRequest, token: CancellationToken) => {
    await runOnce(explorer, request, token, undefined);
    if (request.continuous === true) keepRunning(explorer, request, token, watched);
  };
  controller.createRunProfile(l10n.t('Run'), TestRunProfileKind.Run, run, true, undefined, true);
  const coverage = controller.createRunProfile(
    l10n.t('Run With Coverage'),
    TestRunProfileKind.Coverage,
    (request, token) => runOnce(explorer, request, token, addCoverage),
    true,
  );
  coverage.loadDetailedCoverage = async (_run, file) => detailsOf(file);
  controller.createRunProfile(
    l10n.t('Explain'),
    TestRunProfileKind.Debug,
    (request, token) => runOnce(explorer, request, token, explainFirst),
    true,
  );
  controller.createRunProfile(l10n.t('Find What No Test Notices'), TestRunProfileKind.Run, (request, token) =>
    runOnce(explorer, request, token, async ({ writ }, { run: testRun, projects }) => {
      for (const project of projects) await findUnnoticed(writ, project, { run: testRun, token });
    }),
  );
}

/** After each change, until the editor asks for it no longer. */
function keepRunning(
  explorer: Explorer,
  request: TestRunRequest,
  token: CancellationToken,
  watched: Set<() => void>,
): void {
  const again = inTurn(() => runOnce(explorer, request, token, undefined));
  watched.add(again);
  token.onCancellationRequested(() => watched.delete(again));
  if (token.isCancellationRequested) watched.delete(again);
}

interface Ran {
  readonly run: TestRun;
  readonly items: readonly TestItem[];
  readonly projects: ReadonlySet<string>;
  /** By the id of the item. */
  readonly results: ReadonlyMap<string, ExpectationRun>;
}

type Then = (explorer: Explorer, ran: Ran) => Promise<void>;

async function runOnce(
  explorer: Explorer,
  request: TestRunRequest,
  token: CancellationToken,
  then: Then | undefined,
): Promise<void> {
  const run = explorer.controller.createTestRun(request);
  try {
    const items = wanted(explorer.controller, request);
    for (const item of items) run.started(item);
    const projects = new Set(items.flatMap((item) => explorer.nodes.get(item)?.project ?? []));
    const results = await resultsOf(explorer, projects, token);
    for (const item of items) tell(run, item, results.get(item.id));
    if (!token.isCancellationRequested) await then?.(explorer, { run, items, projects, results });
  } finally {
    run.end();
  }
}

/** The expectations that are meant. */
function wanted({ items }: TestController, { include, exclude = [] }: TestRunRequest): TestItem[] {
  const found = new Set<TestItem>();
  const visit = (item: TestItem): void => {
    if (exclude.includes(item)) return;
    if (item.children.size === 0) found.add(item);
    else item.children.forEach(visit);
  };
  if (include === undefined) items.forEach(visit);
  else include.forEach(visit);
  return [...found];
}

async function resultsOf(
  { writ }: Explorer,
  projects: ReadonlySet<string>,
  token: CancellationToken,
): Promise<ReadonlyMap<string, ExpectationRun>> {
  const all = new Map<string, ExpectationRun>();
  for (const project of projects) {
    const result = await writ.client.sendRequest<TestRunResult | null>(runTestsRequest, { project }, token);
    if (result !== null) for (const [id, outcome] of resultsById(project, result)) all.set(id, outcome);
  }
  return all;
}

/** One that is gone by now is skipped: it has not passed. */
function tell(run: TestRun, item: TestItem, result: ExpectationRun | undefined): void {
  if (result === undefined) run.skipped(item);
  else if (result.outcome === 'held') run.passed(item);
  else if (result.outcome === 'failed') run.failed(item, messages(run, item, result));
  else run.errored(item, messages(run, item, result));
}

/**
 * The editor writes messages over the end of the line, and leaves them there when other text makes them untrue. Where an
 * answer stands there that follows the text, the same is said in the output of the run: without a place, or that would be
 * written over the line, too.
 */
function messages(run: TestRun, item: TestItem, { outcome, expected, reason, example }: ExpectationRun): TestMessage[] {
  const actual = outcome === 'error' ? l10n.t('cannot be evaluated: {0}', reason) : reason;
  const on = example === undefined ? [] : [l10n.t('counterexample: {0}', example)];
  if (workspace.getConfiguration('writ').get('inlineAnswers.enabled', true)) {
    const lines = [
      item.label,
      `  ${l10n.t('expected: {0}', expected)}`,
      `  ${l10n.t('actual: {0}', actual)}`,
      ...on.map((each) => `  ${each}`),
    ];
    run.appendOutput(`${lines.join('\r\n')}\r\n`, undefined, item);
    return [];
  }
  const message = TestMessage.diff([actual, ...on].join('\n'), expected, [actual, ...on].join('\n'));
  const { uri, range } = item;
  if (uri !== undefined && range !== undefined) message.location = new Location(uri, range);
  return [message];
}

async function addCoverage({ writ }: Explorer, { run, projects }: Ran): Promise<void> {
  for (const project of projects) {
    const parts = await writ.client.sendRequest<CoveredPart[] | null>(coverageRequest, { project });
    for (const file of coverageByFile(parts ?? [])) run.addCoverage(file);
  }
}

/** Several explanations at once would help nobody: the first that does not hold, else the first. */
async function explainFirst({ writ, nodes }: Explorer, { items, results }: Ran): Promise<void> {
  const item = items.find(({ id }) => results.get(id)?.outcome !== 'held') ?? items[0];
  const node = item && nodes.get(item);
  if (node?.range === undefined) return;
  const params = { textDocument: { uri: node.uri }, position: node.range.start };
  const result = await writ.client.sendRequest<MarkdownResult | null>(explainQueryRequest, params);
  if (result !== null) await writ.explanations.show(l10n.t('Why this outcome'), result.markdown);
}
