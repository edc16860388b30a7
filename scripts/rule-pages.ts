// Makes the rules' pages importable: writes server/src/rules/pages.generated.ts from the Markdown file beside each rule.
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { at, isProgram } from './places.ts';

const folder = at('server', 'src', 'rules');

/** The module that holds the pages: checked in, so that sources run without a build; a guard test says when it is old. */
export const rulePagesFile: string = path.join(folder, 'pages.generated.ts');

/** Markdown as a template literal, line for line, so that a change of a page is a readable change here. */
function asTemplate(text: string): string {
  return `\`${text.replace(/[\\`]|\$\{/g, (match) => `\\${match}`)}\``;
}

/** The text that `rulePagesFile` should hold, or nothing when there are no pages. */
export async function renderRulePages(): Promise<string | undefined> {
  if (!existsSync(folder)) return undefined;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  if (names.length === 0) return undefined;
  const pages = await Promise.all(
    names.map(async (name) => {
      const text = (await readFile(path.join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return `  '${path.basename(name, '.md')}': ${asTemplate(text)},\n`;
    }),
  );
  return [
    '// The pages of the rules, by rule id. Generated from the Markdown files of this folder by `npm run pages`: edit those.\n\n',
    '/** Markdown of each rule, by id. */\n',
    `export const rulePages: Readonly<Record<string, string>> = {\n${pages.join('')}};\n`,
  ].join('');
}

/** Brings `rulePagesFile` up to date. */
export async function writeRulePages(): Promise<void> {
  const wanted = await renderRulePages();
  if (wanted === undefined) return;
  const present = existsSync(rulePagesFile) ? await readFile(rulePagesFile, 'utf8') : undefined;
  if (present !== wanted) await writeFile(rulePagesFile, wanted);
}

if (isProgram(import.meta.url)) await writeRulePages();
