// Conditions and records as SMT-LIB, by the words of sections 4 and 5 of the language and nothing of the engine's.
import { nobody } from '../../../server/src/condition/actor.ts';
import { atomsOf, fieldsOf, literalsOf } from '../../../server/src/condition/operands.ts';
import type { World } from '../../../server/src/condition/solve.ts';
import type {
  Atom,
  AtomTest,
  Bound,
  Content,
  Field,
  Formula,
  Group,
  Operand,
  ServiceAccount,
  User,
} from '../../../server/src/model/symbols.ts';
import { dayMs, daysOf } from './dates.ts';
import type { Pair } from './pair.ts';
import { and, not, or, real, text, whole } from './smt.ts';

/** The words in which a pair is put to Z3. */
export interface Words {
  /** The sorts, a constant for what each field holds and one for whether it is empty, and what those may be. */
  readonly declarations: string;
  formula(formula: Formula): string;
  /** That a record holds this. */
  record(values: ReadonlyMap<Field, Content>): string;
}

export function wordsFor(pair: Pair): Words {
  const { world } = pair;
  const atoms = [...atomsOf(pair.a), ...atomsOf(pair.b)];
  const fields = [...new Set([...atoms.flatMap(fieldsOf), ...pair.known.keys()])];
  const named = literalsOf(atoms).filter((literal) => typeof literal === 'object');
  const names = namesOf(world, fields, named);
  const atom = (of: Atom) => comparison(of, world, names);
  const formula = (of: Formula): string => {
    switch (of.op) {
      case 'true':
      case 'false':
        return of.op;
      case 'not':
        return not(formula(of.part));
      case 'and':
        return and(...of.parts.map(formula));
      case 'or':
        return or(...of.parts.map(formula));
      case 'atom':
        return atom(of);
    }
  };
  const record = (values: ReadonlyMap<Field, Content>) =>
    and(...[...values].map(([field, content]) => holding(field, content, names)));
  const declarations = [...names.sorts, ...fields.flatMap((field) => declaration(field, world, names))].join('\n');
  const known = pair.known.size === 0 ? '' : `(assert ${record(pair.known)})`;
  return { declarations: declarations + known, formula, record };
}

/** Constants for everything that is told apart. */
interface Names {
  readonly sorts: readonly string[];
  of(thing: object | string): string;
  /** Whom a user field may hold. */
  readonly people: readonly object[];
}

type Symbolic = User | ServiceAccount | Group;

/** `named` are the people and groups that the conditions name, whether or not a field may hold them. */
function namesOf(world: World, fields: readonly Field[], named: readonly Symbolic[]): Names {
  const people = heldPeople(world, fields);
  const options = fields.flatMap((field) => (field.type === 'choice' ? field.options : []));
  const names = new Map<object | string, string>(fields.map((field, i) => [field, `f${i}`]));
  const sort = (name: string, letter: string, things: Iterable<object | string>): string => {
    const constants = [...new Set(things)].map((thing, i) => [thing, `${letter}${i}`] as const);
    for (const [thing, constant] of constants) names.set(thing, constant);
    const all = constants.length === 0 ? `(${letter})` : constants.map(([, constant]) => `(${constant})`).join(' ');
    return `(declare-datatypes ((${name} 0)) ((${all})))`;
  };
  const sorts = [
    sort('Person', 'p', [...people, world.actor.self, ...named.filter(({ kind }) => kind !== 'group')]),
    sort('Group', 'g', [...world.groups, ...named.filter(({ kind }) => kind === 'group')]),
    sort('Option', 'o', options),
  ];
  const used = sorts.filter((_, i) => fields.some(({ type }) => type === ['user', 'group', 'choice'][i]));
  const of = (thing: object | string): string => {
    const name = names.get(thing);
    if (name === undefined) throw new Error('something has no name');
    return name;
  };
  return { sorts: used, of, people };
}

/**
 * Those declared, as many different people in no group as there are user fields and one, and the person whom a group asked
 * about stands for, unless a record is given.
 */
function heldPeople({ users, accounts, actor, actorHeld }: World, fields: readonly Field[]): readonly object[] {
  const userFields = fields.filter(({ type }) => type === 'user');
  const strangers = ['one more', ...userFields].map((_, i) => nobody(i));
  const further = actor.principal.kind === 'group' && actorHeld !== false ? [actor.self] : [];
  return [...users, ...accounts, ...strangers, ...further];
}

const sortNames: Readonly<Record<string, string>> = {
  text: 'String',
  number: 'Real',
  date: 'Int',
  datetime: 'Real',
  boolean: 'Bool',
  choice: 'Option',
  user: 'Person',
  group: 'Group',
};

