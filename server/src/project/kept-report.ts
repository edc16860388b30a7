// What a rule reported in one state, in a form that outlives it: places by their declarations, and no way back to the state.
import type { Finding, Place, Severity } from '../rules/finding.ts';
import type { Report, RuleContext } from '../rules/rule.ts';
import type { Unit } from '../syntax/source-file.ts';
import { lastAtOrBefore } from '../text/line-map.ts';
import type { Span } from '../text/span.ts';

/** A place in a declaration: it moves with that. */
interface Held {
  readonly file: string;
  readonly unit: Unit;
  readonly span: Span;
}

export interface KeptReport<F extends Finding = Finding> {
  readonly message: string;
  readonly severity: Severity;
  readonly place: Held;
  readonly related: readonly { readonly place: Held; readonly message: string }[];
  /** The declarations of its places. */
  readonly units: readonly Unit[];
  /** As it was last wanted, and where those declarations stood then. */
  last: { readonly finding: F; readonly starts: readonly number[] } | undefined;
}

/** Undefined where a place stands outside of every declaration. */
export function keep<F extends Finding>(
  sources: RuleContext['sources'],
  { message, place, related = [] }: Report,
  severity: Severity,
): KeptReport<F> | undefined {
  const own = held(sources, place);
  const others = related.flatMap((each) => {
    const at = held(sources, each.place);
    return at === undefined ? [] : [{ place: at, message: each.message }];
  });
  if (own === undefined || others.length < related.length) return undefined;
  const units = [...new Set([own, ...others.map((each) => each.place)].map(({ unit }) => unit))];
  return { message, severity, place: own, related: others, units, last: undefined };
}

function held(sources: RuleContext['sources'], { file, span }: Place): Held | undefined {
  const source = sources.get(file);
  const at = source === undefined ? 0 : lastAtOrBefore(source.starts, span.start);
  const [unit, start] = [source?.units[at], source?.starts[at]];
  if (unit === undefined || start === undefined || start > span.start) return undefined;
  return { file, unit, span: { start: span.start - start, end: span.end - start } };
}

/** Where declarations start in their files now. */
export type StartOf = (unit: Unit) => number;

/** The finding as it stands now: the very one of before, where nothing has moved; `seal` gives a new one what it lacks. */
export function placed<F extends Finding>(
  rule: string,
  kept: KeptReport<F>,
  startOf: StartOf,
  seal: (made: Finding) => F,
): F {
  const { last, units, message, severity } = kept;
  if (last !== undefined && units.every((unit, i) => startOf(unit) === last.starts[i])) return last.finding;
  const finding = seal({
    rule,
    severity,
    message,
    place: placeOf(kept.place, startOf),
    related: kept.related.map((each) => ({ place: placeOf(each.place, startOf), message: each.message })),
  });
  kept.last = { finding, starts: units.map(startOf) };
  return finding;
}

function placeOf({ file, unit, span }: Held, startOf: StartOf): Place {
  const start = startOf(unit);
  return { file, span: { start: start + span.start, end: start + span.end } };
}
