// The entry of the command line: runs what the arguments say on this machine, and ends with its status.
import process from 'node:process';
import { nodeHost } from './node-host.ts';
import { printable } from './printable.ts';
import { run } from './run.ts';

/** Output that is still on its way is written before the process ends: nothing here calls for its end. */
async function main(): Promise<void> {
  process.stdout.on('error', outputFailed);
  // Where nobody can be told, there is nobody to tell that.
  process.stderr.on('error', () => undefined);
  const status = await run(process.argv.slice(2), nodeHost());
  process.exitCode = process.exitCode === 2 ? 2 : status;
}

function outputFailed(error: NodeJS.ErrnoException): void {
  // Whoever reads the output may have had enough of it, as `head` has: that is no fault.
  if (error.code !== 'EPIPE') fail(`the output could not be written (${error.code ?? error.message})`);
}

function fail(message: string): void {
  process.exitCode = 2;
  process.stderr.write(`writ: ${printable(message)}\n`);
}

main().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
