// `--format pretty` of `writ diff`: who gains and loses what, in sentences, each with the places that decide it.
import type pc from 'picocolors';
import type { AccessDifference, Change, DifferenceEntry, SideName } from '../../access/difference/types.ts';
import { entryLines, headline, renameLines, unknownLines } from '../../ide/difference-text.ts';
import { toPlain } from '../../ide/phrase.ts';
import { printableLines, withoutCommands } from '../printable.ts';
import type { DiffResult, EntryResult, SideResult } from './result.ts';

type Colors = ReturnType<typeof pc.createColors>;

export function prettyDiff(result: DiffResult, difference: AccessDifference, colors: Colors): string {
  const entries = difference.entries.map((entry, i) => entryBlock(entry, result.entries?.[i], colors));
  const blocks = [
    [colors.bold(toPlain(headline(difference))), colors.dim(sidesText(result))],
    difference.renames.flatMap(renameLines).map(shown),
    ...entries,
    difference.unknown.flatMap(unknownLines).map((line) => colors.yellow(shown(line))),
    errorLines(result).map((line) => colors.yellow(shown(line))),
  ];
  const lines = blocks.filter((block) => block.length > 0).map((block) => `${block.join('\n')}\n`);
  return withoutCommands(lines.join('\n'));
}

/** `HEAD (1a2b3c4) → working tree, 2026-11-21`. */
export function sidesText({ before, after, asOf }: DiffResult): string {
  return `${shown(nameOf(before))} → ${shown(nameOf(after))}, ${asOf}`;
}

export function nameOf({ name, commit }: SideResult): string {
  return commit === undefined || commit.startsWith(name) ? name : `${name} (${commit.slice(0, 7)})`;
}

const paints: Readonly<Record<Change, (colors: Colors) => (text: string) => string>> = {
  gained: ({ green }) => green,
  widened: ({ green }) => green,
  changed: ({ cyan }) => cyan,
  narrowed: ({ red }) => red,
  lost: ({ red }) => red,
};

function entryBlock(entry: DifferenceEntry, result: EntryResult | undefined, colors: Colors): string[] {
  const [first = '', ...below] = entryLines(entry);
  const places = (result?.reasons ?? []).flatMap(({ side, file, range }) =>
    file === undefined || range === undefined
      ? []
      : [`    ${sideWord(side)}${file}:${range.start.line + 1}:${range.start.character + 1}`],
  );
  return [
    paints[entry.change](colors)(shown(first)),
    ...below.map(shown),
    ...[...new Set(places)].map((line) => colors.dim(shown(line))),
  ];
}

function sideWord(side: SideName): string {
  return side === 'before' ? 'before, at ' : 'at ';
}

const mostErrors = 10;

/** What is broken on either side, which explains what is not decided. */
export function errorLines({ before, after }: DiffResult): string[] {
  return (['before', 'after'] as const).flatMap((name) => {
    const { errors = [] } = name === 'before' ? before : after;
    const more = errors.length > mostErrors ? [`! ${name}: ${errors.length - mostErrors} more errors`] : [];
    return [...errors.slice(0, mostErrors).map((error) => `! ${name}: ${error}`), ...more];
  });
}

function shown(text: string): string {
  return printableLines(text);
}
