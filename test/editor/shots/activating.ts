// How long the extension takes to be activated, as VS Code itself measures it and lists it.
import type { Stage } from './stage.ts';

/** Prints the times beside the picture, those of other extensions too: only beside each other do they mean something. The list is of the window that has just been opened on a project. */
export async function activating(stage: Stage): Promise<void> {
  await stage.see('.statusbar-item', 'Layout');
  await stage.open('service-desk.writ');
  await stage.see('.codelens-decoration');
  await stage.run('Developer: Show Running Extensions');
  await stage.see('.runtime-extensions-editor .monaco-list-row', 'Writ');
  for (const row of await stage.page.locator('.runtime-extensions-editor .monaco-list-row').all()) {
    const name = await row.locator('.name').first().textContent();
    console.log(`${name?.trim()}: ${(await row.locator('.activation-time').textContent())?.trim()}`);
  }
  await stage.shot('list');
}
