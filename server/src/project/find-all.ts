// All rules over one state of a project: severities settled, suppressed findings left out, in order.
import type { Finding, Severity } from '../rules/finding.ts';
import { rules } from '../rules/registry.ts';
import type { Report, Rule, RuleContext } from '../rules/rule.ts';
import { type Suppression, suppressions } from '../syntax/suppressions.ts';
import type { LineMap } from '../text/line-map.ts';
import { lazy } from './lazy.ts';
import type { Settings } from './settings.ts';

export interface Policy {
  readonly settings: Settings;
  readonly lines: (path: string) => LineMap | undefined;
}

export interface Finder {
  /** The findings of one rule, in order of files and positions. */
  of(rule: Rule): readonly Finding[];
  /** Those of all rules, likewise. */
  all(): readonly Finding[];
}

/** Each rule is asked when it is first wanted, and once. */
export function finder(context: () => RuleContext, policy: () => Policy): Finder {
  const isHidden = lazy(() => hider(context(), policy().lines));
  const byRule = new Map<Rule, readonly Finding[]>();
  const of = (rule: Rule): readonly Finding[] => {
    const known = byRule.get(rule);
    if (known !== undefined) return known;
    const found = findingsOf(rule, { context: context(), settings: policy().settings, isHidden: isHidden() });
    byRule.set(rule, found);
    return found;
  };
  return { of, all: lazy(() => rules.flatMap(of).sort(byPlace)) };
}

interface Search {
  readonly context: RuleContext;
  readonly settings: Settings;
  readonly isHidden: (rule: string, report: Report) => boolean;
}

function findingsOf(rule: Rule, { context, settings, isHidden }: Search): readonly Finding[] {
  const set = rule.locked === true ? undefined : settings.rules.get(rule.id);
  if (set === 'off') return [];
  const reports = rule.check(context).filter((report) => rule.locked === true || !isHidden(rule.id, report));
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

function hider({ sources }: RuleContext, lines: Policy['lines']): (rule: string, report: Report) => boolean {
  const known = new Map<string, readonly Suppression[]>();
  return (rule, { place }) => {
    const source = sources.get(place.file);
    const map = lines(place.file);
    if (source === undefined || map === undefined) return false;
    const all = known.get(place.file) ?? suppressions(source, map);
    known.set(place.file, all);
    const { line } = map.position(place.span.start);
    return all.some((each) => each.line === line && each.reason !== '' && each.rules.some(({ id }) => id === rule));
  };
}
