// Bytes read as text.

/** The global of browsers and of Node alike; declared here, since the core is compiled without the types of either. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

/** UTF-8, less a byte order mark; anything else is undefined as a whole, since a name read wrongly is another name. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
