// Text with a hole in it, or a word too many.
import type { Random } from '../../fuzz/random.ts';

/** The text, or what is left of it when a stretch is cut out or a word is misspelled. */
export function damaged(random: Random, text: string): string {
  const at = random.below(text.length);
  const cut = random.chance(0.5) ? random.below(30) : 0;
  return `${text.slice(0, at)}${random.pick(['', 'X', '}', '{', ' nothing '])}${text.slice(at + cut)}`;
}
