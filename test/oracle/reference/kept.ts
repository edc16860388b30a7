// What was once found in a world is kept: a world never changes, and is asked the same many times over.

/** The same function of a thing that never changes, which runs once for each. */
export function kept<T extends object, R>(find: (of: T) => R): (of: T) => R {
  const found = new WeakMap<T, { readonly is: R }>();
  return (of) => {
    const known = found.get(of);
    if (known !== undefined) return known.is;
    const made = find(of);
    found.set(of, { is: made });
    return made;
  };
}

/** The same of a thing and a word. */
export function keptBy<T extends object, K extends string | undefined, R>(
  find: (of: T, by: K) => R,
): (of: T, by: K) => R {
  const known = kept((_: T) => new Map<K, { readonly is: R }>());
  return (of, by) => {
    const all = known(of);
    const found = all.get(by);
    if (found !== undefined) return found.is;
    const made = find(of, by);
    all.set(by, { is: made });
    return made;
  };
}
