// Whether two states of a project ask, expect and suppress the same, with the same outcomes.
import { suppressions } from '../syntax/suppressions.ts';
import type { Snapshot } from './types.ts';

/** Takes two states with the same files. What stands around a question does not matter, nor in which order they stand. */
export function asksTheSame(before: Snapshot, after: Snapshot): boolean {
  return (
    isSame(questions(before), questions(after)) &&
    isSame(outcomes(before), outcomes(after)) &&
    isSame(suppressed(before), suppressed(after))
  );
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());
}

const asking: ReadonlySet<string | undefined> = new Set(['expect', 'query', 'test']);

function questions(snapshot: Snapshot): string[] {
  return paths(snapshot).flatMap((path) => {
    const source = snapshot.source(path);
    if (source === undefined) return [];
    const { text, units, starts } = source;
    return units.flatMap(({ declaration }, i) => {
      const start = starts[i] ?? 0;
      return asking.has(declaration?.kind) && declaration !== undefined
        ? [text.slice(start + declaration.span.start, start + declaration.span.end)]
        : [];
    });
  });
}

function outcomes({ outcomes: all }: Snapshot): string[] {
  return all.map(({ outcome }) => outcome.outcome);
}

function suppressed(snapshot: Snapshot): string[] {
  return paths(snapshot).flatMap((path) => {
    const [source, lines] = [snapshot.source(path), snapshot.lines(path)];
    if (source === undefined || lines === undefined) return [];
    return suppressions(source, () => lines).map(
      ({ rules, reason }) => `${rules.map(({ id }) => id).join(' ')}: ${reason}`,
    );
  });
}

function paths({ input }: Snapshot): string[] {
  return [...input.files.keys()];
}
