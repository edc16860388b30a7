// All rules over one state of a project: severities settled, suppressed findings apart, in order.
import type { Finding, Fix, Severity, SuppressedFinding } from '../rules/finding.ts';
import { ruleNamed, ruleNames, rules } from '../rules/registry.ts';
import type { Report, Rule, RuleContext } from '../rules/rule.ts';
import type { Suppression } from '../syntax/suppressions.ts';
import { lazy } from '../text/lazy.ts';
import type { PartFinder } from './carried-findings.ts';
import { findingOf, reportBehind, type State } from './found-in-part.ts';
import { byPlace, sortedByPlace } from './order.ts';
import type { Settings } from './settings.ts';

export interface Finder {
  /** The findings of one rule, in order of files and positions. */
  of(rule: Rule): readonly Finding[];
  /** Those of all rules, likewise. */
  all(): readonly Finding[];
  /** What comments suppress of all rules, likewise. */
  suppressed(): readonly SuppressedFinding[];
  /** Of a finding of this state, suppressed or not. */
  fixesOf(finding: Finding): readonly Fix[];
}

/** All but what the other rules say. */
export type BareContext = Omit<RuleContext, 'rules'>;

/** How a state finds what rules say of its parts, some of it carried over. */
export type OfParts = (state: Pick<State, 'context' | 'severityOf'>) => PartFinder;

/** What one rule finds, in no order. */
interface Found {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** Each rule is asked when it is first wanted, and once. */
export function finder(bare: () => BareContext, settings: () => Settings, ofParts: OfParts): Finder {
  const byRule = new Map<Rule, Found | undefined>();
  const context = lazy((): RuleContext => ({ ...bare(), rules: { ...ruleNames, reportsOf } }));
  const severityOf = (rule: Rule, report: Report): Severity => severityIn(settings(), rule, report);
  const parts = lazy(() => ofParts({ context: context(), severityOf }));
  const look = (rule: Rule) =>
    rule.parts === undefined
      ? rule.check(context()).map((report) => findingOf({ severityOf }, rule, report))
      : parts().findings(rule, rule.parts);
  const find = (rule: Rule): Found | undefined => {
    if (byRule.has(rule)) return byRule.get(rule);
    const found = isOff(settings(), rule) ? undefined : apart(context(), rule, look(rule));
    byRule.set(rule, found);
    return found;
  };
  const reportsOf = (id: string): readonly Report[] | undefined => {
    const rule = ruleNamed(id);
    const found = rule === undefined ? undefined : find(rule);
    return found && [...found.findings, ...found.suppressed.map(({ finding }) => finding)];
  };
  const fixes = new WeakMap<Finding, readonly Fix[]>();
  const suppressed = () => rules.flatMap((rule) => find(rule)?.suppressed ?? []);
  return {
    of: (rule) => sortedByPlace(find(rule)?.findings ?? []),
    all: lazy(() => sortedByPlace(rules.flatMap((rule) => find(rule)?.findings ?? []))),
    suppressed: lazy(() => suppressed().sort((a, b) => byPlace(a.finding, b.finding))),
    fixesOf: (finding) => {
      const known = fixes.get(finding) ?? fixesIn(reportBehind(finding) ?? parts().reportOf(finding));
      fixes.set(finding, known);
      return known;
    },
  };
}

function isOff({ rules: set }: Settings, { id, locked }: Rule): boolean {
  return locked !== true && set.get(id) === 'off';
}

function severityIn({ rules: set }: Settings, { id, locked, severity }: Rule, report: Report): Severity {
  const chosen = locked === true ? undefined : set.get(id);
  return chosen === undefined || chosen === 'off' ? (report.severity ?? severity) : chosen;
}

/** More nobody chooses from. */
const mostFixes = 4;

function fixesIn({ fixes = [] }: Partial<Report> = {}): readonly Fix[] {
  return (typeof fixes === 'function' ? fixes() : fixes).slice(0, mostFixes);
}

/** What comments suppress, apart from the rest. */
function apart(context: RuleContext, { locked }: Rule, all: readonly Finding[]): Found {
  if (locked === true || all.length === 0) return { findings: all, suppressed: nothing };
  const suppressed: SuppressedFinding[] = [];
  const hides = hiding(context);
  const findings = all.filter((finding) => {
    const reason = hides(finding)?.reason;
    if (reason !== undefined) suppressed.push({ finding, reason });
    return reason === undefined;
  });
  return { findings, suppressed };
}

const nothing: readonly never[] = [];

/** Gives the comment that hides a finding. One after the other they mostly stand in the same file. */
function hiding({ lines, suppressions }: RuleContext): (finding: Finding) => Suppression | undefined {
  let file: string | undefined;
  let all: readonly Suppression[] = nothing;
  return ({ rule, place }) => {
    if (place.file !== file) {
      file = place.file;
      all = suppressions(file);
    }
    if (all.length === 0) return undefined;
    const line = lines(place.file)?.position(place.span.start).line;
    return all.find((each) => each.line === line && each.reason !== '' && each.rules.some(({ id }) => id === rule));
  };
}
