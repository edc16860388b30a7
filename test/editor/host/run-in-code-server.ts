// Runs an extension's test suite in the extension host of a VS Code server, with its workbench in a headless browser.
import { mkdirSync } from 'node:fs';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { at } from '../../../scripts/places.ts';
import { launchBrowser } from './browser.ts';
import { ensureCodeServer, type Profile, startServer } from './code-server.ts';
import { homeIn, inTemporaryFolder } from './profile.ts';

export type SuiteRun = {
  /** Gives the page of the workbench, by the origin of its server. */
  readonly address: (origin: string) => string;
  readonly profile: Pick<Profile, 'userData' | 'extensions'>;
  readonly timeoutMs: number;
  /** With workspace trust on, as the settings of the profile have it. */
  readonly isUntrusted?: boolean;
  /** For an extension that the page fetches from elsewhere: what it has to know before it is opened. */
  readonly elsewhere?: (page: Page, origin: string) => Promise<void>;
};

/** How a run ended: with the suite's own status, or because VS Code failed or fell silent. */
export type SuiteEnd = { readonly code: number; readonly why?: string; readonly logged: readonly string[] };

type End = Omit<SuiteEnd, 'logged'>;

const shownLines = 20;
/** Said on every start by parts whose native logging was not built; they mean nothing. */
const harmless = /bindings file|watchdog/i;

/** Follows the page until VS Code reports the end of the suite through the two functions that its test driver calls. */
function watch(page: Page, timeoutMs: number, lines: string[]): Promise<End> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ code: 2, why: `no result within ${timeoutMs / 1000} s` }), timeoutMs);
    const end = (result: End): void => {
      clearTimeout(timer);
      resolve(result);
    };
    page.on('crash', () => end({ code: 2, why: 'the workbench crashed' }));
    page.on('close', () => end({ code: 2, why: 'the browser ended' }));
    page.on('pageerror', (error) => lines.push(`workbench: ${error.message}`));
    const bound = [
      page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
        lines.push(`${type}: ${format(...args)}`);
      }),
      page.exposeFunction('codeAutomationExit', (code: number) => end({ code })),
    ];
    Promise.all(bound).catch((error: Error) => end({ code: 2, why: error.message }));
  });
}

/** What helps to see why VS Code gave no result: a picture, and the last lines that were logged. */
async function report(page: Page, lines: readonly string[], serverLog: string): Promise<void> {
  const picture = at('.cache', 'editor-failure.png');
  mkdirSync(at('.cache'), { recursive: true });
  await page.screenshot({ path: picture }).catch(() => undefined);
  console.error(`a picture of the workbench is in ${picture}`);
  for (const line of lines.filter((each) => !harmless.test(each)).slice(-shownLines)) console.error(line.slice(0, 600));
  console.error(serverLog.split('\n').slice(-shownLines).join('\n'));
}

/** Runs one suite to its end. The caller still has to read the results: a suite that is killed ends with 0 as well. */
export async function runInCodeServer(run: SuiteRun): Promise<SuiteEnd> {
  await ensureCodeServer();
  return inTemporaryFolder(async (folder) => {
    const profile = { ...run.profile, serverData: folder };
    const server = await startServer({
      profile,
      isForTests: true,
      isUntrusted: run.isUntrusted === true,
      env: homeIn(folder),
    });
    const isElsewhere = run.elsewhere !== undefined;
    const browser = await launchBrowser(isElsewhere ? ['--disable-features=LocalNetworkAccessChecks'] : []).catch(
      async (error: unknown) => {
        await server.stop();
        throw error;
      },
    );
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, bypassCSP: isElsewhere });
      const lines: string[] = [];
      const ended = watch(page, run.timeoutMs, lines);
      await run.elsewhere?.(page, server.origin);
      await page.goto(run.address(server.origin));
      const end = await ended;
      if (end.why !== undefined) await report(page, lines, server.log());
      return { ...end, logged: lines };
    } finally {
      await browser.close().catch(() => undefined);
      await server.stop();
    }
  });
}
