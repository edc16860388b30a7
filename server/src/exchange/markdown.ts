// Text of anyone's in Markdown, and several files as one page of it.
import type { ExportedFile } from './exporter.ts';

/** Control characters, marks that turn the direction of text, invisible characters and line separators. */
const unseen =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0001}-\u{e007f}]/gu;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The text with whatever shows as nothing, or would steer a terminal, spelt out as `spell` says. */
export function spelt(text: string, spell: (character: string) => string): string {
  return text.replace(unseen, (found) => short[found] ?? spell(found));
}

/** Text in one line. */
export function plain(text: string): string {
  return spelt(text.toWellFormed(), unicodeEscape);
}

/** As a string of JSON writes a character. */
export function unicodeEscape(character: string): string {
  let text = '';
  for (let i = 0; i < character.length; i++) text += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  return text;
}

/** Text as Markdown shows code, whatever is in it. */
export function code(text: string): string {
  const inner = plain(text);
  const fence = '`'.repeat(longestRun(inner) + 1);
  const pad = inner === '' || /^[` ]|[` ]$/.test(inner) ? ' ' : '';
  return `${fence}${pad}${inner}${pad}${fence}`;
}

/** The longest run of backticks. */
function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

/** What is Markdown as it is, then each other file as code under its name: in pieces, as all of it may be large. */
export function* onePage(files: readonly ExportedFile[]): Generator<string> {
  const isPage = ({ path }: ExportedFile) => path.endsWith('.md');
  const ordered = [...files.filter(isPage), ...files.filter((file) => !isPage(file))];
  for (const [index, file] of ordered.entries()) {
    if (index > 0) yield '\n';
    if (isPage(file)) yield file.text;
    else yield* asCode(file);
  }
}

function* asCode({ path, text }: ExportedFile): Generator<string> {
  const fence = '`'.repeat(Math.max(2, longestRun(text)) + 1);
  yield `## ${path}\n\n${fence}${path.slice(path.lastIndexOf('.') + 1)}\n`;
  yield text;
  yield `${fence}\n`;
}
