// Compares values of JSON, however deeply they are nested.

/** True where both are the same, names in the same order: what is listed twice is written in the same way. */
export function sameJson(left: unknown, right: unknown): boolean {
  const open: [unknown, unknown][] = [[left, right]];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    const [ours, theirs] = [Object.entries(a), Object.entries(b)];
    if (ours.length !== theirs.length) return false;
    for (const [index, [key, value]] of ours.entries()) {
      const other = theirs[index];
      if (other === undefined || other[0] !== key) return false;
      open.push([value, other[1]]);
    }
  }
  return true;
}
