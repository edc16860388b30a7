// XML as text: elements with attributes, indented, and any text in them made such as XML can hold.
import { printable, withoutCommandsInXml } from '../printable.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** Elements, or one text, whose line ends are kept. */
  readonly content?: readonly XmlElement[] | string;
}

/** The whole document. */
export function printXml(root: XmlElement): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', ...elementLines(root, '')];
  return withoutCommandsInXml(`${lines.join('\n')}\n`);
}

function elementLines({ name, attributes, content = [] }: XmlElement, margin: string): string[] {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const open = `${margin}<${name}${list.join('')}`;
  if (content.length === 0) return [`${open}/>`];
  if (typeof content === 'string') {
    const text = content.split('\n').map(escapeXml).join('\n');
    return [`${open}>${text}</${name}>`];
  }
  return [`${open}>`, ...content.flatMap((element) => elementLines(element, `${margin}  `)), `${margin}</${name}>`];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no way to write most control characters, halves of surrogate pairs, U+FFFE and U+FFFF: all are spelt out. */
function escapeXml(text: string): string {
  return printable(text)
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
    .replaceAll('\ufffe', '\\uFFFE')
    .replaceAll('\uffff', '\\uFFFF');
}
