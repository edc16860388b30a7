// What one rule finds in one part of a project, kept for as long as all stays the same that it looked at.
import type { ObjectSymbol } from '../model/symbols.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import type { Report, Rule, RuleContext, RuleParts } from '../rules/rule.ts';
import { isSame } from '../text/same.ts';
import { type KeptReports, keep, placed } from './kept-report.ts';
import type { StartOf } from './unit-starts.ts';

/** What a rule speaks of: an object, what stands in none, or whatever it has for a piece. */
export type Part =
  | { readonly is: 'object'; readonly of: ObjectSymbol }
  | { readonly is: 'ground'; readonly of: object }
  | { readonly is: 'piece'; readonly of: object };

/** A part with what is known of it. */
export interface OfPart {
  readonly part: Part;
  /** What rules may look at for the sake of this part. */
  readonly seen: readonly unknown[];
  readonly byRule: Map<Rule, OfRule>;
}

interface OfRule {
  /** What the rule looks at beyond that. */
  readonly seen: readonly unknown[];
  /** What it found, where it says so. */
  readonly found: readonly unknown[] | undefined;
  readonly reports: KeptReports<KeptFinding>;
}

/** One state, as far as findings are carried to it. */
export interface State {
  readonly context: RuleContext;
  /** The text of the settings. */
  readonly settings: string | undefined;
  readonly startOf: StartOf;
  readonly severityOf: (rule: Rule, report: Report) => Severity;
}

/** What a finding was made from. It holds in every state that has the finding. */
interface Source {
  readonly rule: Rule;
  readonly parts: RuleParts;
  readonly part: Part;
  /** Its position among the reports on the part. */
  readonly at: number;
}

export type Asked = Omit<Source, 'at'>;
export type Asking = Omit<Asked, 'part'>;

const source = Symbol('source');
const behind = Symbol('report');

/** A finding that knows where its fixes come from, which is nobody else's business. A table beside it would cost more than it. */
export interface KeptFinding extends Finding {
  readonly [source]: Source;
}
interface FreshFinding extends Finding {
  readonly [behind]: Report;
}

/** Undefined of a finding that was not kept. */
export function sourceOf(finding: Finding): Source | undefined {
  return (finding as Partial<KeptFinding>)[source];
}

/** Of a report that is not kept. */
export function findingOf({ severityOf }: Pick<State, 'severityOf'>, rule: Rule, report: Report): Finding {
  const { place, message, related = [] } = report;
  const finding: FreshFinding = {
    rule: rule.id,
    severity: severityOf(rule, report),
    message,
    place,
    related,
    [behind]: report,
  };
  return finding;
}

/** The report that `findingOf` was given. */
export function reportBehind(finding: Finding): Report | undefined {
  return behind in finding ? (finding as FreshFinding)[behind] : undefined;
}

const nothing: readonly never[] = [];

/** Has a rule look at a part, whatever is known of it. */
export function check(context: RuleContext, { ground, object, pieces }: RuleParts, part: Part): readonly Report[] {
  switch (part.is) {
    case 'ground':
      return ground?.(context) ?? nothing;
    case 'object':
      return object(context, part.of);
    case 'piece':
      return (
        pieces?.(context)
          .find(({ of }) => of === part.of)
          ?.check() ?? nothing
      );
  }
}

export interface Look {
  /** What the rule looks at beyond what any may. */
  readonly seen: readonly unknown[];
  readonly judge: () => Judged;
}

/** What is reported, and from what that follows, where the rule says so. */
export interface Judged {
  readonly found: readonly unknown[] | undefined;
  readonly report: () => readonly Report[];
}

export interface Looked {
  /** Undefined where what was found cannot be kept. */
  readonly kept: KeptReports<KeptFinding> | undefined;
  /** What was found then; else nothing. */
  readonly loose: readonly Report[];
}

/** What is known of the part, or found out now: the same value where the rule finds the same again. */
export function lookAt(state: State, entry: OfPart, { rule }: Asking, { seen, judge }: Look): Looked {
  const { context, severityOf } = state;
  const known = entry.byRule.get(rule);
  if (known !== undefined && isSame(known.seen, seen)) return { kept: known.reports, loose: nothing };
  const { found, report } = judge();
  if (known?.found !== undefined && found !== undefined && isSame(known.found, found)) {
    entry.byRule.set(rule, { ...known, seen });
    return { kept: known.reports, loose: nothing };
  }
  const reports = report();
  const kept = keep<KeptFinding>(context.sources, reports, (each) => severityOf(rule, each));
  if (kept === undefined) entry.byRule.delete(rule);
  else entry.byRule.set(rule, { seen, found, reports: kept });
  return { kept, loose: kept === undefined ? reports : nothing };
}

/** Whether a rule is known to find nothing in a part, as it does mostly; it is not of a part of which nothing is known. */
export function isKnownEmpty(entry: OfPart | undefined, rule: Rule, seen: readonly unknown[]): boolean {
  const known = entry?.byRule.get(rule);
  return known !== undefined && known.reports.all.length === 0 && isSame(known.seen, seen);
}

/** As the findings of a part; found out anew where a declaration that was spoken of is not there any more. */
export function findingsIn(state: State, entry: OfPart, asking: Asking, look: Look): readonly Finding[] {
  const { kept, loose } = lookAt(state, entry, asking, look);
  const found = kept && asFindings(state, { ...asking, part: entry.part }, kept);
  if (found !== undefined) return found;
  if (kept !== undefined) entry.byRule.delete(asking.rule);
  return (kept === undefined ? loose : look.judge().report()).map((report) => findingOf(state, asking.rule, report));
}

/** Undefined where a declaration that was spoken of is not there any more. */
export function asFindings(
  { startOf }: State,
  asked: Asked,
  kept: KeptReports<KeptFinding>,
): readonly Finding[] | undefined {
  if (kept.all.length === 0) return nothing;
  const { id } = asked.rule;
  return placed(kept, startOf, ({ severity, message, place, related }, at) => ({
    rule: id,
    severity,
    message,
    place,
    related,
    [source]: { ...asked, at },
  }));
}
