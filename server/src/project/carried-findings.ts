// What rules find in each object, carried from state to state as long as nothing changes that they may look at.

import type { ObjectSymbol } from '../model/symbols.ts';
import { accountsText } from '../rules/accounts.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import type { Report, Rule, RuleContext, RuleParts } from '../rules/rule.ts';
import { isSame } from '../text/same.ts';
import { type KeptReports, keep, placed } from './kept-report.ts';
import { changesTo, type Roster } from './roster.ts';
import { accountsOfOrganization, aroundObject } from './surroundings.ts';
import type { StartOf } from './unit-starts.ts';

/** What the next state may build upon. It knows no state: everything in it hangs on symbols and declarations. */
export interface CarriedFindings {
  made: Made | undefined;
}

interface Made {
  /** What every rule may look at. */
  readonly seen: readonly unknown[];
  readonly byPart: WeakMap<object, OfPart>;
  /** What each rule found in objects when it was last asked. */
  readonly objects: Map<Rule, InObjects>;
}

/** What a rule speaks of: an object, what stands in none, or whatever it has for a piece. */
type Part =
  | { readonly is: 'object'; readonly of: ObjectSymbol }
  | { readonly is: 'ground'; readonly of: object }
  | { readonly is: 'piece'; readonly of: object };

/** Stands for what is in no object. */
const ground: Part = { is: 'ground', of: {} };

interface OfPart {
  readonly part: Part;
  /** What rules may look at for the sake of this part. */
  readonly seen: readonly unknown[];
  readonly byRule: Map<Rule, OfRule>;
}

interface OfRule {
  /** What the rule looks at beyond that. */
  readonly seen: readonly unknown[];
  readonly reports: KeptReports<KeptFinding>;
}

/** One rule in all objects: most are as they were, and in most it finds nothing. */
interface InObjects {
  /** What it looked at beyond them. */
  readonly seen: readonly unknown[];
  roster: Roster<OfPart>;
  /** Those in which it found something. */
  readonly busy: Map<OfPart, KeptReports<KeptFinding>>;
  /** Those in which it found something that cannot be kept. */
  readonly loose: Set<OfPart>;
}

/** One state, as far as findings are carried to it. */
export interface State {
  readonly context: RuleContext;
  /** The text of the settings. */
  readonly settings: string | undefined;
  readonly startOf: StartOf;
  readonly severityOf: (rule: Rule, report: Report) => Severity;
}

export interface PartFinder {
  /** What a rule finds part by part, in no order. */
  findings(rule: Rule, parts: RuleParts): readonly Finding[];
  /** The report behind one of those, made anew in this state. */
  reportOf(finding: Finding): Report | undefined;
}

/** What a finding was made from. It holds in every state that has the finding. */
interface Source {
  readonly rule: Rule;
  readonly parts: RuleParts;
  readonly part: Part;
  /** Its position among the reports on the part. */
  readonly at: number;
}

const source = Symbol('source');
const behind = Symbol('report');

/** A finding that knows where its fixes come from, which is nobody else's business. A table beside it would cost more than it. */
interface KeptFinding extends Finding {
  readonly [source]: Source;
}
interface FreshFinding extends Finding {
  readonly [behind]: Report;
}

