// All rules over one state of a project: severities settled, suppressed findings left out, in order.
import type { Finding, Severity } from '../rules/finding.ts';
import { rules } from '../rules/registry.ts';
import type { Report, Rule, RuleContext } from '../rules/rule.ts';
import { lazy } from './lazy.ts';
import type { Settings } from './settings.ts';

export interface Finder {
  /** The findings of one rule, in order of files and positions. */
  of(rule: Rule): readonly Finding[];
  /** Those of all rules, likewise. */
  all(): readonly Finding[];
}

/** Each rule is asked when it is first wanted, and once. */
export function finder(context: () => RuleContext, settings: () => Settings): Finder {
  const byRule = new Map<Rule, readonly Finding[]>();
  const of = (rule: Rule): readonly Finding[] => {
    const known = byRule.get(rule);
    if (known !== undefined) return known;
    const found = findingsOf(rule, context(), settings());
    byRule.set(rule, found);
    return found;
  };
  return { of, all: lazy(() => rules.flatMap(of).sort(byPlace)) };
}

function findingsOf(rule: Rule, context: RuleContext, settings: Settings): readonly Finding[] {
  const set = rule.locked === true ? undefined : settings.rules.get(rule.id);
  if (set === 'off') return [];
  const reports = rule.check(context).filter((report) => rule.locked === true || !isHidden(context, rule.id, report));
  return reports.map((report) => findingOf(rule, set ?? report.severity ?? rule.severity, report)).sort(byPlace);
}

function findingOf(rule: Rule, severity: Severity, report: Report): Finding {
  const { place, message, related = [], fixes = [] } = report;
  return { rule: rule.id, severity, message, place, related, fixes };
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.place.file, b.place.file) ||
    a.place.span.start - b.place.span.start ||
    a.place.span.end - b.place.span.end ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

/** By code units: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isHidden({ lines, suppressions }: RuleContext, rule: string, { place }: Report): boolean {
  const all = suppressions(place.file);
  const line = all.length === 0 ? undefined : lines(place.file)?.position(place.span.start).line;
  return all.some((each) => each.line === line && each.reason !== '' && each.rules.some(({ id }) => id === rule));
}
