// Which names what is typed may mean: all that hold its letters in their order, as editors filter; best first.

/** 0 for names that begin with what is typed, 1 for those in which a word does, 2 for its letters in order; else nothing. */
export type MatchClass = 0 | 1 | 2 | undefined;

/** Takes what is typed; gives a test of names that ignores case, made for many of them. */
export function matcher(typed: string): (name: string) => MatchClass {
  const lower = typed.toLowerCase();
  const upper = typed.toUpperCase();
  // Letters whose case has another length are compared as they are.
  const [a, b] = lower.length === typed.length && upper.length === typed.length ? [lower, upper] : [typed, typed];
  return (name) => {
    if (!holdsLetters(name, a, b)) return undefined;
    if (startsAt(name, 0, a, b)) return 0;
    for (let i = 1; i + typed.length <= name.length; i++)
      if (isSeparator(name.charCodeAt(i - 1)) && startsAt(name, i, a, b)) return 1;
    return 2;
  };
}

function holdsLetters(name: string, lower: string, upper: string): boolean {
  const all = lower.length;
  let at = 0;
  for (let i = 0; at < all && i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code === lower.charCodeAt(at) || code === upper.charCodeAt(at)) at++;
  }
  return at === all;
}

function startsAt(name: string, start: number, lower: string, upper: string): boolean {
  for (let i = 0; i < lower.length; i++) {
    const code = name.charCodeAt(start + i);
    if (code !== lower.charCodeAt(i) && code !== upper.charCodeAt(i)) return false;
  }
  return true;
}

/** Space, `_`, `-`, `.` and `@`. */
function isSeparator(code: number): boolean {
  return code === 32 || code === 95 || code === 45 || code === 46 || code === 64;
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
  max: number,
  classOf: (each: T) => MatchClass,
): { readonly best: readonly T[]; readonly cut: boolean } {
  const classes: [T[], T[], T[]] = [[], [], []];
  let cut = false;
  for (const each of all) {
    const found = classOf(each);
    if (found === undefined) continue;
    if (classes[found].length < max) {
      classes[found].push(each);
      continue;
    }
    cut = true;
    // Nothing that comes later can be better than what is found.
    if (found === 0) break;
  }
  const best = classes.flat();
  return { best: best.slice(0, max), cut: cut || best.length > max };
}
