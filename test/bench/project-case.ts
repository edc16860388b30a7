// What is found out about a whole organization at one size: its findings, and its difference to itself with one role changed.
// node --expose-gc project-case.ts rules|difference SIZE quick|full
import process from 'node:process';
import { difference } from '../../server/src/access/difference/difference.ts';
import { bindAll } from '../../server/src/model/bind.ts';
import type { Bound } from '../../server/src/model/bound.ts';
import { rebind } from '../../server/src/model/rebind.ts';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { ProjectInput, Snapshot } from '../../server/src/project/types.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { parseFile } from '../../server/src/syntax/parse.ts';
import type { SourceFile } from '../../server/src/syntax/source-file.ts';
import { today } from './asking.ts';
import { type Check, type Figure, figureOf, type Measured } from './figures.ts';
import { makeOrganization, type Organization, type RolePlan, type SizeName, sizes } from './organization.ts';
import { withoutGrant } from './organization-edit.ts';
import { boundOrganization } from './organization-model.ts';
import { organizationText } from './organization-text.ts';
import { stopwatch, times } from './timing.ts';

const engine = 'Writ';

interface Case {
  readonly organization: Organization;
  readonly size: SizeName;
  readonly quick: boolean;
}

function measureDifference({ organization, size, quick }: Case): Measured {
  const [before, after] = [boundOrganization(organization).model, boundOrganization(withoutGrant(organization)).model];
  const { entries } = difference(before, after, today);
  const first = stopwatch();
  const same = difference(before, before, today).entries.length;
  const { ms: byNothing } = first();
  const warm = times(quick ? 5 : 21, () => difference(before, after, today), quick ? 50 : 500);
  const what = { engine, size, unit: 'ms' } as const;
  const [old, edited] = editedStates(organization);
  const shared = times(quick ? 5 : 21, () => difference(old.model, edited.model, today), quick ? 50 : 500);
  const isSame = difference(old.model, edited.model, today).entries.length === entries.length;
  return {
    figures: [
      figureOf({ ...what, name: 'difference by one role', note: `${entries.length} entries` }, warm),
      figureOf({ ...what, name: 'difference by one role, after an edit' }, shared),
      figureOf({ ...what, name: 'difference by nothing' }, [byNothing]),
    ],
    checks: [
      {
        name: `the difference by one role at ${size} is found`,
        passed: entries.length > 0 && same === 0 && isSame,
        detail: `${entries.length} entries, ${same} without a change`,
      },
    ],
  };
}

/** Two states one after the other: the second holds what the edit did not reach in common with the first. */
function editedStates(organization: Organization): readonly [Bound, Bound] {
  const inputOf = (source: SourceFile) => ({
    files: [{ path: 'acme.writ', source }],
    directories: new Map(),
    semantics: { adminSeesAllRecords: true, autoShareReach: 'record' } as const,
    incomplete: false,
  });
  const source = parseFile(organizationText(organization));
  const before = bindAll(inputOf(source));
  return [before, rebind(before, inputOf(parseFile(organizationText(withoutGrant(organization)), source)))];
}

const inputOf = (text: string): ProjectInput => ({
  files: new Map([['acme.writ', { text }]]),
  settings: undefined,
  directories: new Map(),
  today,
});

/** Each rule for itself, in the order of the catalogue; what one makes that others need too is the first one's. */
function ruleTimes(snapshot: Snapshot, spent: Map<string, number[]>): void {
  for (const { id } of rules) {
    const one = stopwatch();
    snapshot.findingsOf(id);
    const samples = spent.get(id) ?? [];
    samples.push(one().ms);
    spent.set(id, samples);
  }
}

/** The same organization with its middle role of the organization changed in one way each. */
function withOrganizationRole(organization: Organization): Readonly<Record<string, string>> {
  const { roles, groups } = organization;
  const own = roles.filter(({ app, grants, members }) => app === undefined && grants.length > 1 && members.length > 1);
  const chosen = own[own.length >> 1];
  if (chosen === undefined) throw new Error('the made-up organization has no role of the organization');
  const isGroup = (member: string) => groups.some(({ name }) => name === member);
  const without = (gone: string | undefined) => chosen.members.filter((member) => member !== gone);
  const textWith = (role: RolePlan) =>
    organizationText({ ...organization, roles: roles.map((each) => (each === chosen ? role : each)) });
  const head = `role ${chosen.name} {`;
  return {
    description: organizationText(organization).replace(head, `${head}\n  description "What it is for"`),
    grant: textWith({ ...chosen, grants: chosen.grants.slice(1) }),
    person: textWith({ ...chosen, members: without(chosen.members.find((member) => !isGroup(member))) }),
    group: textWith({ ...chosen, members: without(chosen.members.find(isGroup)) }),
  };
}

