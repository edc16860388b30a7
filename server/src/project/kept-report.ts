// What a rule reported in one state, in a form that outlives it: places by their declarations, and no way back to the state.
import type { Place } from '../rules/finding.ts';
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

export interface KeptReport {
  readonly message: string;
  readonly severity: Report['severity'];
  readonly place: Held;
  readonly related: readonly { readonly place: Held; readonly message: string }[];
  readonly hasFixes: boolean;
}

/** Undefined where one of them stands outside of every declaration. */
export function keep(sources: RuleContext['sources'], reports: readonly Report[]): readonly KeptReport[] | undefined {
  const kept: KeptReport[] = [];
  for (const { message, severity, place, related = [], fixes = [] } of reports) {
    const own = held(sources, place);
    const others = related.flatMap((each) => {
      const at = held(sources, each.place);
      return at === undefined ? [] : [{ place: at, message: each.message }];
    });
    if (own === undefined || others.length < related.length) return undefined;
    kept.push({
      message,
      severity,
      place: own,
      related: others,
      hasFixes: typeof fixes === 'function' || fixes.length > 0,
    });
  }
  return kept;
}

function held(sources: RuleContext['sources'], { file, span }: Place): Held | undefined {
  const source = sources.get(file);
  const at = source === undefined ? 0 : lastAtOrBefore(source.starts, span.start);
  const [unit, start] = [source?.units[at], source?.starts[at]];
  if (unit === undefined || start === undefined || start > span.start) return undefined;
  return { file, unit, span: { start: span.start - start, end: span.end - start } };
}

/** The report as it stands now; `again` makes it anew where somebody wants its fixes. */
export function restore(
  { place }: Pick<RuleContext, 'place'>,
  { message, severity, place: own, related, hasFixes }: KeptReport,
  again: () => Report | undefined,
): Report {
  const fixesOf = () => {
    const { fixes = [] } = again() ?? {};
    return typeof fixes === 'function' ? fixes() : fixes;
  };
  return {
    place: place(own),
    message,
    ...(severity === undefined ? {} : { severity }),
    related: related.map((each) => ({ place: place(each.place), message: each.message })),
    ...(hasFixes ? { fixes: fixesOf } : {}),
  };
}
