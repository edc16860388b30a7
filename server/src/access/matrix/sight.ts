// Which records of an object a principal sees, found once for all principals that its conditions cannot tell apart.
import { anyOf } from '../../condition/build.ts';
import { atomsOf } from '../../condition/operands.ts';
import { printFormula } from '../../condition/print.ts';
import { reduce } from '../../condition/reduce.ts';
import type { Formula } from '../../model/symbols.ts';
import type { AccessIndex, ObjectIndex } from '../index/access-index.ts';
import { isPersonal, likenessOf } from '../index/likeness.ts';
import { assignedToSelf, seesByGroupField } from '../index/shares.ts';
import { extentOf, openScope } from '../index/weigh.ts';
import { sceneOf } from '../question-scope.ts';
import { allowed, allowedWhen, type Cell, refused } from './cell.ts';

/**
 * Takes a principal and the policies that name it, by their positions, ascending. Undefined where each principal is to be
 * decided on its own.
 */
export type SightFinder = (principal: number, policies: readonly number[]) => Cell | undefined;

/** Those whom the same policies name. */
interface Alike {
  readonly formula: Formula;
  readonly isPersonal: boolean;
  readonly likeness: (principal: number) => string;
  readonly found: Map<string, Found>;
}

interface Found {
  readonly extent: ReturnType<typeof extentOf>;
  /** Undefined where the words are each principal's own. */
  readonly cell: Cell | undefined;
}

const blind = refused('no-data-access');

export function sightFinder(index: AccessIndex, object: ObjectIndex | undefined): SightFinder {
  if (object === undefined) return () => allowed;
  const known = new Map<string, Alike>();
  return (principal, policies) => {
    if (index.admins.has(principal)) return allowed;
    if (seesByGroupField(object)) return undefined;
    const key = policies.join();
    const alike = known.get(key) ?? alikeOf(index, object, policies);
    known.set(key, alike);
    const like = `${kindOf(index, principal)}${alike.likeness(principal)}`;
    const found = alike.found.get(like) ?? findOut({ index, object }, alike, principal);
    alike.found.set(like, found);
    return found.cell ?? inWords({ index, object }, alike, principal);
  };
}

function kindOf({ people }: AccessIndex, principal: number): string {
  if (principal < people.firstGroup) return 'u';
  return principal < people.firstAccount ? 'g' : 'a';
}

function alikeOf(index: AccessIndex, object: ObjectIndex, policies: readonly number[]): Alike {
  const opened = policies.flatMap((at) => object.symbol.policies[object.policies[at]?.at ?? -1]?.when ?? []);
  const formulas = [...opened, ...assignedToSelf(object)];
  const formula = anyOf(formulas);
  return {
    formula,
    isPersonal: atomsOf(formula).some(isPersonal),
    likeness: likenessOf(index, formulas),
    found: new Map(),
  };
}

interface Where {
  readonly index: AccessIndex;
  readonly object: ObjectIndex;
}

function findOut(where: Where, alike: Alike, principal: number): Found {
  const extent = extentOf(where, alike.formula, principal);
  if (extent === 'always') return { extent, cell: allowed };
  if (extent === 'never') return { extent, cell: blind };
  return { extent, cell: alike.isPersonal ? undefined : inWords(where, alike, principal) };
}

function inWords(where: Where, { formula }: Alike, principal: number): Cell {
  const scope = openScope(where, principal);
  return scope === undefined ? blind : allowedWhen(printFormula(reduce(formula, sceneOf(scope))));
}
