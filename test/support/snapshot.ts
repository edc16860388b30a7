// Projects on the disk for tests, read the way the command line reads them.
import path from 'node:path';
import { at } from '../../scripts/places.ts';
import { loadProject } from '../../server/src/cli/load.ts';
import { nodeDisk, withSlashes } from '../../server/src/cli/node-disk.ts';
import { discoverProjects } from '../../server/src/project/discover.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import type { Place } from '../../server/src/rules/finding.ts';
import { parseDate } from '../../server/src/text/calendar.ts';

/** The day for which samples and agreed readings are written. */
export const sampleDay = '2026-11-21';

/** The one project in a folder of the repository. */
export async function diskProject(...folder: readonly string[]): Promise<Snapshot> {
  const [found, ...more] = await discoverProjects(nodeDisk, [withSlashes(at(...folder))]);
  if (found === undefined || more.length > 0) throw new Error(`${path.join(...folder)} holds not just one project`);
  const project = await loadProject(nodeDisk, found, parseDate(sampleDay) ?? 0, new Map());
  return project.snapshot();
}

/** `file:line:column`, from 1. */
export function placeText(snapshot: Snapshot, { file, span }: Place): string {
  const { line, character } = snapshot.lines(file)?.position(span.start) ?? { line: 0, character: span.start };
  return `${file}:${line + 1}:${character + 1}`;
}

/** The line of the text that a place starts in, without what is around it. */
export function lineText(snapshot: Snapshot, { file, span }: Place): string {
  const map = snapshot.lines(file);
  const { line } = map?.position(span.start) ?? { line: 0 };
  return (snapshot.source(file)?.text.slice(map?.lineStart(line), map?.lineEnd(line)) ?? '').trim();
}
