// The model of a project's next state, where no more than contents of objects, roles, groups and questions changed, and what is said
// of users: what the change does not reach keeps its symbols. Everything else is bound from nothing.
import type { Unit } from '../syntax/source-file.ts';
import { isSame } from '../text/same.ts';
import { bindAll } from './bind.ts';
import type { BindInput, Bound } from './bound.ts';
import { bindContents, bindQuestions, runLater } from './contents.ts';
import { declare } from './declare.ts';
import { addManagedRolesOf, newObject, newRole } from './declare-objects.ts';
import { type Draft, type ObjectDraft, type Site, siteOf, type TestDraft } from './draft.ts';
import { finish, type Ground } from './finish.ts';
import type { Model } from './model.ts';
import { allRenamed, namesOf, nothingRenamed } from './names.ts';
import { isSpent, nothingSought } from './near.ts';
import { type FileParts, isLive, key, liveParts, type PartsByFile, partOf } from './parts.ts';
import { type Reach, reachOf } from './reach.ts';
import { groupsOfAfter, putBack } from './regroup.ts';
import { isAskedFor, nothingSaid, saidAnew } from './resaid.ts';
import { type FileSlots, leavesPeopleOpen, slotsOf } from './slots.ts';
import type { Role } from './symbols.ts';

/** The same model as `bindAll(input)`, but for which symbols are new. */
export function rebind(before: Bound, input: BindInput): Bound {
  return rebindParts(before, input) ?? bindAll(input);
}

function rebindParts(before: Bound, input: BindInput): Bound | undefined {
  if (!isSameAround(before.input, input) || recordsReach(before) || isSpent(before)) return undefined;
  const found = input.files.map(({ path, source }, i) => slotsOf(path, source, before, before.input.files[i]?.source));
  const files = found.filter((each) => each !== undefined);
  const slots = files.flatMap((file) => file.slots);
  const names = files.length < found.length ? undefined : allRenamed(files.map((file) => file.names));
  // The group that has the name may say nothing to others and be passed over.
  if (names === undefined || namesOf(names.come, 'group').some((name) => before.people.has(name))) return undefined;
  const isRenamed = names !== nothingRenamed;
  const reach = reachOf(slots, names, isRenamed);
  const first = reach && bindReached(before, input, files, reach);
  if (reach === undefined || first === undefined || recordsReach(first)) return undefined;
  const isFarEnough = isRenamed || !slots.some(({ part }) => part?.uncertain);
  if (isFarEnough || isKnownAlike(before.model, first.model, reach)) return first;
  const wider = reachOf(slots, names, true);
  return wider && bindReached(before, input, files, wider);
}

function isSameAround(before: BindInput, input: BindInput): boolean {
  const { directories, files, semantics } = input;
  return (
    before.incomplete === input.incomplete &&
    before.semantics.adminSeesAllRecords === semantics.adminSeesAllRecords &&
    before.semantics.autoShareReach === semantics.autoShareReach &&
    before.directories.size === directories.size &&
    [...before.directories].every(([path, content]) => directories.get(path) === content) &&
    before.files.length === files.length &&
    before.files.every(({ path }, i) => path === files[i]?.path)
  );
}

/** Where a role counts in a whole object by a record's relation, a broken record taints what it may be about. */
function recordsReach({ input, parts }: Bound): boolean {
  if (input.semantics.autoShareReach !== 'object') return false;
  return liveParts(parts).some(
    ({ unit, problems }) => unit.declaration?.kind === 'record' && unit.problems.length + problems.length > 0,
  );
}

