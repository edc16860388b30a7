// What rules find in each object, carried from state to state as long as nothing changes that they may look at.

import type { Model } from '../model/model.ts';
import type { Formula, ObjectSymbol } from '../model/symbols.ts';
import { accountsText } from '../rules/accounts.ts';
import { runnersIn } from '../rules/acting.ts';
import type { Finding } from '../rules/finding.ts';
import { openGroups } from '../rules/people.ts';
import { roleContentsIn } from '../rules/role-contents.ts';
import type { Report, Rule, RuleParts } from '../rules/rule.ts';
import { strangersTo } from '../rules/whoever.ts';
import { notesOn } from '../text/notes.ts';
import { changesTo } from '../text/roster.ts';
import { isSame } from '../text/same.ts';
import { type FoundInObjects, findingsInObjects } from './found-in-objects.ts';
import {
  check,
  findingOf,
  findingsIn,
  isKnownEmpty,
  type Look,
  type OfPart,
  type Part,
  type State,
  sourceOf,
} from './found-in-part.ts';
import { accountsOfOrganization, aroundObject } from './surroundings.ts';

/** What the next state may build upon. It knows no state: everything in it hangs on symbols and declarations. */
export interface CarriedFindings {
  made: Made | undefined;
}

interface Made {
  /** What every rule may look at. */
  readonly seen: readonly unknown[];
  /** By what the parts are parts of: those that were asked about in the last state, and in the one before. */
  byPart: Map<object, OfPart>;
  before: ReadonlyMap<object, OfPart>;
  /** What each rule found in objects when it was last asked. */
  readonly objects: Map<Rule, FoundInObjects>;
}

/** Stands for what is in no object. */
const ground: Part = { is: 'ground', of: {} };

export interface PartFinder {
  /** What a rule finds part by part, in no order. */
  findings(rule: Rule, parts: RuleParts): readonly Finding[];
  /** The report behind one of those, made anew in this state. */
  reportOf(finding: Finding): Report | undefined;
}

export function partFinder(carried: CarriedFindings, state: State): PartFinder {
  const { context, settings } = state;
  const { model, today } = context;
  const made = madeFor(carried, [model.people, today, settings, accountsText(model)]);
  const groundEntry = entryOf(made, ground, [model.ground, ...accountsOfOrganization(model)]);
  const roster = [...model.objects.values()].map((of) => entryOf(made, { is: 'object', of }, aroundRules(model, of)));
  const objects = { roster, changes: changesTo(roster), contents: roleContentsIn(model) };
  const again = new Map<object, Map<Rule, readonly Report[]>>();
  return {
    findings: (rule, parts) => {
      const asking = { rule, parts };
      const found: Finding[] = (parts.organization?.(context) ?? []).map((report) => findingOf(state, rule, report));
      const take = (entry: OfPart, look: Look) => addAll(found, findingsIn(state, entry, asking, look));
      if (parts.ground !== undefined)
        take(
          groundEntry,
          saying(nothing, () => check(context, parts, groundEntry.part)),
        );
      for (const { of, seen, check } of parts.pieces?.(context) ?? nothing)
        if (!isKnownEmpty(knownEntry(made, of), rule, seen))
          take(entryOf(made, { is: 'piece', of }, nothing), saying(seen, check));
      addAll(found, findingsInObjects(state, made.objects, asking, objects));
      return found;
    },
    reportOf: (finding) => {
      const from = sourceOf(finding);
      if (from === undefined) return undefined;
      const { rule, parts, part, at } = from;
      const byRule = again.get(part.of) ?? new Map<Rule, readonly Report[]>();
      again.set(part.of, byRule);
      const reports = byRule.get(rule) ?? check(context, parts, part);
      byRule.set(rule, reports);
      return reports[at];
    },
  };
}

/** Around an object, and who might be in groups with an error where a condition in it may turn on that. */
function aroundRules(model: Model, object: ObjectSymbol): readonly unknown[] {
  const around = aroundObject(model, object);
  if (openGroups(model).length === 0) return around;
  const formulas = conditionsOf.get(object) ?? formulasIn(object);
  conditionsOf.set(object, formulas);
  return [...around, ...strangersTo(model, formulas)];
}

const conditionsOf = notesOn<ObjectSymbol, readonly Formula[]>();

function formulasIn(object: ObjectSymbol): readonly Formula[] {
  const steps = runnersIn(object).flatMap((runner) => runner.steps);
  return [...object.policies.map(({ when }) => when), ...steps.map(({ where }) => where)].filter(
    (formula) => formula !== undefined,
  );
}

function saying(seen: readonly unknown[], report: () => readonly Report[]): Look {
  return { seen, judge: () => ({ found: undefined, report }) };
}

function madeFor(carried: CarriedFindings, seen: readonly unknown[]): Made {
  const { made } = carried;
  const stands = made !== undefined && isSame(made.seen, seen);
  const now: Made = stands ? made : { seen, byPart: new Map(), before: new Map(), objects: new Map() };
  carried.made = now;
  now.before = now.byPart;
  now.byPart = new Map();
  return now;
}

function entryOf(made: Made, part: Part, seen: readonly unknown[]): OfPart {
  const known = knownEntry(made, part.of);
  if (known !== undefined && isSame(known.seen, seen)) return known;
  const entry = { part, seen, byRule: new Map() };
  made.byPart.set(part.of, entry);
  return entry;
}

function knownEntry({ byPart, before }: Made, of: object): OfPart | undefined {
  const known = byPart.get(of);
  if (known !== undefined) return known;
  const last = before.get(of);
  if (last !== undefined) byPart.set(of, last);
  return last;
}

const nothing: readonly never[] = [];

function addAll(to: Finding[], more: readonly Finding[]): void {
  for (const each of more) to.push(each);
}
