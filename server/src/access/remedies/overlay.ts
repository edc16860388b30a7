// Maps that differ from another one in a few entries, without copying it.

/** The entries of a map, with others in place of some or after them. */
export function overlay<K, V>(base: ReadonlyMap<K, V>, over: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  if (over.size === 0) return base;
  function* entries(): Generator<[K, V]> {
    for (const [key, value] of base) yield [key, over.get(key) ?? value];
    for (const entry of over) if (!base.has(entry[0])) yield entry;
  }
  const count = () => [...over.keys()].reduce((sum, key) => sum + (base.has(key) ? 0 : 1), base.size);
  return readonlyMap(entries, (key) => over.get(key) ?? base.get(key), count);
}

/** The entries of a map, each value made into another when it is asked for. */
export function mapped<K, V>(base: ReadonlyMap<K, V>, of: (value: V) => V): ReadonlyMap<K, V> {
  function* entries(): Generator<[K, V]> {
    for (const [key, value] of base) yield [key, of(value)];
  }
  const get = (key: K) => {
    const value = base.get(key);
    return value === undefined ? undefined : of(value);
  };
  return readonlyMap(entries, get, () => base.size);
}

function readonlyMap<K, V>(
  entries: () => Generator<[K, V]>,
  get: (key: K) => V | undefined,
  count: () => number,
): ReadonlyMap<K, V> {
  function* part<T>(of: (entry: [K, V]) => T): Generator<T> {
    for (const entry of entries()) yield of(entry);
  }
  const map: ReadonlyMap<K, V> = {
    get,
    has: (key) => get(key) !== undefined,
    get size() {
      return count();
    },
    entries,
    keys: () => part(([key]) => key),
    values: () => part(([, value]) => value),
    forEach: (each) => {
      for (const [key, value] of entries()) each(value, key, map);
    },
    [Symbol.iterator]: entries,
  };
  return map;
}
