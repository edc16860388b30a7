// Principals by what somebody types of them: of tens of thousands the few that fit best.
import type { Model } from '../model/model.ts';
import { addressOf } from '../model/profiles.ts';
import type { Principal } from '../model/symbols.ts';
import { type PrincipalChoice, principalChoice } from './evaluate.ts';

export interface PrincipalSearch {
  /** Words that a name, an address or a purpose holds, in any case; empty for anybody. */
  readonly text: string;
  /** Only principals of these kinds; all when left out. */
  readonly kinds?: readonly Principal['kind'][];
}

export interface FoundPrincipals {
  /** The best first. */
  readonly principals: readonly PrincipalChoice[];
  /** How many fit besides. */
  readonly more: number;
}

/** As many as anybody reads. */
const most = 50;

/** How well a principal fits: the lower the better; the last one is no fit. */
const ranks = 4;

export function findPrincipals(model: Model, { text, kinds }: PrincipalSearch): FoundPrincipals {
  // However it is written: quoted, or with the object of an account before it.
  const words = text
    .toLowerCase()
    .split(/[\s".]+/)
    .filter((word) => word !== '');
  const byRank: Principal[][] = Array.from({ length: ranks }, () => []);
  let count = 0;
  for (const principal of principalsOf(model)) {
    if (kinds !== undefined && !kinds.includes(principal.kind)) continue;
    const fits = byRank[rankOf(model, principal, words)];
    if (fits === undefined) continue;
    count++;
    if (fits.length < most) fits.push(principal);
  }
  const principals = byRank
    .flat()
    .slice(0, most)
    .map((principal) => principalChoice(model, principal));
  return { principals, more: count - principals.length };
}

/** The platform's own groups come after those that someone made. */
function* principalsOf({ users, groups, objects }: Model): Generator<Principal> {
  yield* users.values();
  for (const group of groups.values()) if (group.system === undefined) yield group;
  for (const object of objects.values()) yield* object.accounts.values();
  for (const group of groups.values()) if (group.system !== undefined) yield group;
}

/** Begins with it, holds it in the name, holds it elsewhere, the words apart from each other. */
function rankOf(model: Model, principal: Principal, words: readonly string[]): number {
  if (words.length === 0) return 0;
  const name = principal.name.toLowerCase();
  const all = words.join(' ');
  if (name.startsWith(all)) return 0;
  if (name.includes(all)) return 1;
  if (words.every((word) => name.includes(word))) return 2;
  const rest = `${name} ${besidesOf(model, principal).toLowerCase()}`;
  return words.every((word) => rest.includes(word)) ? 3 : ranks;
}

function besidesOf(model: Model, principal: Principal): string {
  if (principal.kind === 'user') return addressOf(model, principal);
  return principal.kind === 'group'
    ? (principal.description ?? '')
    : `${principal.object.name} ${principal.purpose ?? ''}`;
}
