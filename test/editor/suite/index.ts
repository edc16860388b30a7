// Runs inside VS Code's extension host: mocha over the bundled test files that the runner names, results into a file.
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { format } from 'node:util';

/** Long, since the machine may be running several editors at once; tests wait for what they expect and never for a time. */
const TIMEOUT_MS = 120_000;

/** What @vscode/test-electron calls. Rejects when a test failed. */
export async function run(): Promise<void> {
  // Mocha is an ES module and this bundle is not: imported, not required, it is itself and not a wrapper around it.
  const { default: Mocha } = await import('mocha');
  const { WRIT_RESULTS: results, WRIT_TESTS: tests = '[]', WRIT_GREP: grep } = process.env;
  let text = '';
  Mocha.reporters.Base.consoleLog = (...args: readonly unknown[]) => {
    text += `${format(...args)}\n`;
  };
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: TIMEOUT_MS, reporter: 'spec' });
  if (grep !== undefined) mocha.grep(grep);
  for (const file of JSON.parse(tests)) mocha.addFile(String(file));
  await mocha.loadFilesAsync();
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (results !== undefined) writeFileSync(results, JSON.stringify({ ...runner.stats, text }));
      if (failures > 0) reject(new Error(`${failures} tests failed`));
      else resolve();
    });
  });
}
