// What a change does to access, compared with HEAD: lenses, the status bar, the tree, and a state of before.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commitAll, initIn } from '../../support/git.ts';
import type { Stage } from './stage.ts';

const file = 'service-desk.writ';

/** Those further down are there, too, and not shown. */
const lens = '.codelens-decoration:visible';

/** A commit of the sample, and some changes behind it. */
export function changeDesk(folder: string): void {
  initIn(folder);
  commitAll(folder);
  const full = path.join(folder, file);
  const text = readFileSync(full, 'utf8')
    .replace('when Status is not "Closed" }', 'when Status is one of ("New", "Open") }')
    .replace('CREATE_RECORDS, UPDATE_RECORDS, edit on', 'CREATE_RECORDS, UPDATE_RECORDS, DELETE_RECORDS, edit on')
    .replace('grants READ_RECORDS, READ_ATTACHMENTS', 'grants READ_RECORDS');
  writeFileSync(full, text);
}

export async function comparing(stage: Stage): Promise<void> {
  await stage.open(file);
  await stage.see('.statusbar-item', 'vs HEAD');
  await stage.goTo('role "Desk Agent"');
  await stage.see(lens, 'vs HEAD');
  await stage.shot('lenses');

  await stage.see(`${lens} a`, 'vs HEAD').then((found) => found.click());
  await stage.see('.pane-body .monaco-list-row', 'Gained');
  await stage.page.mouse.move(1200, 790);
  await stage.shot('tree');

  // From what the lens led to, to what was lost, and into it.
  await stage.see('.pane-body .monaco-list-row', '"Security Watch"').then((row) => row.click());
  await stage.page.keyboard.press('ArrowRight');
  await stage.page.mouse.move(1200, 790);
  await stage.shot('entry');

  await stage.palette('Writ: Generate Expectations from', 'Generate Expectations from the Difference');
  await stage.page.keyboard.press('Enter');
  await stage.see('.quick-input-list .monaco-list-row', 'As it is now');
  await stage.shot('which-state');
  await stage.page.keyboard.press('Enter');
  await stage.see('.view-lines', 'Changed since HEAD');
  await stage.shot('expected');

  await stage.palette('Writ: Compare Access with', 'Compare Access with');
  await stage.page.keyboard.press('Enter');
  await stage.see('.quick-input-list .monaco-list-row', 'HEAD');
  await stage.shot('choice');
}

/** No repository: what the view says then. */
export async function comparingNothing(stage: Stage): Promise<void> {
  await stage.open(file);
  await stage.see('.codelens-decoration');
  await stage.run('Writ: Focus on Access Difference View');
  await stage.see('.welcome-view', 'Compare Access');
  await stage.shot('welcome');
}
