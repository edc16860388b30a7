// Bytes as text, wherever the client runs: Node and browsers have the same function for it, which takes text.

/** No more arguments than any engine takes. */
const chunk = 0x4000;

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += chunk) parts.push(String.fromCharCode(...bytes.subarray(at, at + chunk)));
  return btoa(parts.join(''));
}
