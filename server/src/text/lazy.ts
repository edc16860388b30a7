// A value that is computed when first asked for, and once.

export interface Lazy<T> {
  (): T;
  /** The value where it was asked for; else undefined. */
  known(): T | undefined;
}

export function lazy<T>(compute: () => T): Lazy<T> {
  let known: { readonly value: T } | undefined;
  const get = () => {
    known ??= { value: compute() };
    return known.value;
  };
  return Object.assign(get, { known: () => known?.value });
}
