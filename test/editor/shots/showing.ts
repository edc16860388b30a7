// What is shown between the lines: hints and lenses of the desk, of its people and questions, and signature help.
import type { Stage } from './stage.ts';

export async function showing(stage: Stage): Promise<void> {
  await stage.open('service-desk.writ');
  await stage.see('.codelens-decoration', 'held by');
  await stage.see('.view-lines', ' people');
  await stage.shot('desk');

  await stage.goTo('"Closed" }');
  await stage.get('Trigger Parameter Hints', '.parameter-hints-widget.visible');
  await stage.shot('signature');
  await stage.page.keyboard.press('Escape');

  await stage.open('people.writ');
  await stage.shot('people');

  await stage.open('questions.writ');
  await stage.see('.codelens-decoration', 'Why');
  await stage.see('.view-lines', 'allowed');
  await stage.shot('questions');

  await stage.page.keyboard.press('ControlOrMeta+End');
  await stage.page.keyboard.insertText('\nquery who can');
  await stage.page.waitForTimeout(1000);
  await stage.shot('stale');
}
