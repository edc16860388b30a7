// What was found out about things, kept on the things themselves: it goes with them.

/** Like a `WeakMap` that is never given up itself. */
export interface Notes<K extends object, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
}

const own = Symbol('notes');

interface Noted {
  readonly [own]?: Map<object, unknown>;
}

/**
 * A `WeakMap` holds on to its values, and to all that they speak of, until all of the memory is looked through: with each
 * keystroke another state of a project would be carried along till then. Two of these are two kinds of notes; each is made once.
 */
export function notesOn<K extends object, V>(): Notes<K, V> {
  const notes: Notes<K, V> = {
    get: (key) => (key as Noted)[own]?.get(notes) as V | undefined,
    set(key, value) {
      const known = (key as Noted)[own];
      if (known !== undefined) known.set(notes, value);
      // Nobody who lists, compares or copies what the thing has comes upon it.
      else Object.defineProperty(key, own, { value: new Map([[notes, value]]) });
    },
  };
  return notes;
}
