// A file with a mistake: what the editor shows of it, the problems, a hover, a completion and the commands.
import type { Stage } from './stage.ts';

export async function editing(stage: Stage): Promise<void> {
  await stage.open('desk.writ');
  await stage.see('.squiggly-error');
  await stage.see('.codelens-decoration', 'used');
  await stage.shot('editor');

  await stage.run('Problems: Focus on Problems View');
  await stage.see('.markers-panel .monaco-list-row', 'Ln ');
  await stage.shot('problems');
  await stage.run('View: Hide Panel');

  await stage.open('desk.writ');
  await stage.goTo('Agents {');
  await stage.get('Show or Focus Hover', '.monaco-hover:not(.hidden) .hover-contents');
  await stage.shot('hover');
  await stage.page.keyboard.press('Escape');

  await stage.goTo('// end');
  await stage.page.keyboard.press('Control+Space');
  await stage.see('.suggest-widget.visible .monaco-list-row');
  await stage.shot('completion');
  await stage.page.keyboard.press('Escape');

  await stage.palette('Writ: ', 'Writ: ');
  await stage.shot('commands');
}
