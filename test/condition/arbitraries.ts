// Random conditions and records over few values, so that they meet often.
import fc from 'fast-check';
import { nobody } from '../../server/src/condition/actor.ts';
import type {
  Atom,
  AtomTest,
  Bound,
  Content,
  Field,
  Formula,
  Literal,
  Operand,
} from '../../server/src/model/symbols.ts';
import { startOfDay } from '../../server/src/text/calendar.ts';
import { accounts, actor, fields, groups, internalUsers, today, users } from '../support/formulas.ts';

const hour = 3_600_000;
const texts = ['a', 'b', 'ab', 'ba', 'aba', 'bb'];
const numbers = [0, 1, 2, 3, 1.5];
const days = [today - 31, today - 1, today, today + 1, today + 3];
const instants = days.flatMap((day) => [startOfDay(day), startOfDay(day) + 10 * hour]);
const persons = [...users, ...accounts];
const actors = ['ada', 'bo', 'cy', 'bot', 'Orders.bot', 'Sales', 'Empty'].map(actor);

/** What a field of the type may be compared with. */
function literals(field: Field): readonly Literal[] {
  switch (field.type) {
    case 'text':
      return [...texts, ''];
    case 'number':
      return numbers;
    case 'date':
      return days;
    case 'datetime':
      return instants;
    case 'boolean':
      return [true, false];
    case 'choice':
      return field.options;
    case 'user':
      return persons;
    case 'group':
      return [...groups, internalUsers];
    default:
      return [];
  }
}

/** What a field may hold, more than it may be compared with. */
export function contentOf(field: Field): fc.Arbitrary<Content> {
  const empty: fc.Arbitrary<Content> = fc.constant(null);
  const held = (values: readonly Content[]) => fc.oneof({ arbitrary: fc.constantFrom(...values), weight: 5 }, empty);
  switch (field.type) {
    case 'text':
      return fc.oneof(held([...texts, '']), fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 }));
    case 'number':
      return held([...numbers, -1, 0.5, 2.5, 4]);
    case 'date':
      return held([...days, today - 400, today - 2, today + 2, today + 400]);
    case 'datetime':
      return held([...instants, ...instants.map((instant) => instant + hour), startOfDay(today + 400)]);
    case 'choices':
      return fc.subarray([...field.options]).map((options) => new Set(options));
    case 'user':
      return held([...persons, nobody(0), nobody(1)]);
    case 'group':
      return held(groups);
    case 'attachment':
      return held(['a file']);
    default:
      return held([...literals(field)]);
  }
}

function literal(field: Field): fc.Arbitrary<Operand> {
  return fc.constantFrom(...literals(field)).map((value) => ({ kind: 'literal', value, source: '' }));
}

function otherField(field: Field): fc.Arbitrary<Operand> {
  const same = fields.filter((other) => other.type === field.type);
  return fc.constantFrom(...same).map((other) => ({ kind: 'field', field: other }));
}

const attribute: fc.Arbitrary<Operand> = fc
  .constantFrom('Region', 'Nothing', 'None')
  .map((name) => ({ kind: 'attribute', name }));
const currentUser: fc.Arbitrary<Operand> = fc.constant({ kind: 'current user' });

/** An operand of `is`. */
function operand(field: Field): fc.Arbitrary<Operand> {
  const special = field.type === 'text' ? [attribute] : field.type === 'user' ? [currentUser] : [];
  return fc.oneof({ arbitrary: literal(field), weight: 4 }, otherField(field), ...special);
}

function bound(field: Field): fc.Arbitrary<Bound | undefined> {
  const value = fc.oneof({ arbitrary: literal(field), weight: 4 }, otherField(field));
  return fc.option(fc.record({ value, open: fc.boolean() }), { nil: undefined, freq: 3 });
}

