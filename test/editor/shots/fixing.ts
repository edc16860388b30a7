// What can be done about a finding: fixes with what they do to access, hiding it with a reason, and what would allow a refusal.
import type { Stage } from './stage.ts';

/** The menu of the light bulb at a policy without effect, and what its last entry writes. */
export async function fixing(stage: Stage): Promise<void> {
  await stage.open('desk.writ');
  await stage.see('.squiggly-warning');
  await stage.see('.codelens-decoration', 'used');
  await stage.goTo('"Open tickets"');
  await stage.get('Quick Fix...', '.action-widget .monaco-list-row');
  await stage.shot('fixes');
  await stage.page.keyboard.press('Escape');

  await stage.goTo('Bot }');
  await stage.get('Quick Fix...', '.action-widget .monaco-list-row');
  await stage.shot('members');
  await stage.page.keyboard.press('Escape');

  await stage.goTo('"Open tickets"');
  await stage.get('Quick Fix...', '.action-widget .monaco-list-row');
  const ignore = await stage.see('.action-widget .monaco-list-row', 'Ignore');
  await ignore.click();
  await stage.see('.view-lines', 'writ-ignore');
  await stage.shot('ignored');
}

/** The steps from a person to what they borrow, as places beside the finding. */
export async function escalating(stage: Stage): Promise<void> {
  await stage.open('desk.writ');
  await stage.see('.squiggly-error');
  await stage.see('.codelens-decoration', 'used');
  await stage.run('Problems: Focus on Problems View');
  await stage.see('.markers-panel .monaco-list-row', 'may use the account');
  await stage.shot('problems');
}

/** Why somebody may not, with what would let them. */
export async function refusing(stage: Stage): Promise<void> {
  await stage.open('questions.writ');
  await stage.see('.squiggly-error');
  await stage.goTo('query ben');
  await stage.get('Show or Focus Hover', '.monaco-hover:not(.hidden) .hover-contents');
  await stage.shot('query');
  await stage.page.keyboard.press('Escape');

  await stage.goTo('expect ben');
  await stage.get('Show or Focus Hover', '.monaco-hover:not(.hidden) .hover-contents');
  await stage.shot('expectation');
  await stage.page.keyboard.press('Escape');

  await stage.get('Quick Fix...', '.action-widget .monaco-list-row');
  await stage.shot('fixes');
}

/** `writ.json` as the editor helps to write it. */
export async function configuring(stage: Stage): Promise<void> {
  const { keyboard } = stage.page;
  await stage.open('writ.json');
  await stage.goTo('confused-deputy');
  await stage.get('Show or Focus Hover', '.monaco-hover:not(.hidden) .hover-contents');
  await stage.shot('rule-hover');
  await keyboard.press('Escape');

  await stage.goTo('"off"');
  await keyboard.press('Control+Space');
  await stage.see('.suggest-widget.visible .monaco-list-row');
  await stage.shot('severities');
  await keyboard.press('Escape');

  await stage.goTo('"vague-name"');
  await keyboard.press('Enter');
  await keyboard.press('ArrowUp');
  await keyboard.press('Control+Space');
  await stage.see('.suggest-widget.visible .monaco-list-row');
  await stage.shot('rules');
  await keyboard.press('Escape');

  await stage.goTo('"adminSeesAllRecords"');
  await stage.get('Show or Focus Hover', '.monaco-hover:not(.hidden) .hover-contents');
  await stage.shot('semantics');
}