export function partFinder(carried: CarriedFindings, state: State): PartFinder {
  const { context, settings } = state;
  const { model, today } = context;
  const made = madeFor(carried, [model.ground, today, settings, accountsText(model)]);
  const groundEntry = entryOf(made, ground, accountsOfOrganization(model));
  const roster = [...model.objects.values()].map((of) => entryOf(made, { is: 'object', of }, aroundObject(model, of)));
  const changes = changesTo(roster);
  const again = new Map<object, Map<Rule, readonly Report[]>>();
  return {
    findings: (rule, parts) => {
      const found: Finding[] = (parts.organization?.(context) ?? []).map((report) => findingOf(state, rule, report));
      const take = (entry: OfPart, look: Look) => addAll(found, findingsIn(state, entry, { rule, parts }, look));
      if (parts.ground !== undefined)
        take(groundEntry, { seen: nothing, check: () => check(context, parts, groundEntry.part) });
      for (const { of, seen, check } of parts.pieces?.(context) ?? nothing)
        take(entryOf(made, { is: 'piece', of }, nothing), { seen, check });
      const known = inObjects(made, rule, parts.alsoSeen?.(context) ?? nothing);
      const { gone, come } = changes(known.roster);
      for (const entry of gone) forget(known, entry);
      for (const entry of [...known.loose, ...come])
        for (const report of lookAnew(state, known, entry, { rule, parts })) found.push(findingOf(state, rule, report));
      known.roster = roster;
      for (const [{ part }, kept] of known.busy) addAll(found, asFindings(state, { rule, parts, part }, kept));
      return found;
    },
    reportOf: (finding) => {
      const made = (finding as Partial<KeptFinding>)[source];
      if (made === undefined) return undefined;
      const { rule, parts, part, at } = made;
      const byRule = again.get(part.of) ?? new Map<Rule, readonly Report[]>();
      again.set(part.of, byRule);
      const reports = byRule.get(rule) ?? check(context, parts, part);
      byRule.set(rule, reports);
      return reports[at];
    },
  };
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

function madeFor(carried: CarriedFindings, seen: readonly unknown[]): Made {
  const { made } = carried;
  const now =
    made !== undefined && isSame(made.seen, seen) ? made : { seen, byPart: new WeakMap(), objects: new Map() };
  carried.made = now;
  return now;
}

function entryOf({ byPart }: Made, part: Part, seen: readonly unknown[]): OfPart {
  const known = byPart.get(part.of);
  if (known !== undefined && isSame(known.seen, seen)) return known;
  const entry = { part, seen, byRule: new Map() };
  byPart.set(part.of, entry);
  return entry;
}

function inObjects({ objects }: Made, rule: Rule, seen: readonly unknown[]): InObjects {
  const known = objects.get(rule);
  if (known !== undefined && isSame(known.seen, seen)) return known;
  const now: InObjects = { seen, roster: [], busy: new Map(), loose: new Set() };
  objects.set(rule, now);
  return now;
}

function forget({ busy, loose }: InObjects, entry: OfPart): void {
  busy.delete(entry);
  loose.delete(entry);
}

/** Has a rule look in an object as it has not yet; gives what it finds there as far as that cannot be kept. */
function lookAnew(state: State, known: InObjects, entry: OfPart, asking: Asking): readonly Report[] {
  forget(known, entry);
  const look = { seen: known.seen, check: () => check(state.context, asking.parts, entry.part) };
  const { kept, loose } = lookAt(state, entry, asking, look);
  if (kept === undefined) known.loose.add(entry);
  else if (kept.all.length > 0) known.busy.set(entry, kept);
  return loose;
}

const nothing: readonly never[] = [];

function check(context: RuleContext, { ground, object, pieces }: RuleParts, part: Part): readonly Report[] {
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

type Asked = Omit<Source, 'at'>;
type Asking = Omit<Asked, 'part'>;

interface Look {
  /** What the rule looks at beyond what any may. */
  readonly seen: readonly unknown[];
  readonly check: () => readonly Report[];
}

function findingsIn(state: State, entry: OfPart, asking: Asking, look: Look): readonly Finding[] {
  const { kept, loose } = lookAt(state, entry, asking, look);
  if (kept !== undefined) return asFindings(state, { ...asking, part: entry.part }, kept);
  return loose.map((report) => findingOf(state, asking.rule, report));
}

interface Looked {
  /** Undefined where what was found cannot be kept. */
  readonly kept: OfRule['reports'] | undefined;
  /** What was found then; else nothing. */
  readonly loose: readonly Report[];
}

/** What is known of the part, or found out now. */
function lookAt(state: State, entry: OfPart, { rule }: Asking, { seen, check }: Look): Looked {
  const { context, severityOf } = state;
  const known = entry.byRule.get(rule);
  if (known !== undefined && isSame(known.seen, seen)) return { kept: known.reports, loose: nothing };
  const reports = check();
  const kept = keep<KeptFinding>(context.sources, reports, (report) => severityOf(rule, report));
  if (kept === undefined) entry.byRule.delete(rule);
  else entry.byRule.set(rule, { seen, reports: kept });
  return { kept, loose: kept === undefined ? reports : nothing };
}

function asFindings({ startOf }: State, asked: Asked, kept: OfRule['reports']): readonly Finding[] {
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

function addAll(to: Finding[], more: readonly Finding[]): void {
  for (const each of more) to.push(each);
}