const empty: fc.Arbitrary<AtomTest> = fc.constant({ is: 'empty' });
const relative: fc.Arbitrary<AtomTest> = fc.record({
  is: fc.constant('relative' as const),
  direction: fc.constantFrom('last' as const, 'next' as const),
  count: fc.integer({ min: 1, max: 3 }),
  unit: fc.constantFrom('days' as const, 'weeks' as const, 'months' as const),
});

function test(field: Field): fc.Arbitrary<AtomTest> {
  if (field.type === undefined || field.type === 'attachment') return empty;
  if (field.type === 'choices') {
    const options = fc.subarray([...field.options], { minLength: 1 });
    const has = fc.constantFrom(...field.options).map((option) => ({ is: 'has' as const, option }));
    return fc.oneof(
      has,
      options.map((chosen) => ({ is: 'overlaps' as const, options: chosen })),
      empty,
    );
  }
  const equals = operand(field).map((value) => ({ is: 'equals' as const, value }));
  if (field.type === 'boolean')
    return fc.oneof(
      literal(field).map((value) => ({ is: 'equals' as const, value })),
      empty,
    );
  const list = fc.array(fc.oneof(literal(field), ...(field.type === 'user' ? [currentUser] : [])), {
    minLength: 1,
    maxLength: 3,
  });
  const oneOf = list.map((values) => ({ is: 'one of' as const, values }));
  const common = [equals, equals, empty];
  switch (field.type) {
    case 'text': {
      const operator = fc.constantFrom('contains' as const, 'starts with' as const, 'ends with' as const);
      const pattern = fc.tuple(operator, fc.oneof({ arbitrary: literal(field), weight: 4 }, attribute));
      return fc.oneof(
        ...common,
        oneOf,
        pattern.map(([is, value]) => ({ is, value })),
        pattern.map(([is, value]) => ({ is, value })),
      );
    }
    case 'number':
    case 'date':
    case 'datetime': {
      const range = fc.tuple(bound(field), bound(field)).map(([low, high]) => ({ is: 'range' as const, low, high }));
      return fc.oneof(...common, range, range, range, ...(field.type === 'number' ? [oneOf] : [relative]));
    }
    case 'user': {
      const inGroup = fc.constantFrom(...groups, internalUsers).map((of) => ({ is: 'in group' as const, group: of }));
      return fc.oneof(...common, oneOf, inGroup, inGroup);
    }
    case 'group':
      return fc.oneof(...common, oneOf, fc.constant({ is: 'contains current user' as const }));
    default:
      return fc.oneof(...common, oneOf);
  }
}

function atom(among: readonly Field[]): fc.Arbitrary<Atom> {
  return fc
    .constantFrom(...among)
    .chain((field) => test(field).map((of): Atom => ({ op: 'atom', field, test: of, origin: undefined })));
}

/** Conditions on few of the fields at a time. */
export const formulas: fc.Arbitrary<Formula> = fc
  .subarray([...fields], { minLength: 1, maxLength: 3 })
  .chain((among) => formulaOn(among));

export function formulaOn(among: readonly Field[]): fc.Arbitrary<Formula> {
  const { tree } = fc.letrec<{ tree: Formula; junction: Formula; not: Formula; atom: Formula }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('atom'),
      tie('junction'),
      tie('not'),
      tie('junction'),
    ),
    junction: fc.record({
      op: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('tree'), { minLength: 2, maxLength: 4 }),
    }),
    not: tie('tree').map((part) => ({ op: 'not' as const, part })),
    atom: atom(among),
  }));
  return tree;
}

/** A content for each field. */
export const records: fc.Arbitrary<ReadonlyMap<Field, Content>> = fc
  .tuple(...fields.map(contentOf))
  .map((contents) => new Map(fields.map((field, i) => [field, contents[i] ?? null])));

/** The same record with some fields left out, and in full. */
export const partialRecords = fc.tuple(records, fc.subarray([...fields])).map(([full, said]) => ({
  full,
  part: new Map([...full].filter(([field]) => said.includes(field))),
}));

export const actorsOf = fc.constantFrom(...actors);
