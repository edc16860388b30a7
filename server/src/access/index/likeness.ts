// Which principals a condition cannot tell apart: what is found for one of them is found for all.
import { atomsOf, literalsOf, operandsOf } from '../../condition/operands.ts';
import { attributesOf } from '../../model/profiles.ts';
import type { Atom, Formula } from '../../model/symbols.ts';
import type { AccessIndex } from './access-index.ts';
import { isIn } from './memberships.ts';
import { groupAt, numberOf, principalAt } from './people.ts';

/**
 * Takes conditions of one object. Gives for a principal a key: of two with one key and of one kind either can be put in
 * the other's place in any record, and each condition comes out for the one as it came out for the other.
 *
 * That is so as no comparison names either, both are in the same ones of the groups that comparisons name, and what else
 * comparisons ask of `current user` (its attributes, its groups) is the same of both.
 */
export function likenessOf(index: AccessIndex, formulas: readonly Formula[]): (principal: number) => string {
  const atoms = formulas.flatMap(atomsOf);
  if (!atoms.some(isPersonal)) return () => '';
  const { people } = index;
  const groups = atoms.flatMap(({ test }) => (test.is === 'in group' ? [numberOf(people, test.group)] : []));
  const symbols = literalsOf(atoms).flatMap((value) => (typeof value === 'object' ? [value] : []));
  const named = new Set([...groups, ...symbols.map((symbol) => numberOf(people, symbol))]);
  const asksGroups = atoms.some(({ test }) => test.is === 'contains current user');
  const attributes = [...new Set(atoms.flatMap(attributesIn))];
  return (principal) => {
    if (named.has(principal)) return `#${principal}`;
    const group = groupAt(people, principal);
    if (group !== undefined) return asksGroups && group.system !== undefined ? 'system' : '';
    const key: unknown[] = groups.map((each) => isIn(people.memberships, principal, each));
    if (asksGroups) key.push(people.memberships.starts[principal]);
    const symbol = attributes.length === 0 ? undefined : principalAt(people, principal);
    if (symbol?.kind === 'user')
      key.push(...attributes.map((name) => attributesOf(index.model, symbol).get(name) ?? null));
    return key.length === 0 ? '' : JSON.stringify(key);
  };
}

/** True where it depends on who asks. */
export function isPersonal({ test }: Atom): boolean {
  if (test.is === 'contains current user') return true;
  return operandsOf(test).some(({ kind }) => kind === 'current user' || kind === 'attribute');
}

function attributesIn({ test }: Atom): string[] {
  return operandsOf(test).flatMap((operand) => (operand.kind === 'attribute' ? [operand.name] : []));
}
