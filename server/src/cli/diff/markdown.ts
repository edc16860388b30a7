// `--format markdown` of `writ diff`: a comment for a pull request, with tables, and no longer than one may be.
import type { AccessDifference, Change, DifferenceEntry } from '../../access/difference/types.ts';
import { changeTitles } from '../../ide/difference/changes.ts';
import { entryParts, headline, renameText, unknownText } from '../../ide/difference-text.ts';
import { inertCell } from '../../ide/inert-markdown.ts';
import { join, type Phrase, phrase, strong, words } from '../../ide/phrase.ts';
import { printable, withoutCommands } from '../printable.ts';
import { nameOf } from './pretty.ts';
import type { DiffResult } from './result.ts';

/** GitHub takes 65,536 characters; the rest is for whatever a workflow puts around it. */
const mostCharacters = 60_000;

/** A part of the page: lines that go together, of which as many are shown as there is room for. */
interface Section {
  /** What is counted where rows are left out. */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly string[];
}

export function markdownDiff(result: DiffResult, difference: AccessDifference): string {
  const head = [
    `### Access: ${inertCell(headline(difference))}`,
    '',
    `${inertCell(sides(result))}, for ${result.asOf}.`,
    '',
  ];
  const sections = [
    undecided(difference),
    renames(difference),
    ...[...changeTitles].map(([change, title]) => table(difference, change, title)),
  ];
  const page = fitted(
    head,
    [errors(result), ...sections].filter(({ rows }) => rows.length > 0),
  );
  return withoutCommands(page.split('\n').map(printable).join('\n'));
}

function sides({ before, after }: DiffResult): Phrase {
  return phrase`${nameOf(before)} → ${nameOf(after)}`;
}

function errors({ before, after }: DiffResult): Section {
  const rows = [...(before.errors ?? []).map(errorOf('before')), ...(after.errors ?? []).map(errorOf('after'))];
  return { name: 'errors', head: ['**Broken, and so counted as allowing nothing:**', ''], rows };
}

function errorOf(side: string): (text: string) => string {
  return (text) => `- ${side}: ${inertCell([{ code: text }])}`;
}

function undecided({ unknown }: AccessDifference): Section {
  const rows = unknown.map((each) => `- ${inertCell(unknownText(each))}`);
  return { name: 'not decided', head: [inertCell(strong(words('Not decided:'))), ''], rows };
}

function renames({ renames: all }: AccessDifference): Section {
  return { name: 'renames', head: ['**Renamed:**', ''], rows: all.map((each) => `- ${inertCell(renameText(each))}`) };
}

const columns = ['Where', 'Who', 'What', 'Which records', 'By'];

function table({ entries }: AccessDifference, change: Change, title: string): Section {
  const rows = entries.filter((entry) => entry.change === change).map(row);
  const head = [`#### ${title} (${rows.length})`, '', line(columns), line(columns.map(() => '---'))];
  return { name: change, head, rows };
}

function row(entry: DifferenceEntry): string {
  const { where, who, what, records, example, causes } = entryParts(entry);
  const about = join([...records, ...example], '; ');
  return line([where, who, what, about, join(causes, '; ')].map(inertCell));
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => (cell === '' ? ' ' : cell)).join(' | ')} |`;
}

/** As much as there is room for, whole rows only, and how much of each is left out. */
function fitted(head: readonly string[], sections: readonly Section[]): string {
  const shown = shownRows(sections, mostCharacters - lengthOf(head));
  const lines = sections.flatMap((section) => {
    const rows = section.rows.slice(0, shown.get(section));
    return rows.length === 0 ? [] : [...section.head, ...rows, ''];
  });
  const cut = sections.flatMap((section) => {
    const more = section.rows.length - (shown.get(section) ?? 0);
    return more === 0 ? [] : [`${more} more ${section.name}`];
  });
  const note = cut.length === 0 ? [] : [`*Cut to fit: ${cut.join(', ')}. \`writ diff\` lists all.*`, ''];
  return [...head, ...lines, ...note].join('\n');
}

/** How many rows of each section there is room for: all get the same room, and what the short ones leave goes to the long. */
function shownRows(sections: readonly Section[], room: number): ReadonlyMap<Section, number> {
  const shown = new Map<Section, number>();
  let left = room;
  const bySize = sections.toSorted((a, b) => lengthOf(a.rows) - lengthOf(b.rows));
  bySize.forEach((section, i) => {
    let own = Math.floor(left / (sections.length - i)) - lengthOf(section.head);
    left -= lengthOf(section.head);
    let count = 0;
    for (const each of section.rows) {
      if (own < each.length + 1) break;
      own -= each.length + 1;
      left -= each.length + 1;
      count++;
    }
    shown.set(section, count);
  });
  return shown;
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, each) => sum + each.length + 1, 0);
}
