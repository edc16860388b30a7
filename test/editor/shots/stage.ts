// The workbench as a stage for screenshots: the packaged extension installed, driven by keyboard as a person would.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { launchBrowser } from '../host/browser.ts';
import { ensureCodeServer, installVsix, startServer } from '../host/code-server.ts';
import { homeIn, inTemporaryFolder, makeProfile, quietSettings } from '../host/profile.ts';
import { workbenchUrl } from '../host/workbench.ts';

const TIMEOUT_MS = 30_000;
const PICTURE_INTERVAL_MS = 300;
const MOST_PICTURES = 20;
const TRY_MS = 6_000;
const MOST_TRIES = 5;

/** Which theme of VS Code stands for what; the key ends up in the names of the pictures. */
export const themes: Readonly<Record<string, string>> = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  contrast: 'Default High Contrast',
};

/** Nothing moves, nothing waits longer than it has to, and the letters are the same on every machine. */
const settings = {
  ...quietSettings,
  'editor.cursorBlinking': 'solid',
  'editor.fontFamily': "'DejaVu Sans Mono', monospace",
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'workbench.reduceMotion': 'on',
};

/** In pixels. */
export type Clip = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Stage = {
  readonly page: Page;
  /** Shows a file of the workspace, by its path in it, and waits until its text is there. */
  readonly open: (file: string) => Promise<void>;
  /** Puts the cursor before the first place of `needle` in the text of the file that `open` showed last, as it is on disk. */
  readonly goTo: (needle: string) => Promise<void>;
  /** Runs a command by its exact title in the palette. */
  readonly run: (title: string) => Promise<void>;
  /** Runs a command until an element is visible: a service of the editor that is still starting may give nothing. */
  readonly get: (title: string, selector: string) => Promise<void>;
  /** Opens the palette and types, without choosing; waits until an entry shows `expected`. */
  readonly palette: (text: string, expected: string) => Promise<void>;
  /** Waits until an element is visible. */
  readonly see: (selector: string, text?: string) => Promise<Locator>;
  /** Takes a picture, of the whole window or of a part of it. */
  readonly shot: (name: string, clip?: Clip) => Promise<void>;
};

export type StageOptions = {
  readonly vsix: string;
  /** Copied, so that a scene may change it. */
  readonly workspace: string;
  /** A key of `themes`. */
  readonly theme: string;
  /** Gets a picture's file name without theme and ending, and gives the file to write. */
  readonly pictureFile: (name: string, theme: string) => string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly prepare?: ((folder: string) => void) | undefined;
  /** What extensions take for the language of VS Code, whose own words stay English without its language pack. */
  readonly language?: string;
};

/** Line and column, from 1 on, of the first place of `needle`. */
function positionOf(text: string, needle: string): string {
  const offset = text.indexOf(needle);
  if (offset === -1) throw new Error(`\`${needle}\` is not in the file`);
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** Types into one of the two prompts (`F1` commands, `ControlOrMeta+P` files) and waits for an entry. */
async function prompt(page: Page, key: string, text: string, expected: string): Promise<void> {
  await page.keyboard.press(key);
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.insertText(text);
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: expected }).first().waitFor();
}

/** A picture of the page once two in a row are the same: what arrives in parts, such as a hover, has arrived. */
async function stillPicture(page: Page, clip: Clip | undefined): Promise<Buffer> {
  const part = clip === undefined ? {} : { clip };
  const take = (): Promise<Buffer> => page.screenshot({ animations: 'disabled', caret: 'initial', ...part });
  let picture = await take();
  for (let tries = 0; tries < MOST_PICTURES; tries += 1) {
    await page.waitForTimeout(PICTURE_INTERVAL_MS);
    const next = await take();
    if (next.equals(picture)) return next;
    picture = next;
  }
  return picture;
}

function makeStage(page: Page, workspace: string, options: StageOptions): Stage {
  let shown = '';
  const see: Stage['see'] = async (selector, text) => {
    const found = page
      .locator(selector)
      .filter(text === undefined ? {} : { hasText: text })
      .first();
    await found.waitFor();
    return found;
  };
  const run: Stage['run'] = async (title) => {
    await prompt(page, 'F1', title, title);
    await page.keyboard.press('Enter');
  };
  return {
    page,
    see,
    run,
    async get(title, selector) {
      for (let tries = 1; tries < MOST_TRIES; tries += 1) {
        await run(title);
        const found = page.locator(selector).first();
        if (
          await found.waitFor({ timeout: TRY_MS }).then(
            () => true,
            () => false,
          )
        )
          return;
      }
      await see(selector);
    },
    async open(file) {
      shown = path.join(workspace, file);
      await prompt(page, 'ControlOrMeta+P', file, path.basename(file));
      await page.keyboard.press('Enter');
      await see('.tab.active', path.basename(file));
      await see('.editor-instance .view-line');
    },
    async goTo(needle) {
      const position = positionOf(readFileSync(shown, 'utf8'), needle);
      await prompt(page, 'ControlOrMeta+P', `:${position}`, position.split(':')[0] ?? '');
      await page.keyboard.press('Enter');
      await see('.statusbar-item', `Ln ${position.replace(':', ', Col ')}`);
    },
    palette: (text, expected) => prompt(page, 'F1', text, expected),
    async shot(name, clip) {
      const file = options.pictureFile(name, options.theme);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, await stillPicture(page, clip));
      console.log(path.basename(file));
    },
  };
}

/** Opens a stage, lets `play` act on it, and clears everything away. A scene that fails leaves a picture of where it did. */
export async function onStage(options: StageOptions, play: (stage: Stage) => Promise<void>): Promise<void> {
  await ensureCodeServer();
  await inTemporaryFolder(async (folder) => {
    const profile = makeProfile(folder, {
      ...settings,
      'workbench.colorTheme': themes[options.theme],
      ...options.settings,
    });
    installVsix(options.vsix, profile);
    const workspace = path.join(folder, path.basename(options.workspace));
    cpSync(options.workspace, workspace, { recursive: true });
    options.prepare?.(workspace);
    const server = await startServer({ profile, env: homeIn(folder) });
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.setDefaultTimeout(TIMEOUT_MS);
      const { language } = options;
      if (language !== undefined)
        await page.addInitScript((tag) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: tag }), language);
      await page.goto(workbenchUrl(server.origin, { workspace }));
      const stage = makeStage(page, workspace, options);
      await stage.see('.explorer-folders-view .monaco-list-row');
      await play(stage).catch(async (error: unknown) => {
        await stage.shot('failed');
        throw error;
      });
    } finally {
      await browser.close();
      await server.stop();
    }
  });
}
