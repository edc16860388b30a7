// Whether an edited project means what it did: every name the same declaration, nothing new wrong, the same outcomes.
import { said } from '../../model/draft.ts';
import type { Snapshot } from '../../project/types.ts';
import type { Place } from '../../rules/finding.ts';
import { shift } from '../../text/span.ts';
import { type AnySymbol, allSymbols, declarationsOf } from '../all-symbols.ts';
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

/** By file and offset. */
type Named = ReadonlyMap<string, { readonly symbol: AnySymbol; readonly place: Place }>;

function namedIn(snapshot: Snapshot, moved: Moved): Named {
  const found = new Map<string, { symbol: AnySymbol; place: Place }>();
  const add = (symbol: AnySymbol, place: Place) =>
    found.set(`${place.file} ${moved(place.file, place.span.start)}`, { symbol, place });
  for (const { origin, target } of snapshot.model.references) add(target, snapshot.place(origin));
  for (const symbol of allSymbols(snapshot.model))
    for (const origin of declarationsOf(symbol)) add(symbol, snapshot.place(origin));
  return found;
}

function becomeOf({ before, after, moved }: Sides, name: string): Checked {
  const [old, now] = [namedIn(before, moved), namedIn(after, (_, offset) => offset)];
  const known = new Map<AnySymbol, AnySymbol>();
  const back = new Map<AnySymbol, AnySymbol>();
  for (const [key, { symbol, place }] of old) {
    const other = now.get(key)?.symbol;
    if (other === undefined) return { wrong: `${lineOf(before, place)} would no longer name ${said(symbol.name)}` };
    const isSame = (known.get(symbol) ?? other) === other && (back.get(other) ?? symbol) === symbol;
    if (!isSame) return { wrong: `${said(other.name)} in ${lineOf(before, place)} would mean something else` };
    known.set(symbol, other);
    back.set(other, symbol);
  }
  for (const [key, { place }] of now)
    if (!old.has(key))
      return { wrong: `${said(name)} in ${lineOf(after, place)}, which names nothing now, would name it` };
  return { known };
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
