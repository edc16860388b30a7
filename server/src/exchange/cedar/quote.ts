// Text of anyone's as Cedar, JSON and Markdown write it: what shows as nothing, or would steer a terminal, is spelt out.

/** Control characters, marks that turn the direction of text, invisible characters and line separators. */
const unseen =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0001}-\u{e007f}]/gu;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A Cedar string with its quotes. Halves of surrogate pairs are no text there: whoever calls has left them out. */
export function quote(text: string): string {
  return `"${escaped(text)}"`;
}

/** A pattern of Cedar's `like`: `*` stands for any text, and every star of a part for itself. */
export function pattern(part: string, open: 'start' | 'end' | 'both'): string {
  const inner = escaped(part).replaceAll('*', '\\*');
  return `"${open === 'end' ? '' : '*'}${inner}${open === 'start' ? '' : '*'}"`;
}

function escaped(text: string): string {
  const marked = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return marked.replace(unseen, (found) => short[found] ?? `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`);
}

/** A JSON value on one line. */
export function json(value: unknown): string {
  return JSON.stringify(value).replace(unseen, units);
}

/** Text in one line, for comments and Markdown. */
export function plain(text: string): string {
  return text.toWellFormed().replace(unseen, (found) => short[found] ?? units(found));
}

function units(found: string): string {
  let text = '';
  for (let i = 0; i < found.length; i++) text += `\\u${found.charCodeAt(i).toString(16).padStart(4, '0')}`;
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
export function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
