// The changes that no test notices, each with the reason: kept as data, and compared with what a run finds.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/places.ts';
import type { Mutant } from './stryker.ts';

/** By file and reason, changes as `describe` writes them; one that is there twice stands there twice. */
type Listed = Record<string, Record<string, string[]>>;

const folder = path.join(import.meta.dirname, 'survivors');
/** The reason of those that nobody has given one yet. */
export const unexamined = 'unexamined';
const longest = 100;

const listFile = (name: string) => path.join(folder, `${name.replaceAll('/', '-')}.json`);

/** The reasons, by their names, as sentences. */
export function reasons(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path.join(folder, 'reasons.json'), 'utf8'));
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** The file of a change, relative to the root. */
export function fileOf({ fileName }: Mutant): string {
  return path.relative(root, fileName).replaceAll(path.sep, '/');
}

/** The change without its place: its line, and what became what. An edit elsewhere in the file leaves it as it is. */
function describe({ fileName, location: { start, end }, replacement }: Mutant): string {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const [first = ''] = lines;
  const last = lines.length - 1;
  const was = lines
    .map((line, i) => line.slice(i === 0 ? start.column - 1 : 0, i === last ? end.column - 1 : undefined))
    .join('\n');
  return `${cut(first)}  ⟶  ${cut(was)}  →  ${cut(replacement)}`;
}

function read(name: string): Listed {
  return existsSync(listFile(name)) ? JSON.parse(readFileSync(listFile(name), 'utf8')) : {};
}

export interface Comparison {
  /** How many survive for each reason. */
  readonly byReason: ReadonlyMap<string, number>;
  /** Those that survive and are not listed, with their places, and those that are listed and were noticed. */
  readonly unlisted: readonly string[];
  readonly noticed: readonly string[];
}

/** What survived of the files that were changed, against the list; `update` writes the list anew, known reasons kept. */
export function compareWithList(name: string, mutants: readonly Mutant[], update: boolean): Comparison {
  const listed = read(name);
  const byReason = new Map<string, number>();
  const [unlisted, noticed]: [string[], string[]] = [[], []];
  const next: Listed = { ...listed };
  for (const file of new Set(mutants.map(fileOf))) {
    const open = Object.entries(listed[file] ?? {}).flatMap(([reason, all]) => all.map((text) => ({ reason, text })));
    const found: Record<string, string[]> = {};
    for (const mutant of mutants.filter((each) => fileOf(each) === file && isSurvivor(each))) {
      const text = describe(mutant);
      const at = open.findIndex((each) => each.text === text);
      const [{ reason } = { reason: unexamined }] = at < 0 ? [] : open.splice(at, 1);
      if (at < 0) unlisted.push(`${file}:${mutant.location.start.line}: ${text}`);
      byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
      found[reason] = [...(found[reason] ?? []), text];
    }
    noticed.push(...open.map(({ text }) => `${file}: ${text}`));
    if (Object.keys(found).length > 0) next[file] = found;
    else delete next[file];
  }
  if (update) writeFileSync(listFile(name), `${JSON.stringify(next, undefined, 2)}\n`);
  return { byReason, unlisted: update ? [] : unlisted, noticed: update ? [] : noticed };
}

/** Whether no test noticed. */
export function isSurvivor({ status }: Mutant): boolean {
  return status === 'Survived' || status === 'NoCoverage';
}
