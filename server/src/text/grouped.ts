// Items put together by what they have in common.

/** By kind, in order of the first of each kind. */
export function grouped<K, T>(items: Iterable<T>, kindOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const kind = kindOf(item);
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [item]);
    else group.push(item);
  }
  return groups;
}
