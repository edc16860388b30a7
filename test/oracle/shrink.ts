// Less that still shows what more shows.

/** Takes items away, many at a time and then one at a time, as long as the rest still shows it. */
export function shrink<T>(items: readonly T[], shows: (left: readonly T[]) => boolean): readonly T[] {
  let left = items;
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    let changed = true;
    while (changed) {
      changed = false;
      for (let at = 0; at + size <= left.length; ) {
        const fewer = [...left.slice(0, at), ...left.slice(at + size)];
        if (showsSafely(fewer, shows)) {
          left = fewer;
          changed = true;
        } else at++;
      }
    }
  }
  return left;
}

/** A text that cannot even be read shows nothing. */
function showsSafely<T>(left: readonly T[], shows: (left: readonly T[]) => boolean): boolean {
  try {
    return shows(left);
  } catch {
    return false;
  }
}
