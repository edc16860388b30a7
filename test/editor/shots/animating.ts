// What the animation of the README is made of: a question is typed, then a policy and a role, and the answer and the lenses follow.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commitAll, initIn } from '../../support/git.ts';
import type { Stage } from './stage.ts';

/** The editor alone, without what stands around it. */
const clip = { x: 352, y: 90, width: 928, height: 610 };

/** A commit of the project without what a finding would distract from. */
export function commitDescribed(folder: string): void {
  const file = path.join(folder, 'desk.writ');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('role Agent {\n', 'role Agent {\n    description "Answers tickets"\n'));
  initIn(folder);
  commitAll(folder);
}

export async function animating(stage: Stage): Promise<void> {
  const { keyboard } = stage.page;
  const type = (text: string) => keyboard.insertText(text);
  await stage.open('desk.writ');
  await stage.see('.codelens-decoration');
  await keyboard.press('ControlOrMeta+End');
  await stage.shot('1', clip);
  await type('\nquery bob can READ_RECORDS in "Service Desk"');
  await stage.see('.codelens-decoration', 'Why');
  await stage.shot('2', clip);
  await stage.goTo('"Open"\n');
  await keyboard.press('End');
  await type(' or Status is "New"');
  await stage.see('.codelens-decoration', 'HEAD');
  await stage.shot('3', clip);
  await stage.goTo('READ_RECORDS\n');
  await keyboard.press('End');
  await type(', DELETE_RECORDS');
  await stage.see('.codelens-decoration', '+2');
  await keyboard.press('Escape');
  await stage.shot('4', clip);
}
