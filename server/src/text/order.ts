// The order in which names are sorted: the same on every machine, whatever its language.

/** By code units, for `sort`. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** As a reader looks names up: upper and lower case beside each other. */
export function compareCaseless(a: string, b: string): number {
  return compareTexts(a.toLowerCase(), b.toLowerCase()) || compareTexts(a, b);
}
