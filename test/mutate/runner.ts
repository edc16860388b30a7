// Runs the tests for Stryker, in the process that has the changed code: loaded once, those first that are most likely to fail soonest.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Script } from 'node:vm';
import { patienceVariable } from './folders.ts';
import { forget, hasKept } from './forgetting.ts';
import { loadTests, type Test } from './tests.ts';

/** What the changed code and Stryker share. */
interface Instrumented {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { readonly perTest: Readonly<Record<string, Readonly<Record<string, number>>>> };
}

/** What is asked of a run; the parts of Stryker's own types that are used here. */
interface MutantRun {
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
  readonly activeMutant: { readonly id: string; readonly fileName: string };
  readonly mutantActivation?: 'runtime' | 'static';
}

interface TestResult {
  readonly id: string;
  readonly name: string;
  readonly timeSpentMs: number;
  readonly fileName: string;
  readonly status: number;
  readonly failureMessage?: string;
}

/** What a process knows of the tests: how long each takes, how often each change is met in it, what it has noticed. */
interface Known {
  readonly ms: Map<string, number>;
  readonly hits: Map<string, Readonly<Record<string, number>>>;
  /** For each file, how often each test was asked about a change in it, and how often it failed. */
  readonly record: Map<string, Map<string, { asked: number; failed: number }>>;
}

const [success, failed] = [0, 1];
/** As often as before may a change be met before it counts as a loop without end: Stryker's own measure, taken test by test. */
const mostTimesAsOften = 100;
/** As long as before, and this much longer, may a test take. */
const mostTimesAsLong = 10;
const patienceMs = 800;

/** How long the tests that are tried on one change may take together; what is noticed later counts as surviving. */
const mostMs = Number(process.env[patienceVariable] ?? Infinity);

/** Outlives the process: Stryker starts a new one after a test that did not end. */
const memory = 'mutate-known.json';

const shared = globalThis as unknown as { __stryker__?: Instrumented; runWritTest?: () => unknown };
const instrumented: Instrumented = shared.__stryker__ ?? {};
shared.__stryker__ = instrumented;

function recalled(): Known {
  const known = existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : { ms: [], hits: [] };
  return { ms: new Map(known.ms), hits: new Map(known.hits), record: new Map() };
}

function remember({ ms, hits }: Known): void {
  writeFileSync(memory, JSON.stringify({ ms: [...ms], hits: [...hits] }));
}

const inTime = new Script('runWritTest()');

type Outcome = { readonly is: 'passed' } | { readonly is: 'failed' | 'endless'; readonly message: string };

function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Runs a test; one that takes no turn of the event loop is ended when its time is over. */
async function run(test: Test, limitMs: number | undefined): Promise<Outcome> {
  shared.runWritTest = test.run;
  try {
    await inTime.runInThisContext(limitMs === undefined ? {} : { timeout: limitMs });
  } catch (error) {
    const isOver = error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    return { is: isOver ? 'endless' : 'failed', message: said(error) };
  }
  return { is: 'passed' };
}

const texts = new Map<string, string>();

/** Whether the tests are named for the file or import it. */
function isOf(test: string, file: string): boolean {
  const text = texts.get(test) ?? readFileSync(test, 'utf8');
  texts.set(test, text);
  return path.basename(test).startsWith(path.basename(file, '.ts')) || text.includes(`/${path.basename(file)}'`);
}

/** Tests by how much of a chance a second with each of them is. */
function inOrder(tests: readonly Test[], { ms, record }: Known, file: string): Test[] {
  const worth = (test: Test): number => {
    const { asked = 0, failed: noticed = 0 } = record.get(file)?.get(test.id) ?? {};
    // The file's own tests first, as long as nothing else is known.
    const before = isOf(test.file, file) ? 10 : 0.5;
    return (noticed + before) / (asked + 1) / ((ms.get(test.id) ?? 1) + 1);
  };
  return [...tests].sort((a, b) => worth(b) - worth(a));
}

function note({ record }: Known, file: string, id: string, noticed: boolean): void {
  const ofFile = record.get(file) ?? new Map<string, { asked: number; failed: number }>();
  record.set(file, ofFile);
  const of = ofFile.get(id) ?? { asked: 0, failed: 0 };
  ofFile.set(id, { asked: of.asked + 1, failed: of.failed + (noticed ? 1 : 0) });
}

