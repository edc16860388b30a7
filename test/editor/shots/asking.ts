// The service desk: answers at the ends of queries, what somebody may do, and the explanation of a question.
import type { Stage } from './stage.ts';

export async function asking(stage: Stage): Promise<void> {
  await stage.open('questions.writ');
  await stage.see('.codelens-decoration', 'Why');
  await stage.shot('answers');

  await stage.goTo('who can DELETE_RECORDS');
  await stage.get('Show or Focus Hover', '.monaco-hover:not(.hidden) .hover-contents');
  await stage.shot('query-hover');
  await stage.page.keyboard.press('Escape');

  await stage.goTo('linnea can READ_RECORDS');
  await stage.run('Writ: Explain Query at Cursor');
  await stage.see('.tab.active', 'Explanation');
  await stage.shot('explanation');
}

/** Hovers: a role, a person, a permission. */
export async function hovering(stage: Stage): Promise<void> {
  await stage.open('service-desk.writ');
  await stage.see('.codelens-decoration', 'held by');
  await stage.goTo('Desk Agent"');
  await stage.get('Show or Focus Hover', '.monaco-hover:not(.hidden) .hover-contents');
  await stage.shot('role-hover');
  await stage.page.keyboard.press('Escape');

  await stage.goTo('UPDATE_RECORDS');
  await stage.get('Show or Focus Hover', '.monaco-hover:not(.hidden) .hover-contents');
  await stage.shot('permission');
  await stage.page.keyboard.press('Escape');
  await stage.goTo('"Service Desk Team"');
  await stage.get('Show or Focus Hover', '.monaco-hover:not(.hidden) .hover-contents');
  await stage.shot('group');
}

/** *Evaluate Access* from its first pick to its document. */
export async function evaluating(stage: Stage): Promise<void> {
  await stage.open('questions.writ');
  await stage.see('.codelens-decoration', 'Why');
  await stage.run('Writ: Evaluate Access…');
  await stage.see('.quick-input-list .monaco-list-row');
  await stage.shot('who');
  await pick(stage, 'linnea');
  await stage.shot('permission');
  await pick(stage, 'UPDATE_RECORDS');
  await stage.shot('place');
  await pick(stage, 'Service Desk');
  await stage.shot('record');
}

/** The answer as a tree in the side bar, what if, and who can as a list. */
export async function supposing(stage: Stage): Promise<void> {
  await stage.open('service-desk.writ');
  await stage.see('.view-lines', 'Service Desk');
  await stage.run('Writ: Evaluate Access…');
  await stage.see('.quick-input-list .monaco-list-row');
  await pick(stage, 'linnea');
  await pick(stage, 'DELETE_RECORDS');
  await pick(stage, 'Service Desk');
  await choose(stage, 'For any record');
  await stage.see('.tree-explorer-viewlet-tree-view .monaco-list-row', 'what would allow it');
  await stage.see('.tab', 'linnea - DELETE_RECORDS');
  await stage.shot('tree');
  // What is rendered beside takes the keys otherwise.
  await stage.page
    .locator('.view-lines')
    .first()
    .click({ position: { x: 200, y: 30 } });
  await stage.run('Writ: What If…');
  await stage.see('.quick-input-list .monaco-list-row');
  await choose(stage, 'Desk Team');
  await stage.see('.tree-explorer-viewlet-tree-view .monaco-list-row', 'what if');
  await stage.shot('what-if');
  await stage.page.mouse.move(1200, 790);
  await stage.run('Writ: Who Can…');
  await stage.see('.quick-input-list .monaco-list-row');
  await pick(stage, 'READ_RECORDS');
  await pick(stage, 'Service Desk');
  await stage.see('.quick-input-list .monaco-list-row', 'role');
  await stage.shot('who-can');
}

/** Picks what a dialogue has, and waits for the next one. */
async function pick(stage: Stage, text: string): Promise<void> {
  const title = stage.page.locator('.quick-input-title');
  const before = (await title.textContent()) ?? '';
  await choose(stage, text);
  await title.filter({ hasNotText: before }).waitFor();
  await stage.see('.quick-input-list .monaco-list-row');
}

/** Picks what the last dialogue has. */
async function choose(stage: Stage, text: string): Promise<void> {
  await stage.page.keyboard.insertText(text);
  await stage.see('.quick-input-list .monaco-list-row.focused', text);
  await stage.page.keyboard.press('Enter');
}

/** The over-grown organization: what a reviewer is shown. */
export async function reviewing(stage: Stage): Promise<void> {
  await stage.open('claims.writ');
  await stage.see('.squiggly-error');
  await stage.see('.codelens-decoration', 'held by');
  await stage.run('Problems: Focus on Problems View');
  await stage.see('.markers-panel .monaco-list-row', 'Ln ');
  await stage.shot('problems');
}
