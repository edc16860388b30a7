// Who stands for what by colour, and what is granted to whom as a call hierarchy.
import type { Stage } from './stage.ts';

const row = '.sidebar .monaco-list-row';

/** Shows what a name is granted by in the side bar, and opens one step of it. */
async function follow(stage: Stage, name: string, step: string): Promise<void> {
  await stage.goTo(name);
  await stage.get('Calls: Show Call Hierarchy', `${row}[aria-level="2"]`);
  await stage.see(row, step).then((found) => found.click());
  await openRow(stage);
}

/** What the row that was clicked leads to; the mouse goes where it shows nothing. */
async function openRow(stage: Stage): Promise<void> {
  await stage.page.mouse.move(1200, 790);
  await stage.page.keyboard.press('ArrowRight');
  await stage.see(`${row}[aria-level="3"]`);
}

export async function granting(stage: Stage): Promise<void> {
  await stage.open('people.writ');
  // Struck out: who is inactive.
  await stage.see('.view-line .mtks');
  await stage.shot('people');

  await stage.open('service-desk.writ');
  await stage.see('.codelens-decoration');
  await stage.shot('colours');
  await stage.goTo('policy "Requesters');
  await stage.shot('conditions');

  await follow(stage, 'UPDATE_RECORDS', 'Desk Agent');
  await stage.shot('granted-by');
  await stage.run('Calls: Show Outgoing Calls');
  await stage.see(row, 'Desk Agent').then((found) => found.click());
  await openRow(stage);
  await stage.shot('grants-to');
}