async function dryRun(tests: readonly Test[], known: Known) {
  const results: TestResult[] = [];
  for (const test of tests) {
    instrumented.currentTestId = test.id;
    forget();
    const started = performance.now();
    const outcome = await run(test, undefined);
    const timeSpentMs = performance.now() - started;
    known.ms.set(test.id, timeSpentMs);
    const message = outcome.is === 'passed' ? {} : { failureMessage: outcome.message };
    const status = outcome.is === 'passed' ? success : failed;
    results.push({ id: test.id, name: test.id, timeSpentMs, fileName: test.file, status, ...message });
  }
  instrumented.currentTestId = undefined;
  // What is run below counts for nothing.
  const mutantCoverage = structuredClone(instrumented.mutantCoverage);
  for (const [id, hits] of Object.entries(mutantCoverage?.perTest ?? {})) known.hits.set(id, hits);
  remember(known);
  // Whatever fails without any change would be taken for a test that notices every one.
  const unchanged = await mutantRun(tests, known, { activeMutant: { id: 'none', fileName: '' } });
  if (unchanged.status !== 'survived')
    throw new Error(`a test fails although nothing is changed: ${JSON.stringify(unchanged)}`);
  return { status: 'complete', tests: results, mutantCoverage };
}

/** Runs the tests that meet a change until one fails. */
async function mutantRun(tests: readonly Test[], known: Known, { testFilter, hitLimit, activeMutant }: MutantRun) {
  const { id, fileName } = activeMutant;
  const asked = new Set(testFilter);
  let [nrOfTests, spentMs] = [0, 0];
  for (const test of inOrder(testFilter ? tests.filter((each) => asked.has(each.id)) : tests, known, fileName)) {
    if (spentMs > mostMs) break;
    spentMs += known.ms.get(test.id) ?? 0;
    const hits = known.hits.get(test.id)?.[id];
    Object.assign(instrumented, { activeMutant: id, hitCount: 0 });
    instrumented.hitLimit = hits === undefined ? hitLimit : hits * mostTimesAsOften;
    forget();
    const ms = known.ms.get(test.id);
    const outcome = await run(test, ms === undefined ? undefined : Math.ceil(ms * mostTimesAsLong + patienceMs));
    const hitCount = instrumented.hitCount ?? 0;
    const isOver = hitCount > (instrumented.hitLimit ?? Infinity);
    Object.assign(instrumented, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    nrOfTests++;
    const isEndless = outcome.is === 'endless' || isOver;
    note(known, fileName, test.id, outcome.is !== 'passed');
    if (isEndless) {
      // What was ended in the middle may have left something half done.
      forget();
      const isSpoiled = outcome.is === 'endless' && (await run(test, undefined)).is !== 'passed';
      return { status: 'timeout', reason: `${test.id} does not end`, isSpoiled };
    }
    if (outcome.is === 'failed')
      return { status: 'killed', killedBy: [test.id], failureMessage: outcome.message.slice(0, 500), nrOfTests };
  }
  return { status: 'survived', nrOfTests };
}

/** The plugin: one runner for each process. */
function createRunner() {
  const known = recalled();
  let tests: readonly Test[] | undefined;
  let isSpoiled = false;
  return {
    // What was imported stays imported: Stryker starts a new process for a change to code that runs when it is loaded.
    capabilities: () => ({ reloadEnvironment: false }),
    dryRun: async () => {
      tests ??= await loadTests();
      return dryRun(tests, known);
    },
    mutantRun: async (options: MutantRun) => {
      // Ends here, and is asked again by Stryker in a new process: this one may still hold what the last change made.
      if (isSpoiled) process.exit(1);
      instrumented.activeMutant = options.mutantActivation === 'static' ? options.activeMutant.id : undefined;
      try {
        tests ??= await loadTests();
      } catch (error) {
        return { status: 'killed', killedBy: [], failureMessage: `cannot be loaded: ${said(error)}`, nrOfTests: 0 };
      }
      const result = await mutantRun(tests, known, options);
      isSpoiled = result.isSpoiled === true || (await hasKept(options.activeMutant.fileName));
      return result;
    },
  };
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'writ', factory: createRunner }];
