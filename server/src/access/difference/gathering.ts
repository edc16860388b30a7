// Parties that are looked at together: by what they hold of the organization, and by the groups that they are in.
import type { Group, Principal } from '../../model/symbols.ts';
import type { Floor, Hit } from './floor.ts';
import { type Crowd, crowdsOf, groupsIn, type Party } from './parties.ts';
import type { Run } from './run.ts';
import type { SideName } from './types.ts';

export interface Gathering {
  readonly crowds: readonly Crowd[];
  readonly crowdOf: ReadonlyMap<Party, Crowd>;
  readonly before: Whereabouts;
  readonly after: Whereabouts;
}

/** The parties of a side by their own symbol, and users by the groups that fill themselves by no system. */
interface Whereabouts {
  readonly byPrincipal: ReadonlyMap<Principal, Party>;
  readonly inGroup: ReadonlyMap<Group, readonly Party[]>;
}

export function gather(run: Run, parties: readonly Party[]): Gathering {
  const crowds = crowdsOf(run.sides, parties);
  const crowdOf = new Map(crowds.flatMap((crowd) => crowd.parties.map((party) => [party, crowd] as const)));
  return { crowds, crowdOf, before: whereabouts(run, parties, 'before'), after: whereabouts(run, parties, 'after') };
}

function whereabouts(run: Run, parties: readonly Party[], side: SideName): Whereabouts {
  const byPrincipal = new Map<Principal, Party>();
  const inGroup = new Map<Group, Party[]>();
  for (const party of parties) {
    const principal = party[side];
    if (principal === undefined) continue;
    byPrincipal.set(principal, party);
    if (principal.kind !== 'user') continue;
    for (const group of groupsIn(run.sides[side].model, principal)) {
      if (group.system !== undefined) continue;
      const known = inGroup.get(group);
      if (known === undefined) inGroup.set(group, [party]);
      else known.push(party);
    }
  }
  return { byPrincipal, inGroup };
}

/** Parties of a crowd to whom an object gives the same on both sides. */
export interface Squad {
  readonly crowd: Crowd;
  readonly parties: readonly Party[];
  readonly before: readonly Hit[];
  readonly after: readonly Hit[];
}

type Floors = Readonly<Record<SideName, Floor | undefined>>;
type Own = Record<SideName, Hit[]>;

/** Most get from an object what their system group gets, or nothing: only the others are looked at one by one. */
export function squadsOf(gathering: Gathering, floors: Floors): Squad[] {
  const own = new Map<Party, Own>();
  for (const side of ['before', 'after'] as const)
    collect(gathering[side], floors[side], (party) => ownOf(own, party)[side]);
  const squads = new Map<Crowd, Map<string, Squad & { readonly parties: Party[] }>>();
  const add = (party: Party, crowd: Crowd, hits: Own) => {
    const before = hitsOf(floors.before, crowd.before?.system, hits.before);
    const after = hitsOf(floors.after, crowd.after?.system, hits.after);
    const key = `${numbersOf(floors.before, before)}|${numbersOf(floors.after, after)}`;
    const among = squads.get(crowd) ?? new Map<string, Squad & { readonly parties: Party[] }>();
    squads.set(crowd, among);
    const squad = among.get(key);
    if (squad === undefined) among.set(key, { crowd, parties: [party], before, after });
    else squad.parties.push(party);
  };
  for (const [party, hits] of own) {
    const crowd = gathering.crowdOf.get(party);
    if (crowd !== undefined) add(party, crowd, hits);
  }
  const plain = gathering.crowds.map((crowd) => plainSquad(crowd, squads.has(crowd) ? own : undefined, floors));
  return [
    ...plain.filter(({ parties }) => parties.length > 0),
    ...[...squads.values()].flatMap((each) => [...each.values()]),
  ];
}

function ownOf(own: Map<Party, Own>, party: Party): Own {
  const known = own.get(party);
  if (known !== undefined) return known;
  const made: Own = { before: [], after: [] };
  own.set(party, made);
  return made;
}

function collect(where: Whereabouts, floor: Floor | undefined, listOf: (party: Party) => Hit[]): void {
  for (const [principal, hits] of floor?.hits ?? []) {
    if (principal.kind === 'group' && principal.system !== undefined) continue;
    const party = where.byPrincipal.get(principal);
    if (party !== undefined) listOf(party).push(...hits);
    if (principal.kind !== 'group') continue;
    for (const each of where.inGroup.get(principal) ?? []) listOf(each).push(...hits);
  }
}

/** Those of a crowd whom the object does not name, themselves or by a group of theirs. */
function plainSquad(crowd: Crowd, own: ReadonlyMap<Party, Own> | undefined, floors: Floors): Squad {
  const parties = own === undefined ? crowd.parties : crowd.parties.filter((party) => !own.has(party));
  return {
    crowd,
    parties,
    before: hitsOf(floors.before, crowd.before?.system, undefined),
    after: hitsOf(floors.after, crowd.after?.system, undefined),
  };
}

/** What the system group and the party itself get, each once and in order of numbers. */
function hitsOf(floor: Floor | undefined, system: Group | undefined, own: readonly Hit[] | undefined): readonly Hit[] {
  if (floor === undefined) return [];
  const shared = system === undefined ? [] : (floor.hits.get(system) ?? []);
  const numberOf = (hit: Hit) => floor.numbers.get(hit) ?? 0;
  return [...new Set([...shared, ...(own ?? [])])].sort((a, b) => numberOf(a) - numberOf(b));
}

function numbersOf(floor: Floor | undefined, hits: readonly Hit[]): string {
  return hits.map((hit) => floor?.numbers.get(hit)).join();
}
