// One question about both sides: for which records something is allowed, and what of the actor that depends on.
import { symbolKey } from '../../condition/key.ts';
import { atomsOf, literalsOf, operandsOf } from '../../condition/operands.ts';
import type { Model } from '../../model/model.ts';
import { attributesOf } from '../../model/profiles.ts';
import type { Atom, Formula, Group, Principal } from '../../model/symbols.ts';
import { isImpossible, type Mark, markOf, type Relating } from './marks.ts';
import { merged } from './merged.ts';
import { groupsIn, type Party } from './parties.ts';
import { groupsOfHome, type Run } from './run.ts';
import { sameFormula } from './same-formula.ts';
import { homeOfGroup, modelOf } from './twins.ts';
import type { SideName } from './types.ts';

export interface Forms {
  readonly before: Relating;
  readonly after: Relating;
  /** True where both sides say the same in the same words. */
  readonly same: boolean;
  readonly needs: Needs;
}

/** What of an actor can make a difference: actors that are alike in it are answered alike. */
export interface Needs {
  readonly self: boolean;
  readonly groups: boolean;
  readonly attributes: readonly string[];
  readonly marks: readonly Mark[];
  /** Groups that people are asked to be in, and whom and what the conditions name. */
  readonly inGroups: readonly Group[];
  readonly named: ReadonlySet<Principal>;
}

/** `related`: whether relations to a record are looked at, too. */
export function formsOf(run: Run, before: Relating, after: Relating, related: boolean): Forms {
  const { merging } = run;
  const same =
    sameFormula(before.plain, after.plain, merging) &&
    (!related || sameFormula(before.related, after.related, merging));
  // What says the same is the same once it is merged.
  if (same) merging.formulas.set(after.plain, merged(before.plain, merging));
  const formulas = [before, after].map((side) => merged(related ? side.related : side.plain, merging));
  return { before, after, same, needs: allNeeds([...new Set(formulas)].map(needsOf)) };
}

const needsKnown = new WeakMap<Formula, Needs>();

function needsOf(formula: Formula): Needs {
  const known = needsKnown.get(formula);
  if (known !== undefined) return known;
  const made = makeNeeds(atomsOf(formula));
  needsKnown.set(formula, made);
  return made;
}

function makeNeeds(atoms: readonly Atom[]): Needs {
  const operands = atoms.flatMap(({ test }) => operandsOf(test));
  const attributes = operands.flatMap((operand) => (operand.kind === 'attribute' ? [operand.name] : []));
  return {
    self: operands.some(({ kind }) => kind === 'current user'),
    groups: atoms.some(({ test }) => test.is === 'contains current user'),
    attributes: [...new Set(attributes)],
    marks: [...new Set(atoms.flatMap(({ field }) => markOf(field) ?? []))],
    inGroups: [...new Set(atoms.flatMap(({ test }) => (test.is === 'in group' ? [test.group] : [])))],
    named: new Set(literalsOf(atoms).filter((value) => typeof value === 'object')),
  };
}

/** True where the conditions mention the actor at all. */
export function looksAtActor({ self, groups, attributes, marks }: Needs): boolean {
  return self || groups || attributes.length > 0 || marks.length > 0;
}

/** True where people who are no groups cannot be told apart: nobody is named, and no groups or attributes matter. */
export function isPlain({ groups, attributes, marks, inGroups, named }: Needs): boolean {
  if (groups || attributes.length + marks.length + inGroups.length > 0) return false;
  for (const each of named) if (each.kind !== 'group') return false;
  return true;
}

/** All needs of some questions. */
export function allNeeds(needs: readonly Needs[]): Needs {
  const [only] = needs;
  if (only !== undefined && needs.length === 1) return only;
  return {
    self: needs.some(({ self }) => self),
    groups: needs.some(({ groups }) => groups),
    attributes: [...new Set(needs.flatMap(({ attributes }) => attributes))],
    marks: [...new Set(needs.flatMap(({ marks }) => marks))],
    inGroups: [...new Set(needs.flatMap(({ inGroups }) => inGroups))],
    named: new Set(needs.flatMap(({ named }) => [...named])),
  };
}

/**
 * A text that is equal for parties that the questions cannot tell apart: what they do not name can be exchanged for
 * another of its kind. A group asked about adds one further person, and so differs from a user of that group.
 */
export function actorKey(run: Run, party: Party, needs: Needs): string {
  const parts: string[] = [];
  const { home } = party;
  const { twins } = run;
  const isGroup = home.kind === 'group';
  if (needs.self || (isGroup && needs.inGroups.length > 0)) {
    const own = groupsOfHome(run, home);
    parts.push(isGroup ? 'group' : 'person', needs.inGroups.map((group) => (own.has(group) ? '1' : '0')).join(''));
    if (needs.named.has(home)) parts.push(symbolKey(home));
  }
  if (needs.groups) parts.push(groupsKey(run, party, needs));
  for (const name of needs.attributes)
    parts.push(
      JSON.stringify([attribute(twins.before, party.before, name), attribute(twins.after, party.after, name)]),
    );
  if (needs.marks.length > 0) parts.push(needs.marks.filter((mark) => isImpossible(mark, home)).join());
  return parts.join('|');
}

function attribute(model: Model, principal: Principal | undefined, name: string): string | null {
  return principal?.kind === 'user' ? (attributesOf(model, principal).get(name) ?? null) : null;
}

/** The named groups that it is in on each side, and how many others. */
function groupsKey(run: Run, party: Party, { named, inGroups }: Needs): string {
  const of = (side: SideName) => {
    const principal = party[side];
    const groups = principal === undefined ? [] : [...groupsIn(modelOf(run.twins, side), principal)];
    return new Set(groups.filter((group) => group.system === undefined).map((group) => homeOfGroup(run.twins, group)));
  };
  const [before, after] = [of('before'), of('after')];
  const special = new Set([...named, ...inGroups.map((group) => homeOfGroup(run.twins, group))]);
  const counts = [0, 0, 0];
  const names: string[] = [];
  for (const group of new Set([...before, ...after])) {
    const sides = before.has(group) ? (after.has(group) ? 0 : 1) : 2;
    if (special.has(group)) names.push(`${symbolKey(group)}${sides}`);
    else counts[sides] = (counts[sides] ?? 0) + 1;
  }
  return `${counts.join()} ${names.sort().join()}`;
}
