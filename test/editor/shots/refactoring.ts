// What the editor does to text: the menu of refactorings, a group that is extracted and named, a rename looked at before it is made.
import type { Stage } from './stage.ts';

const menu = '.action-widget .monaco-list-row';

export async function refactoring(stage: Stage): Promise<void> {
  const { keyboard } = stage.page;
  await stage.open('desk.writ');
  await stage.see('.squiggly-warning');
  await stage.goTo('"Desk Agent"');
  await stage.get('Refactor...', menu);
  await stage.shot('menu');
  await keyboard.press('Escape');

  await stage.goTo('ana, chloe');
  await stage.get('Refactor...', menu);
  await (await stage.see(menu, 'into a new group')).click();
  await stage.see('.rename-box input:focus');
  await stage.shot('extracted');
  await keyboard.press('Escape');

  await stage.goTo('Agents   {');
  await stage.get('Rename Symbol', '.rename-box input:focus');
  await keyboard.insertText('Clerks');
  await keyboard.press('Control+Enter');
  await stage.see('.refactor-preview, .refactorings-panel, .bulk-edit-panel', '');
  await stage.shot('preview');
}
