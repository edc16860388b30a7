// What expectations rest on, and what could go without one of them noticing, as the values that `test` prints.
import { type Covered, coverageOf, isCovered } from '../project/tests/coverage.ts';
import { type Tried, tryRemovals } from '../project/tests/mutation.ts';
import type { Snapshot } from '../project/types.ts';
import type { CoverageResult, MutationResult, UncoveredResult } from './check-result.ts';
import { type Covers, located, optional } from './to-result.ts';

export function coverageResult(snapshot: Snapshot, covers: Covers): CoverageResult {
  const all = coverageOf(snapshot).filter(({ place }) => covers(place.file));
  const share = (kind: Covered['kind']) => {
    const own = all.filter((each) => each.kind === kind);
    return { covered: own.filter(isCovered).length, all: own.length };
  };
  const uncovered = all.filter((each) => !isCovered(each)).map((each) => uncoveredResult(snapshot, each));
  return {
    grants: share('grant'),
    policies: share('policy'),
    comparisons: share('comparison'),
    ...optional('uncovered', uncovered),
  };
}

function uncoveredResult(snapshot: Snapshot, one: Covered): UncoveredResult {
  const text = snapshot.source(one.place.file)?.text.slice(one.place.span.start, one.place.span.end) ?? '';
  const of = one.kind === 'grant' ? one.role.name : one.policy.name;
  return {
    ...located(snapshot, one.place),
    kind: one.kind,
    text: text.replace(/\s+/g, ' '),
    of,
    ...(one.kind === 'comparison' ? optional('missing', missingSides(one)) : {}),
  };
}

function missingSides({ met, unmet }: Extract<Covered, { kind: 'comparison' }>): ('met' | 'unmet')[] {
  return [...(met === 0 ? (['met'] as const) : []), ...(unmet === 0 ? (['unmet'] as const) : [])];
}

export function mutationResult(snapshot: Snapshot, covers: Covers): MutationResult {
  const all = [...tryRemovals(snapshot, ({ place }) => covers(place.file))];
  const of = (notice: Tried['notice']) => all.filter((each) => each.notice === notice);
  const unnoticed = of('unnoticed').map(({ removal: { kind, what, place } }) => ({
    ...located(snapshot, place),
    kind,
    what,
  }));
  const untried = of('untried').length;
  return {
    noticed: of('noticed').length,
    tried: all.length - untried,
    ...(untried === 0 ? {} : { untried }),
    ...optional('unnoticed', unnoticed),
  };
}
