// Which names what is typed may mean: all that hold its letters in their order, as editors filter; best first.

/** 0 for names that begin with what is typed, 1 for those in which a word does, 2 for its letters in order; else nothing. */
export function matchClass(name: string, typed: string): 0 | 1 | 2 | undefined {
  if (startsAt(name, 0, typed)) return 0;
  let at = 0;
  let word = false;
  for (let i = 0; i < name.length && (at < typed.length || !word); i++) {
    if (!word && i > 0 && isSeparator(name.charCodeAt(i - 1)) && startsAt(name, i, typed)) word = true;
    if (at < typed.length && sameLetter(name.charCodeAt(i), typed.charCodeAt(at))) at++;
  }
  if (word) return 1;
  return at === typed.length ? 2 : undefined;
}

/** Every word of what is typed begins a word of the name: `view rec` in `READ_RECORDS View Records`. */
export function holdsWords(name: string, typed: string): boolean {
  const words = name.toLowerCase().split(' ');
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((each) => words.some((word) => word.startsWith(each)));
}

/** Of many, at most `max` that match, best first; `cut` tells that there may be more. */
export function closest<T>(
  all: Iterable<T>,
  typed: string,
  max: number,
  textsOf: (each: T) => readonly string[],
): { readonly best: readonly T[]; readonly cut: boolean } {
  const classes: [T[], T[], T[]] = [[], [], []];
  let cut = false;
  for (const each of all) {
    const found = bestClass(textsOf(each), typed);
    if (found === undefined) continue;
    if (classes[found].length < max) classes[found].push(each);
    else {
      cut = true;
      // Nothing that comes later can be better than what is found.
      if (found === 0) break;
    }
  }
  const best = classes.flat();
  return { best: best.slice(0, max), cut: cut || best.length > max };
}

function bestClass(texts: readonly string[], typed: string): 0 | 1 | 2 | undefined {
  let best: 0 | 1 | 2 | undefined;
  for (const text of texts) {
    const found = matchClass(text, typed);
    if (found !== undefined && (best === undefined || found < best)) best = found;
  }
  return best;
}

function startsAt(name: string, start: number, typed: string): boolean {
  if (name.length - start < typed.length) return false;
  for (let i = 0; i < typed.length; i++) {
    if (!sameLetter(name.charCodeAt(start + i), typed.charCodeAt(i))) return false;
  }
  return true;
}

function isSeparator(code: number): boolean {
  return code === 32 || code === 95 || code === 45 || code === 46 || code === 64;
}

/** Ignoring case; letters beyond ASCII the slow way. */
function sameLetter(a: number, b: number): boolean {
  if (a === b) return true;
  if (a < 128 && b < 128) return lower(a) === lower(b);
  return String.fromCharCode(a).toLowerCase() === String.fromCharCode(b).toLowerCase();
}

function lower(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}
