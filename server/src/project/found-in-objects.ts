// What one rule finds in all objects: most are as they were, and in most it finds nothing.
import type { Model } from '../model/model.ts';
import type { ObjectSymbol, Role } from '../model/symbols.ts';
import type { Finding } from '../rules/finding.ts';
import { bitsOfRole, overlap } from '../rules/people-bits.ts';
import { type RoleContents, turnsBetween } from '../rules/role-contents.ts';
import type { Rule, RuleContext, RuleParts } from '../rules/rule.ts';
import type { Turn } from '../rules/turn.ts';
import type { Changes, Roster } from '../text/roster.ts';
import { isSame } from '../text/same.ts';
import type { Judged, Look, OfPart, State } from './found-in-part.ts';
import { type Asking, asFindings, check, findingOf, findingsIn, type KeptFinding, lookAt } from './found-in-part.ts';
import type { KeptReports } from './kept-report.ts';

export interface FoundInObjects {
  /** What the rule looked at beyond the objects. */
  seen: Seen;
  roster: Roster<OfPart>;
  /** Those in which it found something. */
  readonly busy: Map<OfPart, KeptReports<KeptFinding>>;
  /** Those in which it has to look again: something may have changed, or what it found cannot be kept. */
  readonly open: Set<OfPart>;
}

/** What a rule looks at for the sake of any object. */
interface Seen {
  /** As one list: the same where each of it is. */
  readonly all: readonly unknown[];
  /** All of it but the roles of the organization. */
  readonly others: readonly unknown[];
  /** Where it looks at them as far as they give something to people with roles of the object. */
  readonly contents: RoleContents | undefined;
}

/** The objects of one state, and what has come and gone since another. */
export interface ObjectsNow {
  readonly roster: Roster<OfPart>;
  readonly changes: (before: Roster<OfPart>) => Changes<OfPart>;
  readonly contents: RoleContents;
}

/** In no order. `known` is what each rule found in the states before, and after it in this one as well. */
export function findingsInObjects(
  state: State,
  known: Map<Rule, FoundInObjects>,
  asking: Asking,
  { roster, changes, contents }: ObjectsNow,
): readonly Finding[] {
  const found: Finding[] = [];
  const own = ofRule(known, asking, state.context, seenBy(state.context, asking.parts, contents));
  const { gone, come } = changes(own.roster);
  for (const entry of gone) forget(own, entry);
  for (const entry of [...own.open, ...come]) for (const each of lookAnew(state, own, entry, asking)) found.push(each);
  own.roster = roster;
  for (const [entry, kept] of [...own.busy]) {
    const stands = asFindings(state, { ...asking, part: entry.part }, kept);
    for (const each of stands ?? lookAgain(state, own, entry, asking)) found.push(each);
  }
  return found;
}

const nothing: readonly never[] = [];

function seenBy(context: RuleContext, { beside, turned, alsoSeen }: RuleParts, contents: RoleContents): Seen {
  const also = alsoSeen?.(context) ?? nothing;
  if (beside === 'nothing') return { all: also, others: also, contents: undefined };
  if (beside !== undefined || turned !== undefined) return { all: [contents, ...also], others: also, contents };
  const all = [contents, ...also];
  return { all, others: all, contents: undefined };
}

function ofRule(all: Map<Rule, FoundInObjects>, asking: Asking, context: RuleContext, seen: Seen): FoundInObjects {
  const known = all.get(asking.rule);
  if (known !== undefined && isSame(known.seen.all, seen.all)) return known;
  const turns = known === undefined ? undefined : turnsOf(context.model, known.seen, seen);
  if (known !== undefined && turns !== undefined) {
    openWhereTheyMatter(known, asking, context, { seen, turns });
    return known;
  }
  const now: FoundInObjects = { seen, roster: [], busy: new Map(), open: new Set() };
  all.set(asking.rule, now);
  return now;
}

/** All that roles of the organization give otherwise; undefined where there is another difference. */
function turnsOf(model: Model, before: Seen, now: Seen): readonly Turn[] | undefined {
  const { contents, others } = now;
  if (before.contents === undefined || contents === undefined || !isSame(before.others, others)) return undefined;
  return turnsBetween(model, before.contents, contents);
}

interface Turned {
  readonly seen: Seen;
  readonly turns: readonly Turn[];
}

/** What was found stays true of objects where what those give, or gave, is nothing that the rule looks at. */
function openWhereTheyMatter(
  known: FoundInObjects,
  { rule, parts }: Asking,
  context: RuleContext,
  { seen, turns }: Turned,
): void {
  const before = known.seen;
  known.seen = seen;
  const matters = mattering(context, parts, turns);
  for (const entry of known.roster) {
    const { byRule, part } = entry;
    const own = byRule.get(rule);
    if (own === undefined || !isSame(own.seen, before.all) || part.is !== 'object' || matters(part.of))
      known.open.add(entry);
    else byRule.set(rule, { ...own, seen: seen.all });
  }
}

function mattering(
  context: RuleContext,
  { beside, turned }: RuleParts,
  turns: readonly Turn[],
): (object: ObjectSymbol) => boolean {
  if (turned !== undefined) return (object) => turns.some((turn) => turned(context, object, turn));
  const mattersTo = (role: Role) =>
    turns.some(
      ({ people, permissions }) =>
        overlap(people, bitsOfRole(context.model, role)) &&
        (typeof beside !== 'function' || beside(context, role, permissions)),
    );
  return ({ roles }) => [...roles.values()].some(mattersTo);
}

function forget({ busy, open }: FoundInObjects, entry: OfPart): void {
  busy.delete(entry);
  open.delete(entry);
}

/** Has a rule look in an object as it has not yet; gives what it finds there as far as that cannot be kept. */
function lookAnew(state: State, known: FoundInObjects, entry: OfPart, asking: Asking): readonly Finding[] {
  forget(known, entry);
  const { kept, loose } = lookAt(state, entry, asking, lookFor(state, known, entry, asking));
  if (kept === undefined) known.open.add(entry);
  else if (kept.all.length > 0) known.busy.set(entry, kept);
  return loose.map((report) => findingOf(state, asking.rule, report));
}

/** Where a declaration that was spoken of is not there any more; gives all that is found. */
function lookAgain(state: State, known: FoundInObjects, entry: OfPart, asking: Asking): readonly Finding[] {
  entry.byRule.delete(asking.rule);
  lookAnew(state, known, entry, asking);
  return findingsIn(state, entry, asking, lookFor(state, known, entry, asking));
}

function lookFor({ context }: State, { seen }: FoundInObjects, { part }: OfPart, { parts }: Asking): Look {
  const judge = (): Judged =>
    part.is === 'object' && parts.verdict !== undefined
      ? parts.verdict(context, part.of)
      : { found: undefined, report: () => check(context, parts, part) };
  return { seen: seen.all, judge };
}
