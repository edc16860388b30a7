// Runs inside VS Code's extension host in a browser: mocha over the suite, results as one line of the console.
import 'mocha/mocha.js';
import { resultsMark } from './results-mark.ts';

/** Mocha's bundle makes it global. */
declare const mocha: BrowserMocha;

const TIMEOUT_MS = 120_000;

/** Gives what a run comes to, line by line; mocha's own reporters print for pages and terminals. */
function follow(runner: Mocha.Runner): readonly string[] {
  const lines: string[] = [];
  runner.on('pass', (test) => lines.push(`  ✔ ${test.fullTitle()} (${test.duration} ms)`));
  runner.on('fail', (test, error) => lines.push(`  ✘ ${test.fullTitle()}`, `${error.stack ?? error.message}`));
  return lines;
}

/** Takes what loads each file of tests. Rejects when a test failed. */
export async function runMocha(files: readonly (() => Promise<unknown>)[], grep: string): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: TIMEOUT_MS, reporter: 'min' });
  if (grep !== '') mocha.grep(grep);
  for (const load of files) await load();
  await new Promise<void>((resolve, reject) => {
    // The instance's own `run` reads the address of a page, which a worker has not.
    const runner: Mocha.Runner = Object.getPrototypeOf(mocha).run.call(mocha, (failures: number) => {
      console.log(`${resultsMark}${JSON.stringify({ ...runner.stats, text: lines.join('\n') })}`);
      if (failures > 0) reject(new Error(`${failures} tests failed`));
      else resolve();
    });
    const lines = follow(runner);
  });
}
