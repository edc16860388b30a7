// Reads quoted strings of HCL: the escapes of Terraform, and those of Go that exports have besides.

export interface Quoted {
  /** Absent where a template stands in it that is not the whole of it. */
  readonly text: string | undefined;
  /** The inside of a string that is one template alone, `"${…}"`. */
  readonly template?: string;
  /** `${` stands in the text as it is. */
  readonly hasTemplate?: boolean;
  readonly end: number;
  /** Escapes that Terraform does not have were read as Go means them. */
  readonly isLenient: boolean;
}

const simple = new Map(
  Object.entries({ n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', a: '\x07', b: '\b', f: '\f', v: '\v' }),
);

/** Takes the place of the opening quote; gives nothing where the line ends before the string does. */
export function readString(text: string, from: number): Quoted | undefined {
  let raw = '';
  let isLenient = false;
  // One template without an end leaves none to those behind it; looking again for each would take too long.
  let isOpen = false;
  for (let at = from + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"') return { ...templateOf(raw), end: at + 1, isLenient };
    if (sign === '\n' || sign === '\r') return undefined;
    if (sign === '$' && text[at + 1] === '{' && text[at - 1] !== '$' && !isOpen) {
      const end = endOfTemplate(text, at + 2);
      isOpen = end === undefined;
      if (end !== undefined) {
        raw += text.slice(at, end);
        at = end - 1;
        continue;
      }
    }
    if (sign !== '\\') {
      raw += sign;
      continue;
    }
    const spelt = readEscape(text, at + 1);
    raw += spelt.text;
    isLenient ||= spelt.isLenient;
    at = spelt.end - 1;
  }
  return undefined;
}

function readEscape(text: string, at: number): { text: string; end: number; isLenient: boolean } {
  const sign = text.charAt(at);
  const length = sign === 'u' ? 4 : sign === 'U' ? 8 : sign === 'x' ? 2 : 0;
  const hex = text.slice(at + 1, at + 1 + length);
  if (length > 0 && hex.length === length && /^[0-9a-fA-F]+$/.test(hex)) {
    const code = Number.parseInt(hex, 16);
    const decoded = code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
    return { text: decoded, end: at + 1 + length, isLenient: sign === 'x' };
  }
  const plain = simple.get(sign);
  if (plain !== undefined) return { text: plain, end: at + 1, isLenient: 'abfv'.includes(sign) };
  return { text: '\\', end: at, isLenient: true };
}

/** Where a template that opens before `from` is over; nothing where its line ends first. */
function endOfTemplate(text: string, from: number): number | undefined {
  let isQuoted = false;
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\n') return undefined;
    if (sign === '\\') at++;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === '}' && !isQuoted) return isQuoted ? undefined : at + 1;
  }
  return undefined;
}

const whole = /^\$\{([^{}]*)\}$/s;

/** Takes a string without its escapes, of HCL or JSON: `$${` is `${`, and one template alone is an expression. */
export function templateOf(raw: string): Pick<Quoted, 'text' | 'template' | 'hasTemplate'> {
  const template = whole.exec(raw)?.[1];
  if (template !== undefined) return { text: undefined, template: template.trim() };
  const hasTemplate = /(?<!\$)\$\{|(?<!%)%\{/.test(raw);
  return { text: raw.replaceAll('$${', '${').replaceAll('%%{', '%{'), hasTemplate };
}
