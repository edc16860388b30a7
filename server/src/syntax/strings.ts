// Quoted strings: the escapes of JSON, and what to say of those that are none.
import type { Span } from '../text/span.ts';

export interface Decoded {
  readonly text: string;
  /** Spans relative to the opening quote. */
  readonly bad: readonly { readonly span: Span; readonly message: string }[];
}

const simple: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Decodes a string with its quotes. An escape that JSON has not is reported and kept as written. */
export function decodeString(image: string): Decoded {
  if (!image.includes('\\')) return { text: image.slice(1, -1), bad: [] };
  const bad: { span: Span; message: string }[] = [];
  let text = '';
  for (let i = 1; i < image.length - 1; i++) {
    const c = image.charAt(i);
    if (c !== '\\') {
      text += c;
      continue;
    }
    const next = image.charAt(i + 1);
    const hex = next === 'u' ? /^[0-9a-fA-F]{4}/.exec(image.slice(i + 2, -1))?.[0] : undefined;
    const plain = Object.hasOwn(simple, next) ? simple[next] : undefined;
    if (hex !== undefined) text += String.fromCharCode(Number.parseInt(hex, 16));
    else if (plain !== undefined) text += plain;
    else {
      bad.push({ span: { start: i, end: i + 2 }, message: `\`\\${next}\` is no escape of JSON` });
      text += `\\${next}`;
    }
    i += hex === undefined ? 1 : 5;
  }
  if (!text.isWellFormed())
    bad.push({ span: { start: 0, end: image.length }, message: 'half of a surrogate pair stands alone' });
  return { text, bad };
}