/** What a field holds, and whether it is empty; a field of options has a truth for each of them. */
function declaration(field: Field, world: World, names: Names): string[] {
  const name = names.of(field);
  if (field.type === 'choices') {
    const each = field.options.map((_, i) => `(declare-const ${name}o${i} Bool)`);
    const any = or(...field.options.map((_, i) => `${name}o${i}`));
    return [...each, `(define-fun ${name}e () Bool ${not(any)})`];
  }
  const empty = `(declare-const ${name}e Bool)`;
  if (field.type === 'attachment' || field.type === undefined) return [empty];
  const held = `(declare-const ${name} ${sortNames[field.type]})`;
  const among = (things: readonly (object | string)[]) =>
    or(...things.map((thing) => `(= ${name} ${names.of(thing)})`));
  const may = (what: string) => `(assert ${or(`${name}e`, what)})`;
  switch (field.type) {
    case 'text':
      return [empty, held, may(not(`(= ${name} "")`))];
    case 'choice':
      return [empty, held, may(among(field.options))];
    case 'user':
      return [empty, held, may(among(names.people))];
    case 'group':
      return [empty, held, may(among([...world.groups].filter(({ system }) => system === undefined)))];
    default:
      return [empty, held];
  }
}

/** What an operand is, and whether it is empty, each as a term. */
interface Side {
  readonly term: string;
  readonly empty: string;
}

const emptySide: Side = { term: '', empty: 'true' };

function side(operand: Operand, type: Field['type'], world: World, names: Names): Side {
  if (operand.kind === 'field') return { term: names.of(operand.field), empty: `${names.of(operand.field)}e` };
  const { actor } = world;
  const attribute = operand.kind === 'attribute' ? (actor.attributes.get(operand.name) ?? '') : '';
  const value = operand.kind === 'literal' ? operand.value : operand.kind === 'current user' ? actor.self : attribute;
  if (value === '') return emptySide;
  return { term: constant(value, type, names), empty: 'false' };
}

function constant(value: Exclude<Content, null | ReadonlySet<string>>, type: Field['type'], names: Names): string {
  if (typeof value === 'number') return type === 'date' ? whole(value) : real(value);
  if (typeof value === 'boolean') return String(value);
  return type === 'text' ? text(String(value)) : names.of(value);
}

/** A comparison with an empty side is false: only `is empty` is true of one. */
function comparison({ field, test }: Atom, world: World, names: Names): string {
  const name = names.of(field);
  const empty = `${name}e`;
  if (test.is === 'empty') return empty;
  return and(not(empty), held(field, test, world, names));
}

type HeldTest = Exclude<AtomTest, { readonly is: 'empty' }>;

/** The comparison, where the field itself is not empty. */
function held(field: Field, test: HeldTest, world: World, names: Names): string {
  const name = names.of(field);
  const compared = (operand: Operand, term: (of: string) => string): string => {
    const other = side(operand, field.type, world, names);
    return other.empty === 'true' ? 'false' : and(not(other.empty), term(other.term));
  };
  const equal = (operand: Operand) => compared(operand, (term) => `(= ${name} ${term})`);
  const within = (bound: Bound | undefined, operator: '>' | '<') =>
    bound === undefined
      ? 'true'
      : compared(bound.value, (term) => `(${operator}${bound.open ? '' : '='} ${name} ${term})`);
  const option = (of: string) => `${name}o${field.options.indexOf(of)}`;
  switch (test.is) {
    case 'equals':
      return equal(test.value);
    case 'one of':
      return or(...test.values.map(equal));
    case 'range':
      return and(within(test.low, '>'), within(test.high, '<'));
    case 'relative': {
      const { first, last } = daysOf(test, world.today);
      if (field.type === 'date') return and(`(>= ${name} ${whole(first)})`, `(<= ${name} ${whole(last)})`);
      return and(`(>= ${name} ${real(first * dayMs)})`, `(< ${name} ${real((last + 1) * dayMs)})`);
    }
    case 'contains':
      return compared(test.value, (term) => `(str.contains ${name} ${term})`);
    case 'starts with':
      return compared(test.value, (term) => `(str.prefixof ${term} ${name})`);
    case 'ends with':
      return compared(test.value, (term) => `(str.suffixof ${term} ${name})`);
    case 'has':
      return option(test.option);
    case 'overlaps':
      return or(...test.options.map(option));
    case 'in group':
      return or(...membersOf(test.group, world).map((member) => `(= ${name} ${names.of(member)})`));
    case 'contains current user': {
      const own = [...world.groups].filter((group) => world.actor.groups.has(group));
      return or(...own.map((group) => `(= ${name} ${names.of(group)})`));
    }
  }
}

/** Groups hold users only; whoever acts is in its own groups, also whom a group asked about stands for. */
function membersOf(group: Group, world: World): readonly object[] {
  const { self, groups } = world.actor;
  const users = new Set<object>(world.users);
  const members = new Set<object>([...group.members].filter((member) => users.has(member)));
  if (groups.has(group)) members.add(self);
  else members.delete(self);
  return [...members];
}

/** That a field holds just this. */
function holding(field: Field, content: Content, names: Names): string {
  const name = names.of(field);
  if (field.type === 'choices') {
    const chosen = content instanceof Set ? content : new Set();
    return and(...field.options.map((option, i) => (chosen.has(option) ? `${name}o${i}` : not(`${name}o${i}`))));
  }
  if (content === null || content === '') return `${name}e`;
  if (field.type === 'attachment' || content instanceof Set) return not(`${name}e`);
  return and(
    not(`${name}e`),
    `(= ${name} ${constant(content as Exclude<typeof content, ReadonlySet<string>>, field.type, names)})`,
  );
}
