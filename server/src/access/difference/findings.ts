// What a comparison finds at one place, and the words for the records that it is about.

import { type PermissionSet, union } from '../../catalogue/permission-set.ts';
import { printFormula } from '../../condition/print.ts';
import { simplify } from '../../condition/simplify.ts';
import type { Content, Field, Formula, ObjectSymbol } from '../../model/symbols.ts';
import type { Forms } from './forms.ts';
import { printRelated } from './marks.ts';
import type { Party } from './parties.ts';
import { actorOn, type Run } from './run.ts';
import type { Change, Matter, Reason, SideName } from './types.ts';
import { actedBy, type Changed } from './verdict.ts';

/** What changes alike for some parties at a place. */
export interface Finding {
  readonly change: Change;
  readonly permissions: PermissionSet;
  /** Where it is about no permission. */
  readonly other: Exclude<Matter, { readonly kind: 'permissions' }> | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly relations: boolean;
  readonly parties: readonly Party[];
  /** The home of the object; undefined for the organization. */
  readonly place: ObjectSymbol | undefined;
  /** One for the first party; undefined in the organization, which has no records. */
  readonly record: ReadonlyMap<Field, Content> | undefined;
  readonly allowed: SideName;
  /** What allows it to the first party, as far as that differs. */
  readonly origins: Readonly<Record<SideName, readonly Reason[]>>;
}

export const noReasons: Finding['origins'] = { before: [], after: [] };

/** What could not be decided for some parties at a place. */
export interface Open {
  readonly permissions: PermissionSet;
  readonly parties: readonly Party[];
  readonly place: ObjectSymbol | undefined;
  readonly reason: string;
}

/** Findings and what stays open, of one place or of all. */
export interface Found {
  readonly findings: Finding[];
  readonly open: Open[];
}

export function setKey(set: PermissionSet): string {
  return Array.from(set).join();
}

/** Findings of the same parties that differ in their permissions only, as one. */
export function joined(findings: readonly Finding[]): Finding[] {
  const kinds = new Map<string, Finding>();
  for (const finding of findings) {
    const { change, before, after, relations, permissions } = finding;
    const key = JSON.stringify([change, before, after, relations]);
    const known = kinds.get(key);
    kinds.set(key, known === undefined ? finding : { ...known, permissions: union(known.permissions, permissions) });
  }
  return [...kinds.values()];
}

/** Findings of one place that differ in their parties only, as one. */
export function together(findings: readonly Finding[]): Finding[] {
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { change, before, after, relations, permissions } = finding;
    const key = JSON.stringify([change, before, after, relations, setKey(permissions)]);
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, [finding]);
    else known.push(finding);
  }
  return [...kinds.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    return same.length === 1 ? [first] : [{ ...first, parties: same.flatMap(({ parties }) => parties) }];
  });
}

const texts = new WeakMap<Formula, string>();

function textOf(formula: Formula, related: boolean): string {
  const known = texts.get(formula);
  if (known !== undefined) return known;
  const simple = simplify(formula);
  const text = related ? printRelated(simple) : printFormula(simple);
  texts.set(formula, text);
  return text;
}

/**
 * The conditions before and after in words, `current user` for whoever acts. Where they are the same words and mean
 * something else for one principal alone, that principal's attributes and groups are put in.
 */
export function wordsOf(
  run: Run,
  forms: Forms,
  verdict: Changed,
  { parties, related }: { readonly parties: readonly Party[]; readonly related: boolean },
): Pick<Finding, 'before' | 'after'> {
  const formula = (side: SideName) => (related ? forms[side].related : forms[side].plain);
  const none = verdict.change === 'gained' ? 'before' : verdict.change === 'lost' ? 'after' : undefined;
  const says = (side: SideName, of: Formula) =>
    side === none || verdict.always[side] ? undefined : textOf(of, related);
  const words = { before: says('before', formula('before')), after: says('after', formula('after')) };
  const [party] = parties;
  if (words.before !== words.after || party === undefined || parties.length > 1) return words;
  const own = (side: SideName) => {
    const actor = actorOn(run, party, side);
    return says(side, actor === undefined ? formula(side) : actedBy(formula(side), actor, party));
  };
  return { before: own('before'), after: own('after') };
}
