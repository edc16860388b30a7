// The page of a rule, from the finding that it explains, and from there to another.
import type { Stage } from './stage.ts';

export async function readingRules(stage: Stage): Promise<void> {
  await stage.open('claims.writ');
  await stage.see('.squiggly-error');
  await stage.run('Problems: Focus on Problems View');
  const code = await stage.see('.markers-panel a.monaco-link');
  const rule = await code.textContent();
  await code.click();
  await stage.see('.tab.active', `${rule}.md`);
  const page = stage.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await page.locator('h1').waitFor();
  await stage.shot('page');

  const link = page.locator('a[href$=".md"]').first();
  const other = await link.textContent();
  await link.click();
  await stage.see('.tab.active', `${other}.md`);
  await page.locator('h1', { hasText: other ?? '' }).waitFor();
  await stage.shot('page-beside');
}
