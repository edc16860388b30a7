// The agreed readings, as projects: what comes of their expectations and queries.
import { readdirSync, readFileSync } from 'node:fs';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { parseDate } from '../../server/src/text/calendar.ts';
import { inputOf } from '../support/fixture.ts';

/** The day for which the readings are agreed. */
export const agreedDay = '2026-11-21';

/** The project in a folder beside this file. */
export function conformanceProject(name: string): Snapshot {
  const folder = new URL(`./${name}/`, import.meta.url);
  const texts = readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder), 'utf8')] as const);
  return createSnapshot(inputOf(new Map(texts), parseDate(agreedDay) ?? 0));
}

/** `file:line`, from 1, and the text of that line without its comment. */
export function lineAt(snapshot: Snapshot, { file, span }: { file: string; span: { start: number } }): string {
  const map = snapshot.lines(file);
  const { line } = map?.position(span.start) ?? { line: 0 };
  const text = snapshot.source(file)?.text.slice(map?.lineStart(line), map?.lineEnd(line)) ?? '';
  return `${file}:${line + 1} ${text.replace(/\/\/.*$/, '').trim()}`;
}

/** One line for each expectation that has another outcome than `wanted`. */
export function otherOutcomes(snapshot: Snapshot, wanted: 'held' | 'failed' | 'error', file?: string): string[] {
  return snapshot.outcomes
    .filter(({ place }) => file === undefined || place.file === file)
    .filter(({ outcome }) => outcome.outcome !== wanted)
    .map(({ place, outcome }) => `${lineAt(snapshot, place)}: ${outcome.outcome}, ${outcome.reason}`);
}
