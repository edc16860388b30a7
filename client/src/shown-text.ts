// Words of anyone's as the editor shows them: in one line, with what would steer or hide text spelt out, and without icons.

/** Control characters, marks that turn the direction of text, invisible characters, line separators and lone surrogates. */
const unseen = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu;

export function shownText(text: string): string {
  const spelt = text.replace(unseen, (each) => `\\u${(each.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
  // The editor makes icons of `$(name)` in lists.
  return spelt.replaceAll('$(', '\\$(');
}

/** The same in a message, which makes links of what looks like one. */
export function inMessage(text: string): string {
  return shownText(text.replace(/[[\]()]/g, ''));
}

/** Without the backticks in which sentences of the server set names: a tree shows them as they are. */
export function withoutBackticks(text: string): string {
  return text.replaceAll('`', '');
}
