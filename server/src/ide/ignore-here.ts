// Keeps a rule quiet where it reports something: a suppression above the line, with the reason still to be written.
import type { Snapshot } from '../project/types.ts';
import type { Finding, Fix } from '../rules/finding.ts';
import { ruleNamed } from '../rules/registry.ts';
import { lineBreakOf } from '../syntax/edits/layout.ts';
import { reasonToWrite, suppressions } from '../syntax/suppressions.ts';

export interface Ignoring {
  readonly title: string;
  readonly edits: Fix['edits'];
}

/**
 * What to write so that a finding can be hidden: undefined of a rule that nobody can suppress, and of what does not stand in
 * a `.writ` file. A suppression that is there for the line takes the rule in; a new one hides nothing until its reason is
 * written.
 */
export function ignoreHere(snapshot: Snapshot, { rule, place }: Finding): Ignoring | undefined {
  const { file, span } = place;
  const [source, lines] = [snapshot.source(file), snapshot.lines(file)];
  if (source === undefined || lines === undefined || ruleNamed(rule)?.locked === true) return undefined;
  const { line } = lines.position(span.start);
  const named = suppressions(source, () => lines)
    .filter((each) => each.line === line)
    .flatMap(({ rules }) => rules);
  // It waits for its reason.
  if (named.some(({ id }) => id === rule)) return undefined;
  const last = named.at(-1);
  const title = `Ignore \`${rule}\` here…`;
  if (last !== undefined) return { title, edits: [insertion(file, last.span.end, `, ${rule}`)] };
  const start = lines.lineStart(line);
  const indent = /^[^\S\r\n]*/.exec(source.text.slice(start, lines.lineEnd(line)))?.[0] ?? '';
  const comment = `${indent}// writ-ignore ${rule}: ${reasonToWrite}${lineBreakOf(source)}`;
  return { title, edits: [insertion(file, start, comment)] };
}

function insertion(file: string, at: number, text: string): Fix['edits'][number] {
  return { place: { file, span: { start: at, end: at } }, text };
}
