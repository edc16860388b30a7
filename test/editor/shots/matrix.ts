// The matrix in its panel: what it shows, what keys do in it, its filters, its comparison and its explanation.
import { strict as assert } from 'node:assert';
import type { FrameLocator } from 'playwright-core';
import type { Stage } from './stage.ts';

/** The page in the panel that is in front. */
export function pageOf(stage: Stage): FrameLocator {
  return stage.page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
}

async function choose(stage: Stage, text: string): Promise<void> {
  await stage.see('.quick-input-list .monaco-list-row');
  await stage.page.keyboard.insertText(text);
  await stage.see('.quick-input-list .monaco-list-row.focused', text.split(' ').at(-1));
  await stage.page.keyboard.press('Enter');
}

export async function showingMatrix(stage: Stage): Promise<void> {
  await stage.open('service-desk.writ');
  await stage.see('.codelens-decoration');
  await stage.run('Writ: Show Effective Permissions…');
  await choose(stage, '"Service Desk" app');
  const page = pageOf(stage);
  await page.locator('[role=gridcell]').first().waitFor();
  await stage.shot('place');

  const grid = page.locator('#grid');
  const active = () => page.locator('.cell.active');
  await grid.focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'End', 'Control+Home', 'PageDown', 'Home'])
    await stage.page.keyboard.press(key);
  await page.locator('.row.active .cell.active[id$="-0"]:not([id^="cell-0-"])').waitFor();
  assert.equal(await active().count(), 1);

  await stage.page.keyboard.press('/');
  await stage.page.keyboard.insertText('user');
  await page.locator('#permissions').fill('records');
  await page.locator('#permissions').press('Enter');
  await page.locator('#count', { hasText: / of 20 principals, 17 of/ }).waitFor();
  await stage.page.keyboard.press('Control+Home');
  for (let i = 0; i < 8; i++) await stage.page.keyboard.press('ArrowRight');
  await page.locator('#said', { hasText: 'astrid, READ_RECORDS: allowed when' }).waitFor();
  await stage.shot('filtered');

  await page.locator('#compare').click();
  await choose(stage, 'A principal…');
  await choose(stage, 'bilal');
  await page.locator('#against', { hasText: 'compared with bilal' }).waitFor();
  await page.locator('.cell.lost').first().waitFor();
  await stage.shot('compared');

  await grid.focus();
  await stage.page.keyboard.press('Enter');
  await stage.see('.tab', 'astrid - READ_RECORDS');
  await stage.shot('why');
}

/** A panel that was open comes back with the window: what it is about, its comparison and its filters, answered anew. */
export async function reloadingMatrix(stage: Stage): Promise<void> {
  await stage.open('service-desk.writ');
  await stage.see('.codelens-decoration');
  await stage.run('Writ: Show Effective Permissions…');
  await choose(stage, '"Service Desk" app');
  const page = pageOf(stage);
  await page.locator('#cell-0-0').waitFor();
  await page.locator('#compare').click();
  await choose(stage, 'A principal…');
  await choose(stage, 'bilal');
  await page.locator('#against', { hasText: 'compared with bilal' }).waitFor();
  await page.locator('#only').selectOption('different');
  await page.locator('#permissions').fill('records');
  await page.locator('#permissions').press('Enter');
  const count = page.locator('#count', { hasText: / of 20 principals, 17 of/ });
  await count.waitFor();
  const before = await count.textContent();
  const loaded = stage.page.waitForEvent('load');
  await stage.run('Developer: Reload Window');
  await loaded;
  const again = pageOf(stage);
  await again.locator('#cell-0-0').waitFor();
  await again.locator('#against', { hasText: 'compared with bilal' }).waitFor();
  assert.equal(await again.locator('#count').textContent(), before);
  assert.equal(await again.locator('#permissions').inputValue(), 'records');
  assert.equal(await again.locator('#only').inputValue(), 'different');
  await stage.shot('again');
}

/** Names that would be markup, formulas, icons or turned text are names. */
export async function showingNames(stage: Stage): Promise<void> {
  await stage.open('names.writ');
  await stage.run('Writ: Show Effective Permissions…');
  await choose(stage, 'organization');
  const page = pageOf(stage);
  await page.locator('#cell-0-0').waitFor();
  assert.equal(await page.locator('img, a, #body script').count(), 0);
  const names = await page.locator('.name').allTextContents();
  for (const name of ['<img src=x onerror=alert(1)>', 'gnp.exe\\u202Etxt'])
    assert.ok(names.includes(name), names.join());
  await stage.shot('names');
}
