// Reads the pages of rules: their blocks of Writ, with what each must report.
import { readdirSync, readFileSync } from 'node:fs';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { ProjectInput, Snapshot } from '../../server/src/project/types.ts';
import { type Fixture, fixture } from '../support/fixture.ts';

export interface Block {
  readonly section: 'Invalid' | 'Valid';
  /** From 1, in its section. */
  readonly index: number;
  readonly code: string;
  /** Where the prose behind the block says that findings stand, as `file:line:column`, both from 1. */
  readonly reportedAt: readonly string[];
}

export interface Page {
  readonly id: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

export const pagesFolder: URL = new URL('../../server/src/rules/', import.meta.url);

const fence = /^```writ\n([\s\S]*?)^```$/gm;
const said = /Reported at line (\d+), column (\d+) of ([\w./-]*\w)/g;

function blocksOf(text: string, section: Block['section']): Block[] {
  const from = text.indexOf(`\n## ${section}\n`);
  if (from < 0) return [];
  const next = text.indexOf('\n## ', from + 1);
  const part = text.slice(from, next < 0 ? text.length : next);
  const found = [...part.matchAll(fence)];
  return found.map((match, i) => {
    const behind = part.slice(match.index + match[0].length, found[i + 1]?.index ?? part.length);
    const reportedAt = [...behind.matchAll(said)].map(([, line, column, file]) => `${file}:${line}:${column}`);
    return { section, index: i + 1, code: match[1] ?? '', reportedAt };
  });
}

export function pages(): Page[] {
  const names = readdirSync(pagesFolder).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => {
    const text = readFileSync(new URL(name, pagesFolder), 'utf8');
    const blocks = [...blocksOf(text, 'Invalid'), ...blocksOf(text, 'Valid')];
    return { id: name.replace(/\.md$/, ''), text, blocks };
  });
}

const otherEncoding = / \(Windows-1252\)$/gm;

/** A block as a project; a file whose header names another encoding is one that cannot be read. */
export function projectOf({ code }: Block): { readonly read: Fixture; readonly snapshot: Snapshot } {
  const unreadable = [...code.matchAll(/^--- file: (.+) \(Windows-1252\)$/gm)].map(([, path = '']) => path);
  const read = fixture(code.replaceAll(otherEncoding, ''));
  const files = new Map(read.input.files);
  for (const path of unreadable) files.set(path, { unreadable: 'not UTF-8' });
  const input: ProjectInput = { ...read.input, files };
  return { read, snapshot: createSnapshot(input) };
}
