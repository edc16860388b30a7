// Looks at what `npm start` serves, in a headless browser: the workbench, the samples in it, and a file that Writ took for its own.
import { globSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../test/editor/host/browser.ts';

const TIMEOUT_MS = 60_000;

/** Throws unless the workbench at `url` lists what is in `folder` and shows its first .writ file as the language Writ. */
export async function checkWorkbench(url: string, folder: string): Promise<void> {
  const file = globSync('**/*.writ', { cwd: folder }).sort()[0];
  if (file === undefined) throw new Error(`no .writ file in ${folder}`);
  const address = new URL(url);
  const payload = JSON.parse(address.searchParams.get('payload') ?? '[]');
  const remote = `vscode-remote://${address.host}${path.join(folder, file)}`;
  address.searchParams.set('payload', JSON.stringify([...payload, ['openFile', remote]]));

  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(TIMEOUT_MS);
    await page.goto(address.href);
    const explorer = page.locator('.explorer-folders-view');
    for (const name of readdirSync(folder)) await explorer.getByText(name, { exact: true }).first().waitFor();
    await page.locator('.editor-instance .view-line').first().waitFor();
    await page.locator('.statusbar-item').getByText('Writ', { exact: true }).first().waitFor();
  } finally {
    await browser.close();
  }
}
