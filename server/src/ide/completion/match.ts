// Which names what is typed may mean: all that hold its letters in their order, as editors filter; best first.

/** 0 for names that begin with what is typed, 1 for those in which a word does, 2 for its letters in order; else nothing. */
export type MatchClass = 0 | 1 | 2 | undefined;

/** The worst class that is still wanted: what would be of a worse one need not be looked at to its end. */
export type Worst = 0 | 1 | 2;

/** Takes what is typed; gives a test of names that ignores case, made for many of them. */
export function matcher(typed: string): (name: string, worst?: Worst) => MatchClass {
  const lower = typed.toLowerCase();
  const upper = typed.toUpperCase();
  // Letters whose case has another length are compared as they are.
  const [a, b] = lower.length === typed.length && upper.length === typed.length ? [lower, upper] : [typed, typed];
  return (name, worst = 2) => {
    if (startsAt(name, 0, a, b)) return 0;
    if (worst === 0 || !holdsLetters(name, a, b)) return undefined;
    for (let i = 1; i + typed.length <= name.length; i++)
      if (isSeparator(name.charCodeAt(i - 1)) && startsAt(name, i, a, b)) return 1;
    return worst < 2 ? undefined : 2;
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
  if (start + lower.length > name.length) return false;
  for (let i = 0; i < lower.length; i++) {
    const code = name.charCodeAt(start + i);
    if (code !== lower.charCodeAt(i) && code !== upper.charCodeAt(i)) return false;
  }
  return true;
}

/** Space, `_`, `-`, `.` and `@`. */
export function isSeparator(code: number): boolean {
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

export interface Closest<T> {
  readonly best: readonly T[];
  /** There may be more. */
  readonly cut: boolean;
}

/** Of many, at most `max` that match, best first. */
export function closest<T>(all: Iterable<T>, max: number, classOf: (each: T, worst: Worst) => MatchClass): Closest<T> {
  const kept = keeper<T>(max);
  for (const each of all) {
    kept.add(each, classOf(each, kept.worst()));
    if (kept.isFull()) break;
  }
  return kept.closest();
}

/** Collects for `closest`. */
export function keeper<T>(max: number) {
  const classes: [T[], T[], T[]] = [[], [], []];
  let cut = false;
  let worst: Worst = 2;
  return {
    add(each: T, found: MatchClass): void {
      if (found === undefined) return;
      if (classes[found].length >= max) cut = true;
      else classes[found].push(each);
      // What is behind as many as are wanted is never shown.
      const better = classes[0].length + classes[1].length;
      if (better > max) worst = 0;
      else if (better + classes[2].length > max) worst = 1;
    },
    worst: (): Worst => worst,
    /** Nothing that comes later can be better than what is found. */
    isFull: () => cut && classes[0].length >= max,
    closest(): Closest<T> {
      const best = classes.flat();
      return { best: best.slice(0, max), cut: cut || best.length > max };
    },
  };
}
