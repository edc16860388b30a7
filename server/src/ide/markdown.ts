// Markdown that is safe around words of the user: nothing in them becomes a link, an image, HTML or markup.

/** Characters that steer text rather than show: control and bidirectional marks, invisible ones, line separators. */
const unseen = /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]|\p{Cs}/gu;

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return named[character] ?? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** One line: line ends and runs of spaces become one space, what steers text is spelt out. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(unseen, visible)
    .trim();
}

/** Text of anyone's as it is, but for what would not show or would steer what shows it, which is spelt out. */
export function spellOut(text: string): string {
  return text.replace(unseen, visible);
}

/**
 * Text of anyone's to Markdown that shows just that text, in one line.
 * Addresses and `www.` are broken up too, since renderers make links of them.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>#~|&@$]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/www(?=\.)/gi, '$&\\')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)(?=[.)])/, '$1\\');
}

/** Text of anyone's as a code span, which no backtick in it can close. */
export function code(text: string): string {
  const shown = spellOut(text);
  if (shown.trim() === '') return `\`${JSON.stringify(shown)}\``;
  const fence = '`'.repeat(longestRun(shown) + 1);
  // One space at each side is the fence's own; it keeps the text's backticks and spaces apart from it.
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Lines of anyone's as a code block of the language, which no backticks in it can close. */
export function codeBlock(text: string, language = 'writ'): string {
  const shown = text.replace(unseen, (each) => (each === '\n' ? each : visible(each)));
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
