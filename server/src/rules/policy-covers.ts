// Which policies of an object show nothing that others do not show the same people.
import { atomsOf, fieldsOf } from '../condition/operands.ts';
import type { Field, Formula, ObjectSymbol, Policy, Principal } from '../model/symbols.ts';
import { canAct, includes } from './people.ts';
import type { RuleContext } from './rule.ts';
import { isMet, viewerOf, whomever } from './whoever.ts';

/** A policy that opens something, for those whom it names and who can act. */
interface Opening {
  readonly policy: Policy;
  readonly when: Formula;
  readonly people: readonly Principal[];
  readonly fields: ReadonlySet<Field>;
}

/**
 * Policies with what covers them: first those that another one covers alone, the later of two that say the same, then
 * those that several cover together. None that is covered covers another: all of them can go at once. What the default
 * policy shows by itself is another rule's to tell.
 */
export function coversOf(context: RuleContext, object: ObjectSymbol): ReadonlyMap<Policy, readonly Policy[]> {
  const openings = object.policies.flatMap(openingOf);
  const covered = new Map<Opening, readonly Opening[]>();
  const look = (coverOf: (one: Opening, others: readonly Opening[]) => readonly Opening[] | undefined): void => {
    for (const one of [...openings].reverse()) {
      if (covered.has(one) || one.policy.isDefault || isOfDefault(one, openings)) continue;
      const cover = coverOf(
        one,
        openings.filter((other) => other !== one && !covered.has(other)),
      );
      // Of a policy that shows nobody anything another rule tells.
      if (cover !== undefined && !isEmpty(context, one)) covered.set(one, cover);
    }
  };
  if (openings.length > 1)
    look((one, others) => others.map((other) => [other]).find((each) => isCovered(context, one, each)));
  if (openings.length > 2) look((one, others) => together(context, one, others));
  const inOrder = openings.filter((one) => covered.has(one));
  return new Map(inOrder.map((one) => [one.policy, (covered.get(one) ?? []).map(({ policy }) => policy)]));
}

function openingOf(policy: Policy): Opening[] {
  const { when, to } = policy;
  const people = to.map(({ subject }) => subject).filter(canAct);
  if (when === undefined || people.length === 0) return [];
  return [{ policy, when, people, fields: new Set(atomsOf(when).flatMap(fieldsOf)) }];
}

function isOfDefault({ people }: Opening, openings: readonly Opening[]): boolean {
  const platform = openings.find(({ policy }) => policy.isDefault);
  return platform !== undefined && people.every((one) => isNamed(one, platform));
}

function isNamed(one: Principal, by: Opening): boolean {
  return by.people.some((outer) => includes(outer, one));
}

function isEmpty({ model, today }: RuleContext, { when, people }: Opening): boolean {
  return people.every((one) => isMet(when, viewerOf(model, whomever(one), today)) === 'no');
}

/** True where everybody whom the policy names sees its records by the others. */
function isCovered(
  { model, today }: RuleContext,
  { when, people, fields }: Opening,
  cover: readonly Opening[],
): boolean {
  return people.every((one) => {
    const own = cover.filter((other) => isNamed(one, other));
    if (own.some((other) => other.when.op === 'true')) return true;
    // Conditions on other fields alone leave some of its records out, whatever they say.
    if (!own.some((other) => fields.size === 0 || isNear(fields, other))) return false;
    const unseen = own.map((other): Formula => ({ op: 'not', part: other.when }));
    return isMet({ op: 'and', parts: [when, ...unseen] }, viewerOf(model, whomever(one), today)) === 'no';
  });
}

function isNear(fields: ReadonlySet<Field>, other: Opening): boolean {
  return [...other.fields].some((field) => fields.has(field));
}

/** The fewest of the others that cover it together, if all of them do. */
function together(context: RuleContext, one: Opening, others: readonly Opening[]): readonly Opening[] | undefined {
  const near = nearTo(one, others);
  if (near.length < 2 || !isCovered(context, one, near)) return undefined;
  return near.reduce<readonly Opening[]>((kept, each) => {
    const rest = kept.filter((other) => other !== each);
    return isCovered(context, one, rest) ? rest : kept;
  }, near);
}

/** Those for some of the same people that look at a field of the policy, or of another one that does. */
function nearTo(one: Opening, others: readonly Opening[]): readonly Opening[] {
  const fields = new Set(one.fields);
  let far = others.filter((other) => one.people.some((person) => isNamed(person, other)));
  const all = far;
  for (;;) {
    const next = far.filter((other) => other.when.op === 'true' || fields.size === 0 || isNear(fields, other));
    if (next.length === 0) return all.filter((other) => !far.includes(other));
    for (const other of next) for (const field of other.fields) fields.add(field);
    far = far.filter((other) => !next.includes(other));
  }
}
