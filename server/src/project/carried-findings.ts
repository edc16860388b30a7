// What rules report of each object, carried from state to state as long as nothing changes that they may look at.
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { ObjectSymbol, RecordSymbol, ServiceAccount } from '../model/symbols.ts';
import type { Report, Rule, RuleContext, RuleParts } from '../rules/rule.ts';
import { type KeptReport, keep, restore } from './kept-report.ts';

/** What the next state may build upon. It knows no state: everything in it hangs on symbols and declarations. */
export interface CarriedFindings {
  made: Made | undefined;
}

interface Made {
  /** What every rule may look at. */
  readonly seen: readonly unknown[];
  /** Of what stands in no object by the word for it. */
  readonly byObject: WeakMap<object, OfObject>;
}

/** The name that what stands in no object goes by. */
const noObject = {};

interface OfObject {
  /** What rules may look at for the sake of this object. */
  readonly seen: readonly unknown[];
  readonly byRule: Map<Rule, OfRule>;
}

interface OfRule {
  /** What the rule looks at beyond that. */
  readonly seen: readonly unknown[];
  readonly reports: readonly KeptReport[];
}

/** Gives what a rule that has parts reports in a state, `settings` being the text of its settings. */
export function reporterOf(
  carried: CarriedFindings,
  context: RuleContext,
  settings: string | undefined,
): (rule: Rule, parts: RuleParts) => readonly Report[] {
  const made = madeFor(carried, [context.model.ground, context.today, settings, accountsIn(context.model)]);
  const around = aroundObjects(context.model);
  const objects = [...context.model.objects.values()].map(
    (object) => [object, entryOf(made, object, around(object))] as const,
  );
  const { byRule: ofGround } = entryOf(made, noObject, accountsOfOrganization(context.model));
  return (rule, parts) => {
    const { ground, organization, alsoSeen } = parts;
    return [
      ...(organization === undefined ? [] : organization(context)),
      ...(ground === undefined ? [] : reportsOf(ofGround, { rule, context, seen: [], check: () => ground(context) })),
      ...objects.flatMap(([object, { byRule }]) => {
        const seen = alsoSeen?.(context, object) ?? nothing;
        return reportsOf(byRule, { rule, context, seen, check: () => parts.object(context, object) });
      }),
    ];
  };
}

function madeFor(carried: CarriedFindings, seen: readonly unknown[]): Made {
  const { made } = carried;
  const now = made !== undefined && isSame(made.seen, seen) ? made : { seen, byObject: new WeakMap() };
  carried.made = now;
  return now;
}

function entryOf({ byObject }: Made, object: object, seen: readonly unknown[]): OfObject {
  const known = byObject.get(object);
  if (known !== undefined && isSame(known.seen, seen)) return known;
  const entry = { seen, byRule: new Map() };
  byObject.set(object, entry);
  return entry;
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

/** Who may stand in a field beside people, as text. */
function accountsIn({ objects }: Model): string {
  const accounts = [...objects.values()].flatMap((object) => [...object.accounts.values()]);
  return accounts.map((account) => `${principalPath(account)} ${account.inactive} ${account.sound}`).join('\n');
}

/** Those that name a role of the organization. */
function accountsOfOrganization({ objects }: Model): ServiceAccount[] {
  const accounts = [...objects.values()].flatMap((object) => [...object.accounts.values()]);
  return accounts.filter(({ roles }) => roles.some(({ role }) => role.object === undefined));
}

/** Of an object: the declarations and objects that name it, and the records of it. */
function aroundObjects({ namedBy, objects, records }: Model): (object: ObjectSymbol) => readonly unknown[] {
  const recordsOf = new Map<ObjectSymbol, RecordSymbol[]>();
  for (const record of records.values()) {
    if (record.object === undefined) continue;
    const known = recordsOf.get(record.object);
    if (known === undefined) recordsOf.set(record.object, [record]);
    else known.push(record);
  }
  const none: readonly never[] = [];
  return (object) => {
    const units = namedBy.get(object) ?? none;
    const naming = units.map(({ declaration }) =>
      declaration?.kind === 'object' ? objects.get(declaration.name?.text ?? '') : undefined,
    );
    return [...units, ...naming, ...(recordsOf.get(object) ?? none)];
  };
}

interface Asked {
  readonly rule: Rule;
  readonly context: RuleContext;
  readonly seen: readonly unknown[];
  readonly check: () => readonly Report[];
}

const nothing: readonly never[] = [];

function reportsOf(byRule: OfObject['byRule'], { rule, context, seen, check }: Asked): readonly Report[] {
  const known = byRule.get(rule);
  if (known !== undefined && isSame(known.seen, seen)) {
    if (known.reports.length === 0) return nothing;
    let made: readonly Report[] | undefined;
    const again = (i: number) => () => {
      made ??= check();
      return made[i];
    };
    return known.reports.map((report, i) => restore(context, report, again(i)));
  }
  const reports = check();
  const kept = keep(context.sources, reports);
  if (kept === undefined) byRule.delete(rule);
  else byRule.set(rule, { seen, reports: kept });
  return reports;
}
