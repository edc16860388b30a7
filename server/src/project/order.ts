// The order of findings: by file, position, rule and message.
import type { Finding } from '../rules/finding.ts';

export function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.place.file, b.place.file) ||
    a.place.span.start - b.place.span.start ||
    a.place.span.end - b.place.span.end ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

/** By code units: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** So many have a position of their own below a start, with both in the 53 bits of a number. */
const mostByNumber = 2 ** 22;

/** The same as sorted by `byPlace`: file by file, by numbers first, as thousands are sorted after each edit. */
export function sortedByPlace(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  if (findings.length >= mostByNumber) return [...findings].sort(byPlace);
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = byFile.get(finding.place.file);
    if (known === undefined) byFile.set(finding.place.file, [finding]);
    else known.push(finding);
  }
  const files = [...byFile].sort(([a], [b]) => compare(a, b));
  return files.flatMap(([, own]) => sortedByStart(own));
}

function sortedByStart(findings: readonly Finding[]): Finding[] {
  const keys = new Float64Array(findings.length);
  findings.forEach(({ place }, i) => {
    keys[i] = place.span.start * mostByNumber + i;
  });
  keys.sort();
  const sorted: Finding[] = [];
  for (const key of keys) {
    const finding = findings[key % mostByNumber];
    if (finding === undefined) continue;
    // Few start at the same place: each finds its own among those.
    let at = sorted.length;
    while (at > 0 && isBehind(sorted[at - 1], finding)) at--;
    if (at === sorted.length) sorted.push(finding);
    else sorted.splice(at, 0, finding);
  }
  return sorted;
}

function isBehind(before: Finding | undefined, finding: Finding): boolean {
  return before !== undefined && before.place.span.start === finding.place.span.start && byPlace(before, finding) > 0;
}
