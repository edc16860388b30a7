// What a rule reported in one state, in a form that outlives it: places by their declarations, and no way back to the state.
import type { Finding, Place, Severity } from '../rules/finding.ts';
import type { Report, RuleContext } from '../rules/rule.ts';
import type { SourceFile, Unit } from '../syntax/source-file.ts';
import { lastAtOrBefore } from '../text/line-map.ts';
import type { Span } from '../text/span.ts';
import type { StartOf } from './unit-starts.ts';

/** A place in a declaration: it moves with that. */
interface Held {
  readonly file: string;
  readonly unit: Unit;
  readonly span: Span;
}

interface KeptReport<F> {
  readonly message: string;
  readonly severity: Severity;
  readonly place: Held;
  readonly related: readonly { readonly place: Held; readonly message: string }[];
  /** As it was last wanted: still right where none of its places has moved. */
  last: F | undefined;
}

/** What one rule says of one thing. */
export interface KeptReports<F extends Finding = Finding> {
  readonly all: readonly KeptReport<F>[];
  /** The declarations of all places. */
  readonly units: ReadonlyMap<Unit, string>;
  /** As they were last wanted, and where those declarations stood then. */
  last: { readonly findings: readonly F[]; readonly starts: readonly number[] } | undefined;
}

/** Undefined where a place stands outside of every declaration. */
export function keep<F extends Finding>(
  sources: RuleContext['sources'],
  reports: readonly Report[],
  severityOf: (report: Report) => Severity,
): KeptReports<F> | undefined {
  const units = new Map<Unit, string>();
  const all: KeptReport<F>[] = [];
  const find = holder(sources);
  const hold = (place: Place): Held | undefined => {
    const held = find(place);
    if (held !== undefined) units.set(held.unit, held.file);
    return held;
  };
  for (const report of reports) {
    const place = hold(report.place);
    if (place === undefined) return undefined;
    const related = [];
    for (const each of report.related ?? []) {
      const at = hold(each.place);
      if (at === undefined) return undefined;
      related.push({ place: at, message: each.message });
    }
    all.push({ message: report.message, severity: severityOf(report), place, related, last: undefined });
  }
  return { all, units, last: undefined };
}

/** Finds the declaration that a place stands in: mostly the one of the place before. */
function holder(sources: RuleContext['sources']): (place: Place) => Held | undefined {
  let [source, at]: [SourceFile | undefined, number] = [undefined, 0];
  return ({ file, span }) => {
    const own = sources.get(file);
    if (own === undefined) return undefined;
    const [start, next] = [own.starts[at] ?? 0, own.starts[at + 1] ?? own.text.length];
    if (own !== source || span.start < start || span.start >= next) at = lastAtOrBefore(own.starts, span.start);
    source = own;
    const [unit, from] = [own.units[at], own.starts[at]];
    if (unit === undefined || from === undefined || from > span.start) return undefined;
    return { file, unit, span: { start: span.start - from, end: span.end - from } };
  };
}

/** A finding as a literal of its own, at a position among those of its thing. */
export type Make<F extends Finding> = (finding: Omit<Finding, 'rule'>, at: number) => F;

/**
 * The findings as they stand now: the very ones of before, where nothing has moved. Undefined where a declaration is not
 * there any more: what was said of it has to be found out again.
 */
export function placed<F extends Finding>(
  kept: KeptReports<F>,
  startOf: StartOf,
  make: Make<F>,
): readonly F[] | undefined {
  const { all, units, last } = kept;
  const starts: number[] = [];
  for (const [unit, file] of units) {
    const start = startOf(file, unit);
    if (start === undefined) return undefined;
    starts.push(start);
  }
  if (last?.starts.every((start, i) => start === starts[i])) return last.findings;
  const startOfKnown: StartOfKnown = (file, unit) => startOf(file, unit) ?? 0;
  const findings = all.map((report, at) => {
    const still = report.last !== undefined && isWhereItWas(report, report.last, startOfKnown);
    const finding = still && report.last !== undefined ? report.last : make(placedOne(report, startOfKnown), at);
    report.last = finding;
    return finding;
  });
  kept.last = { findings, starts };
  return findings;
}

/** Of a declaration that is there. */
type StartOfKnown = (file: string, unit: Unit) => number;

function isWhereItWas({ place, related }: KeptReport<Finding>, last: Finding, startOf: StartOfKnown): boolean {
  return (
    isAt(place, last.place, startOf) &&
    related.every((each, i) => {
      const before = last.related[i];
      return before !== undefined && isAt(each.place, before.place, startOf);
    })
  );
}

function isAt({ file, unit, span }: Held, { span: before }: Place, startOf: StartOfKnown): boolean {
  return startOf(file, unit) + span.start === before.start;
}

function placedOne({ message, severity, place, related }: KeptReport<Finding>, startOf: StartOfKnown) {
  return {
    severity,
    message,
    place: placeOf(place, startOf),
    related: related.map((each) => ({ place: placeOf(each.place, startOf), message: each.message })),
  };
}

function placeOf({ file, unit, span }: Held, startOf: StartOfKnown): Place {
  const start = startOf(file, unit);
  return { file, span: { start: start + span.start, end: start + span.end } };
}
