// Things that are gone and things that are new, matched where they are almost the same but for their names.

interface Named {
  readonly name: string;
}

/** What two sets have in common must be at least this part of what is in either. */
const almost = 2 / 3;

interface Likeness<T> {
  readonly gone: T;
  readonly fresh: T;
  readonly part: number;
}

/** What a thing is made of, in symbols and texts that mean the same on both sides. */
type Contents<T> = (of: T) => ReadonlySet<unknown>;

/**
 * Which new thing each gone one has become: of those that are almost the same the most alike first, each once. Things that
 * hold nothing are like no other.
 */
export function renamed<T extends Named>(
  gone: readonly T[],
  fresh: readonly T[],
  contents: { readonly before: Contents<T>; readonly after: Contents<T> },
): ReadonlyMap<T, T> {
  const found = new Map<T, T>();
  const taken = new Set<T>();
  for (const likeness of likenesses(gone, fresh, contents)) {
    if (found.has(likeness.gone) || taken.has(likeness.fresh)) continue;
    found.set(likeness.gone, likeness.fresh);
    taken.add(likeness.fresh);
  }
  return found;
}

/** The most alike first; of those that are as alike, by their names. */
function likenesses<T extends Named>(
  gone: readonly T[],
  fresh: readonly T[],
  contents: { readonly before: Contents<T>; readonly after: Contents<T> },
): Likeness<T>[] {
  const holders = new Map<unknown, T[]>();
  const sizes = new Map<T, number>();
  for (const each of fresh) {
    const items = contents.after(each);
    sizes.set(each, items.size);
    for (const item of items) {
      const known = holders.get(item);
      if (known === undefined) holders.set(item, [each]);
      else known.push(each);
    }
  }
  const found: Likeness<T>[] = [];
  for (const each of gone) {
    const items = contents.before(each);
    const common = new Map<T, number>();
    for (const item of items)
      for (const other of holders.get(item) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
    for (const [other, count] of common) {
      const part = count / (items.size + (sizes.get(other) ?? 0) - count);
      if (part >= almost) found.push({ gone: each, fresh: other, part });
    }
  }
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return found.sort((a, b) => b.part - a.part || order(a.gone.name, b.gone.name) || order(a.fresh.name, b.fresh.name));
}
