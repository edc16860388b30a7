// What of a text is another one in the next: one stretch, however many edits made it.

/** Where two texts differ: up to `oldEnd` in the old one, with everything behind moved by `delta`. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly delta: number;
}

export function changeBetween(old: string, text: string): Change {
  const shorter = Math.min(old.length, text.length);
  const start = commonStart(old, text, shorter);
  const end = commonEnd(old, text, shorter - start);
  return { start, oldEnd: old.length - end, delta: text.length - old.length };
}

/** Compared so many at a time, then fewer, then one by one: slices are compared at the speed of memory. */
const chunks = [4096, 64];

function commonStart(a: string, b: string, most: number): number {
  let at = 0;
  for (const chunk of chunks)
    while (at + chunk <= most && a.slice(at, at + chunk) === b.slice(at, at + chunk)) at += chunk;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonEnd(a: string, b: string, most: number): number {
  const [endA, endB] = [a.length, b.length];
  let at = 0;
  for (const chunk of chunks)
    while (at + chunk <= most && a.slice(endA - at - chunk, endA - at) === b.slice(endB - at - chunk, endB - at))
      at += chunk;
  while (at < most && a.charCodeAt(endA - at - 1) === b.charCodeAt(endB - at - 1)) at++;
  return at;
}