/** All rules after an edit there and back again and again, by what was edited. */
function editTimes(organization: Organization, quick: boolean): Readonly<Record<string, readonly number[]>> {
  const text = organizationText(organization);
  const kinds = Object.entries(withOrganizationRole(organization)).map(([kind, edited]) => {
    const samples: number[] = [];
    let { snapshot } = findingsTimes(inputOf(text), undefined, new Map());
    for (let step = 0; step < (quick ? 4 : 60); step++) {
      const edit = findingsTimes(inputOf(step % 2 === 0 ? edited : text), snapshot, new Map());
      samples.push(edit.rules);
      snapshot = edit.snapshot;
    }
    return [kind, samples] as const;
  });
  return Object.fromEntries(kinds);
}

/** Of one state of the project: its model alone, then all rules. */
function findingsTimes(input: ProjectInput, previous: Snapshot | undefined, spent: Map<string, number[]>) {
  const binding = stopwatch();
  const snapshot = createSnapshot(input, previous);
  const users = snapshot.model.users.size;
  const { ms: bound } = binding();
  const finding = stopwatch();
  ruleTimes(snapshot, spent);
  const found = snapshot.findings.length;
  const { ms } = finding();
  return { snapshot, users, found, rules: ms, all: bound + ms };
}

/** After each cold state. */
const edits = 10;

function measureRules({ organization, size, quick }: Case): Measured {
  const [text, edited] = [organizationText(organization), organizationText(withoutGrant(organization))];
  const spent = { cold: new Map<string, number[]>(), edit: new Map<string, number[]>() };
  const samples = { all: [] as number[], cold: [] as number[], edit: [] as number[], afterEdit: [] as number[] };
  let found = 0;
  for (let round = 0; round < (quick ? 2 : 9); round++) {
    const cold = findingsTimes(inputOf(text), undefined, spent.cold);
    samples.cold.push(cold.rules);
    samples.all.push(cold.all);
    let { snapshot } = cold;
    // A writer goes on writing: one edit after the other, there and back.
    for (let step = 0; step < edits; step++) {
      const edit = findingsTimes(inputOf(step % 2 === 0 ? edited : text), snapshot, spent.edit);
      samples.edit.push(edit.rules);
      samples.afterEdit.push(edit.all);
      snapshot = edit.snapshot;
    }
    found = cold.found;
  }
  const what = { engine, size, unit: 'ms' } as const;
  const ofOrganization = Object.entries(editTimes(organization, quick)).map(([kind, own]) =>
    figureOf({ ...what, name: `all rules, after an edit of a role of the organization: ${kind}` }, own),
  );
  return { figures: [...ruleFigures(size, samples, spent), ...ofOrganization], checks: [foundSome(size, found)] };
}

function foundSome(size: SizeName, found: number): Check {
  return { name: `rules at ${size} find something`, passed: found > 0, detail: `${found} findings` };
}

type RuleTimes = ReadonlyMap<string, readonly number[]>;

function ruleFigures(
  size: SizeName,
  samples: Readonly<Record<'all' | 'cold' | 'edit' | 'afterEdit', readonly number[]>>,
  spent: { readonly cold: RuleTimes; readonly edit: RuleTimes },
): Figure[] {
  const what = { engine, size, unit: 'ms' } as const;
  const each = (when: string, all: RuleTimes) =>
    [...all].map(([id, own]) => figureOf({ ...what, name: `rule ${id}, ${when}` }, own));
  return [
    figureOf({ ...what, name: 'all rules, cold' }, samples.cold),
    figureOf({ ...what, name: 'all rules, after an edit of a role' }, samples.edit),
    figureOf({ ...what, name: 'text to findings, cold' }, samples.all),
    figureOf({ ...what, name: 'text to findings, after an edit of a role' }, samples.afterEdit),
    ...each('cold', spent.cold),
    ...each('after an edit of a role', spent.edit),
  ];
}

const [kind, sizeName = 'S', effort = 'full'] = process.argv.slice(2);
const size: SizeName = sizeName === 'M' || sizeName === 'L' ? sizeName : 'S';
const one: Case = { organization: makeOrganization(sizes[size]), size, quick: effort === 'quick' };
console.log(JSON.stringify(kind === 'rules' ? measureRules(one) : measureDifference(one)));
