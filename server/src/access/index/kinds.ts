// Holders by kind: each kind is weighed when the first of it comes, the others only join it.
import { anyOf } from '../../condition/build.ts';
import { always } from '../../model/formulas.ts';
import type { Formula } from '../../model/symbols.ts';
import { likenessOf } from './likeness.ts';
import { seesAll } from './standing.ts';
import { extentOf, isWithin, seenBy, type Weighing } from './weigh.ts';

/** Principals that may for the same records. */
export interface HolderKind {
  /** For which records; `current user` stands in it for each of them. */
  readonly when: Formula;
  /** Numbers, ascending. */
  readonly principals: readonly number[];
}

/** What a principal comes to: by its roles `bits`, by the policies that name it or a group of it a set of them. */
export interface Part {
  readonly what: 'group' | 'user' | 'account';
  readonly bits: number;
  readonly policies: number;
  /** The same by those of its groups that are listed; undefined where none is. */
  readonly listed: { readonly bits: number; readonly policies: number } | undefined;
}

export interface Kinds {
  /** True where the principal is one of the holders. */
  add(principal: number, part: Part): boolean;
  found(): readonly HolderKind[];
}

interface Kind extends HolderKind {
  readonly principals: number[];
}

/** Those of one part: a kind for each likeness, undefined where they are not listed. */
interface Alike {
  readonly likeness: (principal: number) => string;
  readonly kinds: Map<string, Kind | undefined>;
}

export function kindsOf(weighing: Weighing): Kinds {
  const known = new Map<number, Alike>();
  const add = (principal: number, part: Part): boolean => {
    const key = keyOf(part);
    let alike = known.get(key);
    if (alike === undefined) {
      alike = { likeness: likenessOf(weighing.index, formulasOf(weighing, part)), kinds: new Map() };
      known.set(key, alike);
    }
    const like = alike.likeness(principal);
    let kind = alike.kinds.get(like);
    if (kind === undefined && !alike.kinds.has(like)) {
      kind = weighed(weighing, principal, part);
      alike.kinds.set(like, kind);
    }
    kind?.principals.push(principal);
    return kind !== undefined;
  };
  const found = () =>
    [...known.values()].flatMap(({ kinds }) => [...kinds.values()].filter((kind) => kind !== undefined));
  return { add, found };
}

const codes = { group: 0, user: 1, account: 2 } as const;

/** One number for all that is the same of those of one kind: sets of policies are far fewer than 2 ** 20. */
function keyOf({ what, bits, policies, listed }: Part): number {
  const sees = (bits & seesAll) === 0 ? 0 : 4;
  const listedSees = listed === undefined || (listed.bits & seesAll) === 0 ? 0 : 8;
  const byListed = listed === undefined ? 0 : listed.policies + 1;
  return (policies * 0x100000 + byListed) * 16 + codes[what] + sees + listedSees;
}

function formulasOf(weighing: Weighing, { bits, policies }: Part): Formula[] {
  const seen = seenBy(weighing, policies, bits);
  return weighing.needsSight ? [seen, ...weighing.assigned] : [seen];
}

/** Undefined where they may for no record, or for none but those of which the listed groups say so. */
function weighed(weighing: Weighing, principal: number, part: Part): Kind | undefined {
  const { listed } = part;
  const formula = anyOf(formulasOf(weighing, part));
  const extent = extentOf(weighing, formula, principal);
  if (extent === 'never') return undefined;
  const when = extent === 'always' ? always : formula;
  const said = listed === undefined ? undefined : seenBy(weighing, listed.policies, listed.bits);
  if (said !== undefined && isWithin(weighing, when, said, principal)) return undefined;
  return { when, principals: [] };
}
