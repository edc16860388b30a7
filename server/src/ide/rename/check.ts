// Whether an edited project means what it did: every name the same declaration, nothing new wrong, the same outcomes.
import { said } from '../../model/draft.ts';
import type { Snapshot } from '../../project/types.ts';
import type { Place } from '../../rules/finding.ts';
import { type Span, shift } from '../../text/span.ts';
import type { AnySymbol } from '../all-symbols.ts';
import { type Occurrence, occurrencesIn } from '../occurrences.ts';
import type { Moved } from './moved.ts';

export interface Sides {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** From `before` to `after`. */
  readonly moved: Moved;
}

/** What each symbol has become, or why the two do not mean the same. */
export type Checked = { readonly known: ReadonlyMap<AnySymbol, AnySymbol> } | { readonly wrong: string };

/** `name` is the one that is given. */
export function checkMeaning(sides: Sides, name: string): Checked {
  const wrong = newProblem(sides);
  if (wrong !== undefined) return { wrong };
  const known = becomeOf(sides, name);
  if ('wrong' in known) return known;
  const otherwise = otherOutcome(sides);
  return otherwise === undefined ? known : { wrong: otherwise };
}

/** Declaration by declaration: a rename makes none and takes none away, and leaves most of them as they are. */
function becomeOf({ before, after, moved }: Sides, name: string): Checked {
  const become: Become = { known: new Map(), back: new Map() };
  for (const path of before.input.files.keys()) {
    const [old, now] = [before.source(path), after.source(path)];
    if (old === undefined || now === undefined) continue;
    if (old.units.length !== now.units.length) return { wrong: `${path} would be read as other declarations` };
    for (const [index, unit] of old.units.entries()) {
      const [start, startNow] = [old.starts[index] ?? 0, now.starts[index] ?? 0];
      const other = now.units[index] ?? unit;
      const toNow = (offset: number) => (unit === other ? offset : moved(path, start + offset) - startNow);
      const [named, namedNow] = [
        occurrencesIn(before.model, { path, unit, index }),
        occurrencesIn(after.model, { path, unit: other, index }),
      ];
      const wrong = compareNamed(become, { named, namedNow, toNow });
      if (wrong === undefined) continue;
      const { symbol, at, side } = wrong;
      const span = shift(at, side === 'before' ? start : startNow);
      const line = lineOf(side === 'before' ? before : after, { file: path, span });
      if (symbol !== undefined) return { wrong: `${said(symbol.name)} in ${line} would mean something else` };
      if (side === 'after') return { wrong: `${said(name)} in ${line}, which names nothing now, would name it` };
      return { wrong: `${line} would no longer name ${said(wrong.named)}` };
    }
  }
  return become;
}

/** What each symbol has become, and what each was. */
interface Become {
  readonly known: Map<AnySymbol, AnySymbol>;
  readonly back: Map<AnySymbol, AnySymbol>;
}

interface Compared {
  readonly named: readonly Occurrence[];
  readonly namedNow: readonly Occurrence[];
  /** From an offset of the declaration to one of what it has become. */
  readonly toNow: (offset: number) => number;
}

interface Unlike {
  /** Of what is named there afterwards, where that is something else. */
  readonly symbol?: AnySymbol;
  /** The name that stands there. */
  readonly named: string;
  /** Relative to the declaration on that side. */
  readonly at: Span;
  readonly side: 'before' | 'after';
}

function compareNamed(become: Become, { named, namedNow, toNow }: Compared): Unlike | undefined {
  const isAt = ({ span }: Occurrence, i: number) => namedNow[i]?.span.start === toNow(span.start);
  // Most declarations name the same in the same order.
  if (named.length === namedNow.length && named.every(isAt)) {
    const i = named.findIndex(({ symbol }, at) => !becomes(become, symbol, namedNow[at]?.symbol));
    const [one, other] = [named[i], namedNow[i]];
    return one && { named: one.symbol.name, at: one.span, side: 'before', ...(other && { symbol: other.symbol }) };
  }
  const [left, right] = [byStart(named, toNow), byStart(namedNow, (start) => start)];
  for (const [start, { symbol, span }] of left) {
    const other = right.get(start)?.symbol;
    if (other === undefined) return { named: symbol.name, at: span, side: 'before' };
    if (!becomes(become, symbol, other)) return { symbol: other, named: symbol.name, at: span, side: 'before' };
  }
  const [, fresh] = [...right].find(([start]) => !left.has(start)) ?? [];
  return fresh && { named: fresh.symbol.name, at: fresh.span, side: 'after' };
}

function byStart(all: readonly Occurrence[], toNow: Compared['toNow']): Map<number, Occurrence> {
  return new Map(all.map((each) => [toNow(each.span.start), each]));
}

/** False where either is something else already. */
function becomes({ known, back }: Become, symbol: AnySymbol, other: AnySymbol | undefined): boolean {
  if (other === undefined || (known.get(symbol) ?? other) !== other || (back.get(other) ?? symbol) !== symbol)
    return false;
  known.set(symbol, other);
  back.set(other, symbol);
  return true;
}

function newProblem({ before, after, moved }: Sides): string | undefined {
  const old = new Set(
    problemsOf(before).map(({ rule, place: { file, span } }) => `${rule} ${file} ${moved(file, span.start)}`),
  );
  const fresh = problemsOf(after).find(({ rule, place: { file, span } }) => !old.has(`${rule} ${file} ${span.start}`));
  return fresh && `${fresh.message} (${lineOf(after, fresh.place)})`;
}

interface Wrong {
  readonly rule: string;
  readonly place: Place;
  readonly message: string;
}

function problemsOf(snapshot: Snapshot): Wrong[] {
  const found: Wrong[] = snapshot.model.problems.map(({ rule, origin, message }) => ({
    rule,
    place: snapshot.place(origin),
    message,
  }));
  for (const file of snapshot.input.files.keys()) {
    const source = snapshot.source(file);
    if (source === undefined) continue;
    for (const { span, message } of source.problems) found.push({ rule: 'syntax', place: { file, span }, message });
    for (const [i, { problems }] of source.units.entries())
      for (const { span, message } of problems)
        found.push({ rule: 'syntax', place: { file, span: shift(span, source.starts[i] ?? 0) }, message });
  }
  return found;
}

function otherOutcome({ before, after }: Sides): string | undefined {
  const other = before.outcomes.find(({ outcome }, i) => outcome.outcome !== after.outcomes[i]?.outcome.outcome);
  return other && `the expectation in ${lineOf(before, other.place)} would come out otherwise`;
}

function lineOf(snapshot: Snapshot, { file, span }: Place): string {
  return `${file}:${(snapshot.lines(file)?.position(span.start).line ?? 0) + 1}`;
}
