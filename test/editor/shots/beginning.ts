// The first hour: a folder without policies, the walkthrough, and a new project out of a template.
import { pageOf } from './matrix.ts';
import type { Stage } from './stage.ts';

export async function beginning(stage: Stage): Promise<void> {
  const { page } = stage;
  await stage.see('.activitybar .action-item a[aria-label^="Writ"]').then((icon) => icon.click());
  await stage.see('.welcome-view', 'New Policy Project');
  await page.mouse.move(1200, 790);
  await stage.shot('welcome');

  await stage.run('Writ: New Policy Project…');
  await stage.see('.quick-input-list .monaco-list-row', 'Contractor access');
  await stage.shot('templates');
  await page.keyboard.insertText('Contractor');
  await stage.see('.quick-input-list .monaco-list-row.focused', 'Contractor');
  await page.keyboard.press('Enter');
  await stage.see('.quick-input-list .monaco-list-row', 'Another folder');
  await stage.shot('folders');
  await page.keyboard.press('Enter');
  await stage.see('.tab.active', 'jobs.writ');
  await stage.see('.codelens-decoration');
  await stage.run('View: Show Explorer');
  await stage.see('.explorer-folders-view .monaco-list-row', 'tests.writ');
  await stage.shot('project');
}

export async function walking(stage: Stage): Promise<void> {
  const { page } = stage;
  // Beside the side bar there would be no room for the pictures.
  await stage.run('View: Toggle Primary Side Bar Visibility');
  await stage.run('Welcome: Open Walkthrough...');
  await stage.see('.quick-input-list .monaco-list-row');
  await page.keyboard.insertText('Get Started with Writ');
  await stage.see('.quick-input-list .monaco-list-row.focused', 'Writ');
  await page.keyboard.press('Enter');
  for (const title of ['Make a project', 'Ask who', 'See what is wrong', 'Look at all', 'Say what has', 'Know what']) {
    await stage.see('.getting-started-step', title).then((step) => step.click());
    await stage.see('.getting-started-step.expanded', title);
    await page.mouse.move(1200, 790);
    await stage.shot(title.toLowerCase().replaceAll(' ', '-'));
  }
}

/** Without a folder. */
export async function emptyWindow(stage: Stage): Promise<void> {
  const { page } = stage;
  await page.goto(new URL('/?ew=true', page.url()).href);
  await stage.see('.activitybar .action-item a[aria-label^="Explorer"]').then((icon) => icon.click());
  await stage.see('.welcome-view', 'New Policy Project');
  await stage.shot('explorer');
}

/** Commands, their dialogues and the page of a matrix in German. */
export async function speakingGerman(stage: Stage): Promise<void> {
  const { page } = stage;
  await stage.open('service-desk.writ');
  await stage.see('.codelens-decoration');
  await stage.palette('Writ: Zugriff', 'Zugriff');
  await stage.shot('palette');
  await page.keyboard.press('Escape');
  await stage.run('Writ: Wirksame Berechtigungen anzeigen…');
  await stage.see('.quick-input-list .monaco-list-row');
  await page.keyboard.insertText('organization');
  await stage.see('.quick-input-list .monaco-list-row.focused', 'organization');
  await page.keyboard.press('Enter');
  await stage.see('.tab', 'organization');
  await pageOf(stage).locator('#count', { hasText: 'Berechtigungen' }).waitFor();
  await stage.shot('matrix');
}
