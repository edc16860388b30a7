// Which policies of an object show nothing that others do not show the same people.
import type { Field, Formula, ObjectSymbol, Policy, Principal } from '../model/symbols.ts';
import { fieldsIn, isPlainlyBeyond, looksAt } from './contingent.ts';
import { canAct, includes } from './people.ts';
import type { RuleContext } from './rule.ts';
import { isMet, isShaky, viewerOf, whomever } from './whoever.ts';

/** A policy that opens something, for those whom it names and who can act. */
interface Opening {
  readonly policy: Policy;
  readonly when: Formula;
  readonly people: readonly Principal[];
}

/** One that others are for some of the same people. */
interface Candidate extends Opening {
  readonly others: readonly Opening[];
  /** The fields of its condition. */
  readonly fields: ReadonlySet<Field>;
}

type Covers = Map<Policy, readonly Policy[]>;

/**
 * Policies with what covers them: first those that another one covers alone, the later of two that say the same, then
 * those that several cover together. None that is covered covers another: all of them can go at once. What the default
 * policy shows by itself is another rule's to tell.
 */
export function coversOf(context: RuleContext, object: ObjectSymbol): ReadonlyMap<Policy, readonly Policy[]> {
  const covers: Covers = new Map();
  const candidates = candidatesIn(object);
  for (const one of candidates) {
    const alone = left(one, covers).find((other) => isCovered(context, one, [other]));
    cover(context, covers, one, alone === undefined ? undefined : [alone]);
  }
  for (const one of candidates)
    if (!covers.has(one.policy)) cover(context, covers, one, together(context, one, covers));
  return covers;
}

function cover(context: RuleContext, covers: Covers, one: Candidate, by: readonly Opening[] | undefined): void {
  // Of a policy that shows nobody anything another rule tells.
  if (by === undefined || showsNothing(context, one)) return;
  covers.set(
    one.policy,
    by.map(({ policy }) => policy),
  );
}

/** The last first. */
function candidatesIn({ policies }: ObjectSymbol): Candidate[] {
  if (policies.length < 2) return [];
  const openings = policies.flatMap(openingOf);
  const platform = openings.find(({ policy }) => policy.isDefault);
  return [...openings].reverse().flatMap((one) => {
    const isOfDefault = platform !== undefined && one.people.every((person) => isNamed(person, platform));
    if (isOfDefault || isShaky(one.when)) return [];
    const others = openings.filter((other) => other !== one && one.people.some((person) => isNamed(person, other)));
    return others.length === 0 ? [] : [{ ...one, others, fields: fieldsIn(one.when) }];
  });
}

function openingOf(policy: Policy): Opening[] {
  const { when, to } = policy;
  const people = to.map(({ subject }) => subject).filter(canAct);
  return when === undefined || people.length === 0 ? [] : [{ policy, when, people }];
}

function isNamed(one: Principal, by: Opening): boolean {
  return by.people.some((outer) => includes(outer, one));
}

function left({ others }: Candidate, covers: Covers): readonly Opening[] {
  return others.filter(({ policy }) => !covers.has(policy));
}

function showsNothing({ model, today }: RuleContext, { when, people }: Opening): boolean {
  return people.every((one) => isMet(when, viewerOf(model, whomever(one), today)) === 'no');
}

/** True where everybody whom the policy names sees its records by the others. */
function isCovered({ model, today }: RuleContext, one: Candidate, by: readonly Opening[]): boolean {
  const { when, people, fields } = one;
  return people.every((person) => {
    const own = by.filter((other) => isNamed(person, other));
    if (own.some((other) => other.when.op === 'true')) return true;
    // Conditions on other fields alone leave some of its records out, whatever they say.
    if (own.length === 0 || (fields.size > 0 && !own.some((other) => looksAt(other.when, fields)))) return false;
    if (own.some((other) => isShaky(other.when))) return false;
    const [viewer, shown] = [viewerOf(model, whomever(person), today), own.map((other) => other.when)];
    if (isPlainlyBeyond(when, shown, viewer)) return false;
    const unseen = shown.map((part): Formula => ({ op: 'not', part }));
    return isMet({ op: 'and', parts: [when, ...unseen] }, viewer) === 'no';
  });
}

/** The fewest of the others that cover it together, if all of them do. */
function together(context: RuleContext, one: Candidate, covers: Covers): readonly Opening[] | undefined {
  const all = left(one, covers);
  const near = all.length < 2 ? [] : nearTo(one, all);
  if (near.length < 2 || !isCovered(context, one, near)) return undefined;
  return near.reduce<readonly Opening[]>((kept, each) => {
    const rest = kept.filter((other) => other !== each);
    return isCovered(context, one, rest) ? rest : kept;
  }, near);
}

/** Those that look at a field of the policy, or of another one that does. */
function nearTo(one: Candidate, all: readonly Opening[]): readonly Opening[] {
  const fields = new Set(one.fields);
  let far = all;
  for (;;) {
    const next = far.filter(({ when }) => fields.size === 0 || when.op === 'true' || looksAt(when, fields));
    if (next.length === 0) return all.filter((other) => !far.includes(other));
    for (const { when } of next) for (const field of fieldsIn(when)) fields.add(field);
    far = far.filter((other) => !next.includes(other));
  }
}
