// Takes from the code what it keeps for longer than a test, so that one change leaves nothing behind for the next.
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';

let now = 0;

/** The file that keeps more than weak maps while the process lives: who stands for nobody in particular, by number. */
const keeping = 'server/src/condition/actor.ts';
const looked = 40;

interface Kept {
  nobody(n: number): object;
  otherGroup(n: number): object;
}

/** Whether a change in that file has left somebody behind who would not be there without it. */
export async function hasKept(fileName: string): Promise<boolean> {
  if (!fileName.replaceAll('\\', '/').endsWith(keeping)) return false;
  const { nobody, otherGroup }: Kept = await import(path.resolve(keeping));
  return Array.from({ length: looked }, (_, i) => i).some((i) => {
    const number = i === 0 ? '' : ` (${i + 1})`;
    return (
      !isDeepStrictEqual(nobody(i), { ...stranger, name: `someone in no group${number}` }) ||
      !isDeepStrictEqual(otherGroup(i), group)
    );
  });
}

const stranger = {
  kind: 'user',
  origin: undefined,
  index: -1,
  address: '',
  external: false,
  externalSound: true,
  inactive: false,
  sound: true,
  declared: false,
  attributes: new Map(),
};
const group = {
  kind: 'group',
  name: 'another group',
  origin: undefined,
  system: undefined,
  domain: undefined,
  description: undefined,
  members: new Set(),
  declared: false,
};

/** Empties every weak map of the code, when it is next looked into. */
export function forget(): void {
  now++;
}

const Plain = WeakMap;

/** A map of things known about others; everything in it is forgotten at `forget`. */
function forgetful<K extends WeakKey, V>(): WeakMap<K, V> {
  let at = now;
  let kept = new Plain<K, V>();
  const fresh = (): WeakMap<K, V> => {
    if (at !== now) kept = new Plain<K, V>();
    at = now;
    return kept;
  };
  const map: Pick<WeakMap<K, V>, 'get' | 'has' | 'set' | 'delete'> = {
    get: (key) => fresh().get(key),
    has: (key) => fresh().has(key),
    delete: (key) => fresh().delete(key),
    set(key, value) {
      fresh().set(key, value);
      return map as WeakMap<K, V>;
    },
  };
  return Object.setPrototypeOf(map, Plain.prototype);
}

/** Only for the project's own code: packages may rely on what they keep. */
export function makeForgetful(): void {
  globalThis.WeakMap = new Proxy(Plain, {
    construct(target, args, newTarget) {
      const isOwn = /\/server\/src\/\w+\//.test(new Error('here').stack?.split('\n')[2] ?? '');
      return isOwn ? forgetful() : Reflect.construct(target, args, newTarget);
    },
  });
}
