// A text read again after an edit, as a project does it.
import { parseFile } from '../../../server/src/syntax/parse.ts';
import type { SourceFile, Unit } from '../../../server/src/syntax/source-file.ts';

/** The text read again with the units of before where they say the same: what a project does with an edit. */
export function reread(before: SourceFile, text: string): SourceFile {
  const fresh = parseFile(text);
  const textOf = (source: SourceFile, i: number) => {
    const start = source.starts[i] ?? 0;
    return source.text.slice(start, start + (source.units[i]?.length ?? 0));
  };
  const known = new Map(before.units.map((unit, i) => [textOf(before, i), unit]));
  return { ...fresh, units: fresh.units.map((unit, i): Unit => known.get(textOf(fresh, i)) ?? unit) };
}