function bindReached(before: Bound, input: BindInput, files: readonly FileSlots[], reach: Reach): Bound | undefined {
  const draft = draftOf(before, reach);
  const sites = new Map<Unit, Site>();
  for (const { file, unit } of reach.slots) sites.set(unit, siteOf(draft, file, unit));
  const all = [...sites.values()];
  const declareAll = (...kinds: string[]) => {
    for (const site of all) {
      const { declaration } = site.unit;
      if (declaration !== undefined && kinds.includes(declaration.kind)) declare(site, declaration);
    }
  };
  const said = reach.users ? saidAnew(before, draft, all) : nothingSaid;
  if (said === undefined) return undefined;
  declareAll('group');
  if (reach.groups.size > 0 && !putBack(before, draft, input, reach)) return undefined;
  declareAll('object', 'role');
  if (!rolesStand(before.model, draft, reach)) return undefined;
  if (isRenamedIn(reach, 'role')) putRolesInOrder(draft, input);
  for (const object of reachedObjects(draft, reach)) addManagedRolesOf(object);
  runLater(draft);
  if (all.some(({ unit, notes: { problems } }) => leavesPeopleOpen({ unit, problems }))) return undefined;
  if (!areOfRecords(reach)) keepRecordsAndTests(before.model, draft);
  else bindRecordsAndTests(before.model, draft, files, sites);
  declareAll('query', 'expect');
  bindContents(draft, all);
  const questions = bindQuestions(draft);
  // What is bound from nothing looks for names in another order.
  if (isSpent(draft.near)) return undefined;
  const parts: PartsByFile = new Map(
    files.map((file) => [file.file, partsIn(file, before.parts.get(file.file), sites, questions)]),
  );
  if (isAskedFor(before.parts, said) || isAskedFor(parts, said)) return undefined;
  return finish(draft, { input, parts, before }, aroundOf(before.model, draft, reach));
}

function isRenamedIn({ names: { gone, come } }: Reach, kind: 'group' | 'role'): boolean {
  return namesOf([...gone, ...come], kind).length > 0;
}

function aroundOf(before: Model, draft: Draft, reach: Reach): Ground {
  const { roles, groups } = reach;
  return {
    ground: !roles && groups.size === 0 ? before.ground : {},
    // A record may have any group for a content.
    people: isRenamedIn(reach, 'group') ? {} : before.people,
    groupsOf: groups.size === 0 ? before.groupsOf : groupsOfAfter(before, draft, groups),
  };
}

type Questions = ReturnType<typeof bindQuestions>;

function partsIn(
  { parts, slots }: FileSlots,
  before: FileParts | undefined,
  sites: ReadonlyMap<Unit, Site>,
  questions: Questions,
): FileParts {
  const isReached = slots.some(({ unit }) => sites.has(unit));
  if (before !== undefined && !isReached && parts === before.all) return before;
  const all = parts.slice();
  const live: number[] = [];
  for (const { at, unit } of slots) {
    const site = sites.get(unit);
    if (site !== undefined) all[at] = partOf(site, questions.get(unit));
    const part = all[at];
    if (part !== undefined && isLive(part)) live.push(at);
  }
  return { all: all.filter((part) => part !== undefined), live };
}

/** Users as before, with what was said of them, and everything reached as if it had not been declared yet, in its place; groups without one. */
function draftOf(before: Bound, reach: Reach): Draft {
  const { keys, slots, groups, names } = reach;
  const { model, people, compared } = before;
  const roles: Draft['roles'] = new Map(model.roles);
  for (const [name, { managed, origin }] of roles) {
    const own = key('role', name);
    if (names.gone.has(own)) roles.delete(name);
    else if (origin !== undefined && keys.has(own))
      roles.set(name, newRole(name, { origin: undefined, managed, object: undefined }));
  }
  const objects = new Map(model.objects) as Draft['objects'];
  for (const { unit } of slots) {
    const { declaration } = unit;
    const name = declaration?.kind === 'object' ? declaration.name?.text : undefined;
    const known = name === undefined ? undefined : objects.get(name);
    if (declaration?.kind === 'object' && known !== undefined && known === model.objects.get(known.name))
      objects.set(known.name, newObject(known.name, declaration.object, known.index));
  }
  const isStaying = ([name]: readonly [string, unknown]) => !groups.has(name);
  return {
    semantics: model.semantics,
    organization: model.organization,
    people: groups.size === 0 ? people : new Map([...people].filter(isStaying)),
    users: model.users as Draft['users'],
    profiles: model.profiles as Draft['profiles'],
    near: nothingSought(compared),
    addresses: new Map(),
    groups: (groups.size === 0 ? model.groups : new Map([...model.groups].filter(isStaying))) as Draft['groups'],
    internalUsers: model.internalUsers as Draft['internalUsers'],
    externalUsers: model.externalUsers as Draft['externalUsers'],
    roles,
    objects,
    records: new Map(),
    tests: [],
    pending: { roles: [], objects: [], questions: [], later: [] },
    broken: { organization: false, domains: false },
  };
}

