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

/** What the walkthrough is called, and how its steps begin, each by what its picture is called. */
interface Walkthrough {
  readonly title: string;
  readonly steps: Readonly<Record<string, string>>;
}

const english: Walkthrough = {
  title: 'Get Started with Writ',
  steps: {
    project: 'Make a project',
    ask: 'Ask who',
    findings: 'See what is wrong',
    matrix: 'Look at all',
    tests: 'Say what has',
    compare: 'Know what',
  },
};

const german: Walkthrough = {
  title: 'Erste Schritte mit Writ',
  steps: {
    project: 'Ein Projekt anlegen',
    ask: 'Fragen, wer',
    findings: 'Sehen, was nicht',
    matrix: 'Alles',
    tests: 'Sagen, was wahr',
    compare: 'Wissen, was',
  },
};

export const walking = (stage: Stage): Promise<void> => walk(stage, english);

export const walkingInGerman = (stage: Stage): Promise<void> => walk(stage, german);

async function walk(stage: Stage, { title, steps }: Walkthrough): Promise<void> {
  const { page } = stage;
  // Beside the side bar there would be no room for the pictures.
  await stage.run('View: Toggle Primary Side Bar Visibility');
  await stage.run('Welcome: Open Walkthrough...');
  await stage.see('.quick-input-list .monaco-list-row');
  await page.keyboard.insertText(title);
  await stage.see('.quick-input-list .monaco-list-row.focused', title);
  await page.keyboard.press('Enter');
  for (const [name, begins] of Object.entries(steps)) {
    await stage.see('.getting-started-step', begins).then((step) => step.click());
    await stage.see('.getting-started-step.expanded', begins);
    await pageOf(stage).locator('svg').first().waitFor();
    await page.mouse.move(1200, 790);
    await stage.shot(name);
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
  await stage.run('Writ: Zugriff auswerten…');
  await stage.see('.quick-input-list .monaco-list-row');
  await stage.shot('who');
  await page.keyboard.press('Escape');
  await stage.run('Writ: Focus on Zugriffsunterschied View');
  await stage.see('.welcome-view', 'Zugriff vergleichen');
  await stage.shot('difference');
  await stage.run('Writ: Wirksame Berechtigungen anzeigen…');
  await stage.see('.quick-input-list .monaco-list-row');
  await page.keyboard.insertText('organization');
  await stage.see('.quick-input-list .monaco-list-row.focused', 'organization');
  await page.keyboard.press('Enter');
  await stage.see('.tab', 'organization');
  await pageOf(stage).locator('#count', { hasText: 'Berechtigungen' }).waitFor();
  await stage.shot('matrix');
}
