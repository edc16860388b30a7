// What tells a finding of one run in the next: it stays the same where lines move, and no two findings of a run have one.
import { createHash } from 'node:crypto';
import type { FindingResult, ProjectResult } from '../check-result.ts';
import { fileFrom } from '../paths.ts';
import type { ReportContext } from './reporter.ts';

/** Counts findings that are alike, so that each has its own fingerprint; one for all findings of a run. */
export type Fingerprints = (project: ProjectResult, finding: FindingResult) => string;

/** A finding is known by its rule, its file, the words that it stands on and the line around them, all without white space. */
export function createFingerprints({ folder, lineText }: Pick<ReportContext, 'folder' | 'lineText'>): Fingerprints {
  const counts = new Map<string, number>();
  return (project, { rule, file, range: { start, end } }) => {
    const line = lineText(project, file, start.line) ?? '';
    const words = line.slice(start.character, end.line === start.line ? end.character : line.length);
    const parts = [rule, fileFrom(folder, project.root, file), withoutSpace(words), withoutSpace(line)];
    const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  };
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