/** A role that was declared may not be any more, where it takes a managed one's name or claims to be one. */
function rolesStand({ roles: before }: Model, { roles }: Draft, { names: { gone, come } }: Reach): boolean {
  const stands = ([name, { origin }]: readonly [string, Role]) => {
    const own = key('role', name);
    const isWritten = gone.has(own) || come.has(own) || before.get(name)?.origin !== undefined;
    return isWritten === (origin !== undefined);
  };
  return [...roles].every(stands) && namesOf(come, 'role').every((name) => roles.has(name));
}

/** Where their declarations stand, and behind them those that have none. */
function putRolesInOrder({ roles }: Draft, { files }: BindInput): void {
  const all = new Map(roles);
  const byUnit = new Map([...all.values()].map((role) => [role.origin?.unit, role.name]));
  const written = files.flatMap(({ source }) => source.units.flatMap((unit) => byUnit.get(unit) ?? []));
  roles.clear();
  for (const name of [...written, ...all.keys()]) {
    const role = all.get(name);
    if (role !== undefined && !roles.has(name)) roles.set(name, role);
  }
}

/** In the order of the project. */
function reachedObjects({ objects }: Draft, reach: Reach): ObjectDraft[] {
  return [...objects.values()].filter(({ name }) => reach.objects.has(name));
}

function areOfRecords({ slots, names: { gone } }: Reach): boolean {
  const went = namesOf(gone, 'record').length + namesOf(gone, 'test').length > 0;
  return went || slots.some(({ unit }) => isRecordOrTest(unit));
}

function keepRecordsAndTests({ records, tests }: Model, draft: Draft): void {
  for (const [name, record] of records) draft.records.set(name, record);
  for (const test of tests) draft.tests.push(test as TestDraft);
}

/** In the order of the text: of two with one name the first stands. */
function bindRecordsAndTests(
  model: Model,
  draft: Draft,
  files: readonly FileSlots[],
  sites: ReadonlyMap<Unit, Site>,
): void {
  const tests = new Map(model.tests.map((test) => [test.origin?.unit, test as TestDraft]));
  for (const { unit } of files.flatMap(({ slots }) => slots)) {
    const { declaration } = unit;
    if (declaration?.kind !== 'record' && declaration?.kind !== 'test') continue;
    const site = sites.get(unit);
    const test = tests.get(unit);
    if (site !== undefined) declare(site, declaration);
    else if (test !== undefined) draft.tests.push(test);
    else if (declaration.kind === 'record') keepRecord(model, draft, unit, declaration.name?.text);
    runLater(draft);
  }
}

function isRecordOrTest({ declaration }: Unit): boolean {
  return declaration?.kind === 'record' || declaration?.kind === 'test';
}

function keepRecord(model: Model, { records }: Draft, unit: Unit, name: string | undefined): void {
  const record = name === undefined ? undefined : model.records.get(name);
  if (record?.origin?.unit === unit) records.set(record.name, record);
}

/** Whether the objects that were bound anew hold the same roles and accounts by name. */
function isKnownAlike(before: Model, after: Model, { objects }: Reach): boolean {
  return [...objects].every((name) => {
    const object = after.objects.get(name);
    if (object === undefined) return true;
    const old = before.objects.get(object.name);
    return old !== undefined && sameKeys(old.accounts, object.accounts) && sameKeys(old.roles, object.roles);
  });
}

function sameKeys(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return isSame([...a.keys()], [...b.keys()]);
}
