// All rules over one state of a project: severities settled, suppressed findings apart, in order.
import type { Finding, Severity, SuppressedFinding } from '../rules/finding.ts';
import { ruleNamed, ruleNames, rules } from '../rules/registry.ts';
import type { Report, Rule, RuleContext, RuleParts } from '../rules/rule.ts';
import type { Suppression } from '../syntax/suppressions.ts';
import { lazy } from '../text/lazy.ts';
import type { Settings } from './settings.ts';

export interface Finder {
  /** The findings of one rule, in order of files and positions. */
  of(rule: Rule): readonly Finding[];
  /** Those of all rules, likewise. */
  all(): readonly Finding[];
  /** What comments suppress of all rules, likewise. */
  suppressed(): readonly SuppressedFinding[];
}

/** All but what the other rules say. */
export type BareContext = Omit<RuleContext, 'rules'>;

/** What one rule finds. */
interface Found {
  readonly reports: readonly Report[];
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** How a state finds what a rule reports whose parts may be kept. */
export type OfParts = (context: RuleContext) => (rule: Rule, parts: RuleParts) => readonly Report[];

/** Each rule is asked when it is first wanted, and once. */
export function finder(bare: () => BareContext, settings: () => Settings, ofParts: OfParts): Finder {
  const byRule = new Map<Rule, Found | undefined>();
  const context = lazy((): RuleContext => ({ ...bare(), rules: { ...ruleNames, reportsOf } }));
  const reporter = lazy(() => ofParts(context()));
  const check = (rule: Rule) => (rule.parts === undefined ? rule.check(context()) : reporter()(rule, rule.parts));
  const find = (rule: Rule): Found | undefined => {
    if (byRule.has(rule)) return byRule.get(rule);
    const found = findingsOf(rule, context(), settings(), check);
    byRule.set(rule, found);
    return found;
  };
  const reportsOf = (id: string) => {
    const rule = ruleNamed(id);
    return rule === undefined ? undefined : find(rule)?.reports;
  };
  const of = (rule: Rule) => find(rule)?.findings ?? [];
  const suppressed = () => rules.flatMap((rule) => find(rule)?.suppressed ?? []);
  return {
    of,
    all: lazy(() => rules.flatMap(of).sort(byPlace)),
    suppressed: lazy(() => suppressed().sort((a, b) => byPlace(a.finding, b.finding))),
  };
}

/** Undefined of a rule that is switched off. */
function findingsOf(
  rule: Rule,
  context: RuleContext,
  settings: Settings,
  check: (rule: Rule) => readonly Report[],
): Found | undefined {
  const set = rule.locked === true ? undefined : settings.rules.get(rule.id);
  if (set === 'off') return undefined;
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  const reports = check(rule);
  for (const report of reports) {
    const finding = findingOf(rule, set ?? report.severity ?? rule.severity, report);
    const reason = rule.locked === true ? undefined : suppressionOf(context, finding)?.reason;
    if (reason === undefined) findings.push(finding);
    else suppressed.push({ finding, reason });
  }
  return { reports, findings: findings.sort(byPlace), suppressed };
}

/** More nobody chooses from. */
const mostFixes = 4;

function findingOf(rule: Rule, severity: Severity, report: Report): Finding {
  const { place, message, related = [], fixes = [] } = report;
  const found = lazy(() => (typeof fixes === 'function' ? fixes() : fixes).slice(0, mostFixes));
  return {
    rule: rule.id,
    severity,
    message,
    place,
    related,
    get fixes() {
      return found();
    },
  };
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

/** The comment that hides a finding. */
function suppressionOf({ lines, suppressions }: RuleContext, { rule, place }: Finding): Suppression | undefined {
  const all = suppressions(place.file);
  const line = all.length === 0 ? undefined : lines(place.file)?.position(place.span.start).line;
  return all.find((each) => each.line === line && each.reason !== '' && each.rules.some(({ id }) => id === rule));
}
