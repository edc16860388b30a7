// The nearest names to a word that nothing declares, for messages and fixes.
import { distance } from 'fastest-levenshtein';

/** Longer words are compared by their letters alone: an edit distance costs the product of both lengths. */
const longestMeasured = 200;

/** Lower-case words of a name: `READ_RECORDS`, `"Read records"`, `read-records` and `readRecords` give the same ones. */
export function nameWords(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

interface Wanted {
  readonly lower: string;
  readonly words: readonly string[];
  readonly sorted: string;
  /** Which letters and digits there are. */
  readonly letters: number;
  /** How many edits still count as near. */
  readonly reach: number;
}

interface Ranked {
  readonly candidate: string;
  readonly rank: number;
}

/** Ranks of what is no edit distance, among those that are: to hold several words says more than two edits do. */
const ranks = { sameLetters: 0, sameWords: 0.25, wordOrder: 0.5, holdsWords: 1.5, holdsWord: 1000 } as const;

/**
 * Takes a word and the names that would be right; gives at most `max` of those, best first: the same letters or words in
 * another case, punctuation or order, then by edit distance, then names that hold all of its words.
 */
export function nearest(word: string, candidates: Iterable<string>, max = 3): string[] {
  const short = word.length <= longestMeasured;
  const words = short ? nameWords(word) : [];
  const lower = word.toLowerCase();
  const reach = short ? Math.max(1, Math.floor(word.length / 3)) : 0;
  const wanted: Wanted = { lower, words, sorted: sortedWords(words), letters: lettersOf(lower), reach };
  const found: Ranked[] = [];
  for (const candidate of candidates) {
    const rank = rankOf(wanted, candidate);
    if (rank !== undefined) found.push({ candidate, rank });
  }
  found.sort((a, b) => a.rank - b.rank || tieOrder(wanted, a.candidate, b.candidate));
  // Names may come twice; to look for that among all of them would take longer than to rank them.
  return [...new Set(found.map((each) => each.candidate))].slice(0, max);
}

function rankOf(wanted: Wanted, candidate: string): number | undefined {
  const lower = candidate.toLowerCase();
  if (lower === wanted.lower) return ranks.sameLetters;
  if (wanted.words.length === 0 || candidate.length > longestMeasured) return undefined;
  const rank = Math.min(rankByLetters(wanted, lower, candidate), rankByWords(wanted, lower, candidate));
  return Number.isFinite(rank) ? rank : undefined;
}

function rankByLetters(wanted: Wanted, lower: string, candidate: string): number {
  const difference = Math.abs(lower.length - wanted.lower.length);
  if (difference <= 3 && isStart(lower, wanted.lower)) return difference;
  // Separators alone can make up a difference in length, one between two words.
  if (difference > Math.max(wanted.reach, wanted.words.length)) return Number.POSITIVE_INFINITY;
  // An edit takes away one letter and brings one at most; other words, or words in another order, have the same letters.
  if (bitsOf(wanted.letters ^ lettersOf(lower)) > 2 * wanted.reach) return Number.POSITIVE_INFINITY;
  const words = nameWords(candidate);
  if (words.join('') === wanted.words.join('')) return ranks.sameWords;
  if (sortedWords(words) === wanted.sorted) return ranks.wordOrder;
  const edits = isTransposed(wanted.lower, lower) ? 1 : distance(wanted.lower, lower);
  const longest = Math.max(lower.length, wanted.lower.length);
  return edits <= wanted.reach && edits < longest ? edits : Number.POSITIVE_INFINITY;
}

/** A bit for each kind of letter or digit in a text; several kinds share one. Signs between words have none. */
function lettersOf(lower: string): number {
  let bits = 0;
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    const isLetter = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
    if (isLetter) bits |= 1 << (code & 31);
  }
  return bits;
}

function bitsOf(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** `bob` and `bobby`: one is how the other starts, and long enough to mean it. */
function isStart(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
}

/** For names that hold every word of it; words of under three letters hold too little to go by. */
function rankByWords(wanted: Wanted, lower: string, candidate: string): number {
  const first = wanted.words[0] ?? '';
  if (first.length < 3 || !lower.includes(first)) return Number.POSITIVE_INFINITY;
  const words = new Set(nameWords(candidate));
  if (!wanted.words.every((each) => words.has(each))) return Number.POSITIVE_INFINITY;
  return wanted.words.length > 1 ? ranks.holdsWords : ranks.holdsWord;
}

function sortedWords(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

/** True where the two differ by one swap of neighbours, the commonest slip, which Levenshtein counts as two edits. */
function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Among equals: the closer in length, then the one that begins alike, then by code unit, so that input order never shows. */
function tieOrder(wanted: Wanted, a: string, b: string): number {
  const length = (name: string) => Math.abs(name.length - wanted.lower.length);
  const start = (name: string) => (name.slice(0, 1).toLowerCase() === wanted.lower.slice(0, 1) ? 0 : 1);
  return length(a) - length(b) || start(a) - start(b) || (a < b ? -1 : 1);
}
