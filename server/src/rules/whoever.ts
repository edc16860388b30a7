// Who a condition is asked for, left open where it is meant for several: what is true of a condition for whoever acts.
import { actorOf } from '../access/actor.ts';
import { groupsAround } from '../access/question-scope.ts';
import { worldOf } from '../access/world.ts';
import { keyOf } from '../condition/key.ts';
import { atomsOf, fieldsOf, operandsOf } from '../condition/operands.ts';
import { type Satisfaction, satisfy, type World } from '../condition/solve.ts';
import type { Model } from '../model/model.ts';
import type { Atom, Field, Formula, Group, ObjectSymbol, Operand, Principal, User } from '../model/symbols.ts';
import type { FieldTypeName } from '../syntax/ast.ts';
import { notesOn } from '../text/notes.ts';
import { isSame } from '../text/same.ts';
import { openGroups } from './people.ts';

/** Whom a condition is asked for: one principal, any of the people of a group, or anybody. */
export type Whoever =
  | { readonly who: 'one'; readonly principal: Principal }
  | { readonly who: 'any of'; readonly group: Group }
  | { readonly who: 'anybody' };

/** The people of a group that is named, or the one user or account. */
export function whomever(subject: Principal): Whoever {
  return subject.kind === 'group' ? { who: 'any of', group: subject } : { who: 'one', principal: subject };
}

/** Somebody, or several, for whom conditions are decided over all records at once. */
export interface Viewer {
  readonly whoever: Whoever;
  readonly world: World;
  /** The condition as it stands for the viewer, with whoever acts as one more open field where that is not one. */
  readonly close: (formula: Formula) => Formula;
}

const viewers = notesOn<Model, Map<Principal | undefined, Map<Whoever['who'], Viewer>>>();

/** `today` is the same for all of a model. */
export function viewerOf(model: Model, whoever: Whoever, today: number): Viewer {
  const all = viewers.get(model) ?? new Map<Principal | undefined, Map<Whoever['who'], Viewer>>();
  viewers.set(model, all);
  const principal = principalOf(whoever);
  const own = all.get(principal) ?? new Map<Whoever['who'], Viewer>();
  all.set(principal, own);
  const viewer = own.get(whoever.who) ?? makeViewer(model, whoever, today);
  own.set(whoever.who, viewer);
  return viewer;
}

/**
 * Of one principal everything is known; a group as the one is the further person of it. Of several, attributes may hold
 * any text: who joins tomorrow brings others.
 */
function makeViewer(model: Model, whoever: Whoever, today: number): Viewer {
  const actor = actorOf(model, principalOf(whoever) ?? model.internalUsers);
  const further = furtherPeople(model);
  const world: World = {
    ...worldOf({ model, actor, facts: undefined, given: false, today }),
    users: further.users,
    groupsOf: (person) => further.groupsOf.get(person) ?? groupsAround(model, actor, person),
  };
  const single = whoever.who === 'one';
  const isOpen = (operand: Operand) =>
    !single || (operand.kind === 'attribute' && !further.attributes.has(operand.name));
  return { whoever, world, close: (formula) => opened(formula, isOpen) };
}

function principalOf(whoever: Whoever): Principal | undefined {
  if (whoever.who === 'anybody') return undefined;
  return whoever.who === 'one' ? whoever.principal : whoever.group;
}

/** Whether some record meets the condition for somebody whom the viewer stands for. */
export function isMet(formula: Formula, { whoever, world, close }: Viewer): Satisfaction['kind'] {
  const closed = close(formula);
  const [atom] = atomsOf(formula);
  if (whoever.who === 'one' || atom === undefined || !speaksOfActor(formula)) return satisfy(closed, world).kind;
  return satisfy({ op: 'and', parts: [closed, isSomebody(atom.field.object, whoever, formula)] }, world).kind;
}

export function speaksOfActor(formula: Formula): boolean {
  return atomsOf(formula).some(
    ({ test }) => test.is === 'contains current user' || operandsOf(test).some((operand) => isActors(operand)),
  );
}

/** True of a condition on a field with an error, which leaves open what the field might hold. */
export function isShaky(formula: Formula): boolean {
  return atomsOf(formula)
    .flatMap(fieldsOf)
    .some(({ broken }) => broken === true);
}

function isActors({ kind }: Operand): boolean {
  return kind === 'current user' || kind === 'attribute';
}

/** What holds of whoever acts. Where a condition tells nobody from anybody else, it is enough that it is somebody. */
function isSomebody(object: ObjectSymbol, whoever: Whoever, formula: Formula): Formula {
  const field = openField(object, 'current user', 'user');
  if (whoever.who === 'any of' && atomsOf(formula).some(tellsPeopleApart))
    return { op: 'atom', field, test: { is: 'in group', group: whoever.group }, origin: undefined };
  return { op: 'not', part: { op: 'atom', field, test: { is: 'empty' }, origin: undefined } };
}

function tellsPeopleApart({ field, test }: Atom): boolean {
  if (field.type !== 'user') return false;
  return test.is === 'in group' || operandsOf(test).some(({ kind }) => kind === 'literal');
}

