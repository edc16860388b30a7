// The order of findings: by file, position, rule and message.
import type { Finding, Place } from '../rules/finding.ts';

export function byPlace(a: Finding, b: Finding): number {
  return comparePlaces(a.place, b.place) || compare(a.rule, b.rule) || compare(a.message, b.message);
}

/** By file and position. */
export function comparePlaces(a: Place, b: Place): number {
  return compare(a.file, b.file) || a.span.start - b.span.start || a.span.end - b.span.end;
}

/** By code units: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same as sorted by `byPlace`: file by file, by numbers first, as thousands are sorted after each edit. */
export function sortedByPlace(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const byFile = new Map<string, Finding[]>();
  let [file, own]: [string | undefined, Finding[]] = [undefined, []];
  for (const finding of findings) {
    if (finding.place.file !== file) {
      file = finding.place.file;
      own = byFile.get(file) ?? [];
      byFile.set(file, own);
    }
    own.push(finding);
  }
  const files = [...byFile].sort(([a], [b]) => compare(a, b));
  const sorted: Finding[] = [];
  for (const [, each] of files) addSorted(sorted, each);
  return sorted;
}

/** Of one file. */
function addSorted(sorted: Finding[], findings: readonly Finding[]): void {
  const first = sorted.length;
  for (const i of byStart(findings)) {
    const finding = findings[i];
    if (finding === undefined) continue;
    // Few start at the same place: each finds its own among those.
    let at = sorted.length;
    while (at > first && isBehind(sorted[at - 1], finding)) at--;
    if (at === sorted.length) sorted.push(finding);
    else sorted.splice(at, 0, finding);
  }
}

const digit = 11;
const digits = 2 ** digit;

/** Positions in the order of their starts: sorted digit by digit, from the last one. */
function byStart(findings: readonly Finding[]): Uint32Array {
  const starts = new Uint32Array(findings.length);
  let order = new Uint32Array(findings.length);
  let most = 0;
  for (let i = 0; i < findings.length; i++) {
    const start = findings[i]?.place.span.start ?? 0;
    starts[i] = start;
    order[i] = i;
    if (start > most) most = start;
  }
  for (let shift = 0; shift < 32 && most >>> shift > 0; shift += digit) order = byDigit(order, starts, shift);
  return order;
}

/** A stable sort by one digit of what stands at the positions. */
function byDigit(order: Uint32Array, starts: Uint32Array, shift: number): Uint32Array<ArrayBuffer> {
  const digitOf = (start = 0) => (start >>> shift) & (digits - 1);
  const ends = new Uint32Array(digits + 1);
  for (let i = 0; i < starts.length; i++) {
    const next = digitOf(starts[i]) + 1;
    ends[next] = (ends[next] ?? 0) + 1;
  }
  for (let i = 1; i <= digits; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0);
  const next = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const each = order[i] ?? 0;
    const own = digitOf(starts[each]);
    const at = ends[own] ?? 0;
    next[at] = each;
    ends[own] = at + 1;
  }
  return next;
}

function isBehind(before: Finding | undefined, finding: Finding): boolean {
  return before !== undefined && before.place.span.start === finding.place.span.start && byPlace(before, finding) > 0;
}
