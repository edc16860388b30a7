// Makes a list that fails short, by leaving out ever smaller stretches of it (delta debugging).

/** Takes a list that fails; gives one of its parts that still does, from which no single one can go if the tries suffice. */
export async function shrink<T>(
  all: readonly T[],
  fails: (part: readonly T[]) => Promise<boolean>,
  hasTime: () => boolean,
): Promise<readonly T[]> {
  let kept = all;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length && hasTime(); ) {
      const part = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (await fails(part)) kept = part;
      else at += size;
    }
  }
  return kept;
}
