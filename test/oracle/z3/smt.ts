// Terms of SMT-LIB as text.

export function and(...terms: readonly string[]): string {
  return terms.length === 0 ? 'true' : terms.length === 1 ? (terms[0] ?? '') : `(and ${terms.join(' ')})`;
}

export function or(...terms: readonly string[]): string {
  return terms.length === 0 ? 'false' : terms.length === 1 ? (terms[0] ?? '') : `(or ${terms.join(' ')})`;
}

export function not(term: string): string {
  return `(not ${term})`;
}

/** A text literal: what is not plain is written as its code point. */
export function text(value: string): string {
  const letters = [...value].map((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code < 32 || code > 126 || letter === '"' || letter === '\\' ? `\\u{${code.toString(16)}}` : letter;
  });
  return `"${letters.join('')}"`;
}

export function whole(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is no whole number`);
  return value < 0 ? `(- ${-value})` : String(value);
}

/** The number that the shortest decimal of a double names, exactly. Larger doubles have larger such decimals. */
export function real(value: number): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) throw new Error(`${value} is no number`);
  const [, sign, head = '', tail = '', power = '0'] = match;
  const shift = Number(power) - tail.length;
  const digits = BigInt(head + tail) * 10n ** BigInt(Math.max(shift, 0));
  const magnitude = shift < 0 ? `(/ ${digits}.0 ${10n ** BigInt(-shift)}.0)` : `${digits}.0`;
  return sign === '-' ? `(- ${magnitude})` : magnitude;
}
