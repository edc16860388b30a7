// What allows a change on either side: the roles, policies and shares of one side that are not the same on the other.
import { has, list } from '../../catalogue/permission-set.ts';
import type { Permission } from '../../catalogue/types.ts';
import { symbolKey } from '../../condition/key.ts';
import { atomsOf } from '../../condition/operands.ts';
import { printFormula } from '../../condition/print.ts';
import { always } from '../../model/formulas.ts';
import type { Origin } from '../../model/origin.ts';
import type { AutoShareWord, Group, Policy, Principal, Role } from '../../model/symbols.ts';
import type { PermissionWay } from '../answer.ts';
import { grantsAdmin } from '../permission-ways.ts';
import { permissionText, sightText } from '../reason.ts';
import { relationOf } from '../relations.ts';
import { ofRecords } from './cells.ts';
import type { Finding } from './findings.ts';
import type { Floor } from './floor.ts';
import { groupsIn } from './parties.ts';
import type { Run } from './run.ts';
import { homeOfGroup } from './twins.ts';
import type { DifferenceEntry, Reason, SideName } from './types.ts';

/** `key` is equal where a reason means the same on both sides. */
interface Keyed extends Reason {
  readonly key: string;
}

type Reasons = DifferenceEntry['origins'];
type Floors = Readonly<Record<SideName, Floor | undefined>>;

/** Of the first party and permission. Where all reasons are the same on both sides, what they are about differs. */
export function reasonsOf(run: Run, floors: Floors, finding: Finding): Reasons {
  const before = reasonsOn(run, floors, finding, 'before');
  const after = reasonsOn(run, floors, finding, 'after');
  const only = (some: readonly Keyed[], others: readonly Keyed[]): Reason[] => {
    const keys = new Set(others.map(({ key }) => key));
    return some.filter(({ key }) => !keys.has(key)).map(({ text, origin, groups }) => ({ text, origin, groups }));
  };
  return {
    before: finding.change === 'gained' ? [] : only(before, after),
    after: finding.change === 'lost' ? [] : only(after, before),
  };
}

function reasonsOn(run: Run, floors: Floors, finding: Finding, side: SideName): Keyed[] {
  const [party] = finding.parties;
  const [permission] = list(finding.permissions);
  const principal = party?.[side];
  if (principal === undefined || permission === undefined) return [];
  const { model, roles } = run.sides[side];
  const floor = floors[side];
  if (finding.place !== undefined && floor === undefined) return [];
  const found: Keyed[] = [];
  const names: readonly Principal[] = [principal, ...groupsIn(model, principal)];
  for (const name of new Set(names)) {
    const through = name === principal || name.kind !== 'group' ? undefined : name;
    for (const { role } of roles.get(name) ?? []) found.push(...byRole(role, permission, through));
    for (const hit of floor?.hits.get(name) ?? [])
      if (hit.kind === 'role') found.push(...byRole(hit, permission, through));
      else if (has(ofRecords, permission)) found.push(byPolicy(hit, through, othersIn(run, hit)));
  }
  return floor === undefined ? found : [...found, ...byRelation(floor, finding, permission)];
}

function byRole(role: Role, permission: Permission, through: Group | undefined, autoShare?: AutoShareWord): Keyed[] {
  const direct = has(role.permissions, permission);
  if (!direct && !grantsAdmin(role)) return [];
  const grant = role.grants.find((each) => !direct || each.permissions.includes(permission));
  const rest = { when: always, holds: 'true' } as const;
  const way: PermissionWay = { permission, role, grant, through, byAdmin: !direct, autoShare, ...rest };
  const text = permissionText(way);
  return [{ text, origin: grant?.origin ?? role.origin, groups: originsOf(through), key: text }];
}

/** `others`: the groups that its condition asks about and that have other members. */
function byPolicy(policy: Policy, through: Group | undefined, others: readonly Group[]): Keyed {
  const when = policy.when ?? always;
  const text = sightText({ by: 'policy', policy, through, when, holds: 'true' });
  const names = others.map(({ name }) => `\`${name}\``).join(', ');
  const members = others.length === 0 ? '' : ` with the members of ${names}`;
  return {
    text: `${text}${members}`,
    origin: policy.origin,
    groups: [...originsOf(through), ...others.flatMap(originsOf)],
    key: others.length === 0 ? `${text} ${printFormula(when)}` : symbolKey(policy),
  };
}

/** The platform's own groups are declared nowhere. */
function originsOf(group: Group | undefined): Origin[] {
  return group?.origin === undefined ? [] : [group.origin];
}

function othersIn({ twins, touched }: Run, { when }: Policy): Group[] {
  if (when === undefined || touched.otherMembers.size === 0) return [];
  const groups = atomsOf(when).flatMap(({ test }) => (test.is === 'in group' ? [test.group] : []));
  return [...new Set(groups)].filter((group) => touched.otherMembers.has(homeOfGroup(twins, group)));
}

/** What relations to a record give; those that only a record can say count where the finding is about such records. */
function byRelation(floor: Floor, { relations }: Finding, permission: Permission): Keyed[] {
  const found = floor.byRelation
    .filter(({ given }) => (relations ? given.related : given.plain).op !== 'false')
    .flatMap(({ role }) => [...role.autoShare].flatMap((word) => byRole(role, permission, undefined, word)));
  const isShared = has(ofRecords, permission) && (relations ? floor.shared.related : floor.shared.plain).op !== 'false';
  if (!isShared) return found;
  const { recordShares, origin } = floor.object;
  const rest = { through: undefined, when: always, holds: 'true' } as const;
  const shared = [...recordShares].map((word) =>
    sightText({ by: 'auto-share', word, ...relationOf(word, 'records'), ...rest }),
  );
  return [...found, ...shared.map((text) => ({ text, origin, groups: [], key: text }))];
}
