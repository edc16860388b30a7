// Text of anyone's made safe to show: whatever would steer a terminal, or show as nothing, is spelt out.

/** Control characters, marks that turn the direction of text, invisible characters, line separators and lone surrogates. */
const unseen =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0001}-\u{e007f}]|\p{Cs}/u;

const everyUnseen = new RegExp(unseen, 'gu');

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One character as an escape, as a string of JSON would write it. */
export function escapeCharacter(character: string): string {
  const short = named[character];
  if (short !== undefined) return short;
  let text = '';
  for (let i = 0; i < character.length; i++) text += unicodeEscape(character.charCodeAt(i));
  return text;
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The text in one line. */
export function printable(text: string): string {
  return text.replace(everyUnseen, escapeCharacter);
}

/** The text with its own line ends. */
export function printableLines(text: string): string {
  return text
    .split(/\r\n|\n/)
    .map(printable)
    .join('\n');
}

/** True where any character of the text has to be spelt out. */
export function hasUnseen(text: string): boolean {
  return unseen.test(text);
}

/** `##[…]`, `##vso[…]`, `##teamcity[…]`, anywhere in a line. */
const command = /##(?=[a-z]*\[)/gi;

/** `::…::` at the beginning of a line. */
const opening = /^([ \t]*):(?=:)/gm;

/** Printed lines in which a build server finds no commands of a user's; they are spelt out, as they would not show either. */
export function withoutCommands(lines: string): string {
  return withoutBracketCommands(lines.replace(opening, '$1\\u003A'));
}

/** The same of lines that are commands of the other form themselves. */
export function withoutBracketCommands(lines: string): string {
  return lines.replace(command, '#\\u0023');
}

/** The same of XML, whose readers see what was written. */
export function withoutCommandsInXml(lines: string): string {
  return lines.replace(opening, '$1&#58;').replace(command, '#&#35;');
}
