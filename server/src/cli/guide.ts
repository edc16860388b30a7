// What the help of a command says beyond its options: laid out to the width of a terminal, and kept for the manual page.
import { type Command, Help } from 'commander';
import type { Host } from './host.ts';

export interface Guide {
  /** Paragraphs, with a blank line between them. */
  readonly about?: string;
  readonly lists?: readonly List[];
  /** Command lines, with what each does. */
  readonly examples?: readonly Row[];
  /** What each status means, from 0; undefined where it does not occur. */
  readonly status: readonly (string | undefined)[];
  readonly environment?: readonly Row[];
}

export interface List {
  readonly title: string;
  readonly rows: readonly Row[];
}

export type Row = readonly [term: string, about: string];

export const noColor: Row = ['NO_COLOR', 'where it is set, to anything, there is no colour'];

/** Of which there may be more beside it. */
const widestTerm = 24;

const guides = new WeakMap<Command, Guide>();

/** Adds it to the help of a command. */
export function addGuide(command: Command, host: Host, guide: Guide): Command {
  guides.set(command, guide);
  return command.addHelpText('after', () => `\n${guideText(guide, helpWidth(host.stdout.columns))}`);
}

export function guideOf(command: Command): Guide | undefined {
  return guides.get(command);
}

/** Takes the columns of a terminal, where there is one; lines of more than a hundred are hard to read. */
export function helpWidth(columns: number | undefined): number {
  return Math.min(columns ?? 80, 100);
}

/** All that is told in lists, in order. */
export function listsOf({ lists = [], examples = [], status, environment = [] }: Guide): List[] {
  const meanings = status.flatMap((about, code): Row[] => (about === undefined ? [] : [[String(code), about]]));
  const all = [
    ...lists,
    { title: 'Examples', rows: examples },
    { title: 'Exit status', rows: meanings },
    { title: 'Environment', rows: environment },
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

function guideText(guide: Guide, width: number): string {
  const paragraphs = (guide.about ?? '').split('\n\n').filter((each) => each !== '');
  const blocks = [
    ...paragraphs.map((each) => wrapped(each.replaceAll('\n', ' '), width)),
    ...listsOf(guide).map((list) => listText(list, width)),
  ];
  return blocks.join('\n\n');
}

/** What is said of each stands beside it, or below where one of them leaves no room for that. */
function listText({ title, rows }: List, width: number): string {
  const widest = Math.max(...rows.map(([term]) => term.length));
  const isBeside = widest <= widestTerm;
  const margin = ' '.repeat(isBeside ? widest + 4 : 6);
  const lines = rows.map(([term, about]) => {
    if (about === '') return `  ${term}`;
    const text = wrapped(about, width - margin.length).replaceAll('\n', `\n${margin}`);
    return isBeside ? `  ${term.padEnd(widest)}  ${text}` : `  ${term}\n${margin}${text}`;
  });
  return `${title}:\n${lines.join('\n')}`;
}

function wrapped(text: string, width: number): string {
  return new Help().boxWrap(text, width);
}