type IsOpen = (operand: Operand) => boolean;

function opened(formula: Formula, isOpen: IsOpen): Formula {
  switch (formula.op) {
    case 'not':
      return { op: 'not', part: opened(formula.part, isOpen) };
    case 'and':
    case 'or':
      return { op: formula.op, parts: formula.parts.map((part) => opened(part, isOpen)) };
    case 'atom':
      return openedAtom(formula, isOpen);
    default:
      return formula;
  }
}

function openedAtom(atom: Atom, isOpen: IsOpen): Formula {
  const { test } = atom;
  switch (test.is) {
    case 'equals':
      return { ...atom, test: { is: 'equals', value: asField(test.value, atom.field.object, isOpen) } };
    case 'one of': {
      if (!test.values.some((value) => isActors(value) && isOpen(value))) return atom;
      const each = (value: Operand): Atom => ({ ...atom, test: { is: 'equals', value } });
      return { op: 'or', parts: test.values.map((value) => openedAtom(each(value), isOpen)) };
    }
    case 'contains':
    case 'starts with':
    case 'ends with':
      return isOpen(test.value) && isActors(test.value) ? undecided(atom) : atom;
    case 'contains current user':
      return isOpen({ kind: 'current user' }) ? undecided(atom) : atom;
    default:
      return atom;
  }
}

function asField(operand: Operand, object: ObjectSymbol, isOpen: IsOpen): Operand {
  if (!isActors(operand) || !isOpen(operand)) return operand;
  if (operand.kind !== 'attribute') return { kind: 'field', field: openField(object, 'current user', 'user') };
  return { kind: 'field', field: openField(object, `current user.${operand.name}`, 'text') };
}

/** A comparison that may turn out either way where its field holds something. That allows more than there is, never less. */
function undecided(atom: Atom): Formula {
  const field = openField(atom.field.object, keyOf(atom), 'boolean');
  const value = { kind: 'literal', value: true, source: 'true' } as const;
  return {
    op: 'and',
    parts: [
      { op: 'not', part: { ...atom, test: { is: 'empty' } } },
      { ...atom, field, test: { is: 'equals', value } },
    ],
  };
}

const openFields = notesOn<ObjectSymbol, Map<string, Field>>();

/** No field of the object: what is open beside its records. Of one name always the same. */
function openField(object: ObjectSymbol, name: string, type: FieldTypeName): Field {
  const fields = openFields.get(object) ?? new Map<string, Field>();
  openFields.set(object, fields);
  const known = fields.get(name);
  if (known !== undefined) return known;
  const field: Field = { kind: 'field', name, origin: undefined, object, type, options: [], assignee: false };
  fields.set(name, field);
  return field;
}

interface Further {
  readonly open: readonly Group[];
  readonly users: readonly User[];
  readonly groupsOf: ReadonlyMap<unknown, ReadonlySet<Group>>;
  /** The attributes that somebody has. */
  readonly attributes: ReadonlySet<string>;
}

const furtherOf = new WeakMap<Model['people'], Further>();

/** Besides everybody known one more for each group that fills itself or has an error: not everyone is in the project. */
function furtherPeople(model: Model): Further {
  const open = openGroups(model);
  const known = furtherOf.get(model.people);
  if (known !== undefined && isSame(known.open, open)) return known;
  const users = [...model.users.values()];
  const attributes = new Set(model.profiles.attributes.flatMap((own) => [...own.keys()]));
  const groupsOf = new Map<unknown, ReadonlySet<Group>>();
  for (const group of model.groups.values()) {
    if (group.domain === undefined && group.system === undefined && !open.includes(group)) continue;
    const more = furtherUser(group, users.length);
    users.push(more);
    groupsOf.set(more, new Set([group]));
  }
  const further = { open, users, groupsOf, attributes };
  furtherOf.set(model.people, further);
  return further;
}

/**
 * What a rule looks at, besides those who are known, that asks for whom a condition holds: nothing where it tells nobody from
 * anybody else. A group that it names is another one when an error comes or goes there.
 */
export function strangersTo(model: Model, formulas: readonly Formula[]): readonly string[] {
  const open = openGroups(model);
  return open.length === 0 || !formulas.some(speaksOfPeople) ? nobody : open.map(({ name }) => name);
}

const nobody: readonly never[] = [];

const speaking = new WeakMap<Formula, boolean>();

function speaksOfPeople(formula: Formula): boolean {
  const known = speaking.get(formula);
  if (known !== undefined) return known;
  const isOfPeople = ({ type }: Field) => type === 'user';
  const speaks = speaksOfActor(formula) || atomsOf(formula).some((atom) => fieldsOf(atom).some(isOfPeople));
  speaking.set(formula, speaks);
  return speaks;
}

function furtherUser({ name }: Group, index: number): User {
  return {
    kind: 'user',
    name: `someone in ${name}`,
    index,
    external: false,
    externalSound: true,
    inactive: false,
    sound: true,
    declared: false,
  };
}
