// What a comparison finds at one place, and the words for the records that it is about.

import { type PermissionSet, union } from '../../catalogue/permission-set.ts';
import { printFormula } from '../../condition/print.ts';
import { simplify } from '../../condition/simplify.ts';
import type { Content, Field, Formula, ObjectSymbol } from '../../model/symbols.ts';
import type { Forms } from './forms.ts';
import { printRelated, type Relating } from './marks.ts';
import type { Party } from './parties.ts';
import { actorOn, type Run } from './run.ts';
import type { Change, DifferenceEntry, Matter, SideName } from './types.ts';
import { actedBy, type Changed } from './verdict.ts';

/** What changes alike for some parties at a place. */
export interface Finding {
  readonly change: Change;
  readonly permissions: PermissionSet;
  /** Where it is about no permission. */
  readonly other: Exclude<Matter, { readonly kind: 'permissions' }> | undefined;
  /** One for each condition that it is found for; of several only where it is for the records in sight. */
  readonly wordings: readonly Wording[];
  /** Where it is for the records in sight: for which of them, empty for all. Those of several sights are one finding. */
  readonly inSight: string | undefined;
  readonly relations: boolean;
  readonly parties: readonly Party[];
  /** The home of the object; undefined for the organization. */
  readonly place: ObjectSymbol | undefined;
  /** A record for which one of the parties is allowed on one side only; undefined in the organization, which has none. */
  readonly recordFor: ((party: Party) => ReadonlyMap<Field, Content> | undefined) | undefined;
  readonly allowed: SideName;
  /** What allows it to the first party, as far as that differs; undefined where there is nothing to be said of it. */
  readonly reasons: ((finding: Finding) => DifferenceEntry['origins']) | undefined;
}

/** The conditions before and after, of which none is said that the change leaves no doubt about. */
export interface Words {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Words that cost something to find. */
export interface Wording {
  /** Equal for equal words. */
  readonly key: () => string;
  readonly words: () => Words;
}

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

/** What says that two findings say the same, but for permissions, parties and place. */
export function kindKey({ change, wordings, inSight, relations }: Finding): string {
  return `${change} ${relations} ${inSight === undefined ? wordings.map(({ key }) => key()).join() : `in sight ${inSight}`}`;
}

/** Findings of the same parties that differ in their permissions only, as one. */
export function joined(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const kinds = new Map<string, Finding>();
  for (const finding of findings) {
    const key = kindKey(finding);
    const known = kinds.get(key);
    const permissions = known === undefined ? finding.permissions : union(known.permissions, finding.permissions);
    kinds.set(key, { ...(known ?? finding), permissions });
  }
  return [...kinds.values()];
}

/** Findings of one place that differ in their parties only, as one. */
export function together(findings: readonly Finding[]): Finding[] {
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${kindKey(finding)} ${setKey(finding.permissions)}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, [finding]);
    else known.push(finding);
  }
  return [...kinds.values()].flatMap((same) => {
    // The first party is the one that an example is given for.
    const lead = same.find(({ parties }) => parties[0]?.home.kind !== 'group') ?? same[0];
    if (lead === undefined || same.length === 1) return same;
    const all = [lead, ...same.filter((finding) => finding !== lead)];
    const wordings = lead.inSight !== undefined ? all.flatMap((finding) => finding.wordings) : lead.wordings;
    return [{ ...lead, wordings, parties: all.flatMap(({ parties }) => parties) }];
  });
}

/** The words of all, where they are the same. */
export function commonWords(wordings: readonly Wording[]): Words | undefined {
  const [first] = wordings;
  if (first === undefined) return noWords;
  const key = first.key();
  return wordings.every((wording) => wording === first || wording.key() === key) ? first.words() : undefined;
}

export const noWords: Words = { before: undefined, after: undefined };

const texts = new WeakMap<Formula, string>();

function textOf(formula: Formula, related: boolean): string {
  const known = texts.get(formula);
  if (known !== undefined) return known;
  const simple = simplify(formula);
  const text = related ? printRelated(simple) : printFormula(simple);
  texts.set(formula, text);
  return text;
}

export interface About {
  readonly parties: readonly Party[];
  readonly related: boolean;
  /** The condition of what is held, where it is for the records in sight. */
  readonly held: Relating | undefined;
}

/** Words for a verdict; those for what is in sight are found only where they turn out to be the same for all. */
export function wordingOf(
  run: Run,
  forms: Forms,
  verdict: Changed,
  about: About,
): Pick<Finding, 'wordings' | 'inSight'> {
  const { held, related } = about;
  const words = () => wordsOf(run, forms, verdict, about);
  if (held !== undefined) {
    const rough = (formula: Formula) => (related ? printRelated(formula) : printFormula(formula));
    const said = (of: Relating) => (related ? of.related : of.plain);
    const inSight = said(held).op === 'true' ? '' : textOf(said(held), related);
    return { inSight, wordings: [{ key: () => rough(said(forms[verdict.allowed])), words }] };
  }
  const said = words();
  const isSilent = said.before === undefined && said.after === undefined;
  const wordings = isSilent ? [] : [{ key: () => JSON.stringify(said), words: () => said }];
  return { inSight: undefined, wordings };
}

/**
 * `current user` stands for whoever acts. Where the conditions are the same words and mean something else for one
 * principal alone, that principal's attributes and groups are put in.
 */
function wordsOf(run: Run, forms: Forms, verdict: Changed, { parties, related }: About): Words {
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
