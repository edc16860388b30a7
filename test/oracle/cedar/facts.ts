// Random records that say everything of their fields, near the values that the conditions of their object speak of.
import { nobody } from '../../../server/src/condition/actor.ts';
import { atomsOf, literalsOf } from '../../../server/src/condition/operands.ts';
import type { Model } from '../../../server/src/model/model.ts';
import type {
  Content,
  Field,
  ObjectSymbol,
  Principal,
  RecordFacts,
  ServiceAccount,
  User,
} from '../../../server/src/model/symbols.ts';
import { dayLength, parseDate, startOfDay } from '../../../server/src/text/calendar.ts';
import type { Chance } from '../chance.ts';

type RelationKind = RecordFacts['relations'] extends ReadonlyMap<infer K, unknown> ? K : never;

const relationKinds: readonly RelationKind[] = ['watch', 'mention', 'share', 'assign', 'approval'];

export function peopleOf(model: Model): (User | ServiceAccount)[] {
  const accounts = [...model.objects.values()].flatMap((object) => [...object.accounts.values()]);
  return [...model.users.values(), ...accounts];
}

/** Every field is said; one that is empty says so. */
export function randomFacts(chance: Chance, model: Model, object: ObjectSymbol, today: number): RecordFacts {
  const values = new Map<Field, Content>();
  for (const field of object.fields.values()) values.set(field, randomContent(chance, model, field, today));
  const relations = new Map<RelationKind, ReadonlySet<Principal>>();
  const principals = [...peopleOf(model), ...model.groups.values()];
  for (const kind of relationKinds) if (chance.oneIn(3)) relations.set(kind, new Set(chance.some(principals, 1, 2)));
  return { object, values, relations };
}

function randomContent(chance: Chance, model: Model, field: Field, today: number): Content {
  if (chance.oneIn(6)) return null;
  const atoms = field.object.policies.flatMap(({ when }) => (when === undefined ? [] : atomsOf(when)));
  const own = literalsOf(atoms.filter((atom) => atom.field === field));
  const literals = own.length > 0 ? own : literalsOf(atoms.filter((atom) => atom.field.type === field.type));
  const numbers = literals.filter((literal) => typeof literal === 'number');
  switch (field.type) {
    case 'boolean':
      return chance.oneIn(2);
    case 'choice':
      return field.options.length === 0 ? null : chance.pick(field.options);
    case 'choices':
      return field.options.length === 0 ? null : new Set(chance.some(field.options, 1, field.options.length));
    case 'user': {
      const people = peopleOf(model);
      return people.length === 0 || chance.oneIn(6) ? nobody(0) : chance.pick(people);
    }
    case 'group': {
      const groups = [...model.groups.values()].filter(({ system }) => system === undefined);
      return groups.length === 0 ? null : chance.pick(groups);
    }
    case 'text':
      return randomText(
        chance,
        model,
        literals.filter((literal) => typeof literal === 'string'),
      );
    case 'number':
      return near(chance, numbers.map(inDecimals), [0.0001, 1, 0.5]);
    case 'date':
      return inYears(near(chance, [...numbers, today, today - 30, today + 30], [1, 31, 366]), 1);
    case 'datetime': {
      const days = [startOfDay(today), startOfDay(today + 1)];
      return inYears(near(chance, [...numbers, ...days], [1, dayLength, 31 * dayLength]), dayLength);
    }
    default:
      return 'a.pdf';
  }
}

/** What a decimal of Cedar can hold: a record with anything else cannot be handed over. */
function inDecimals(number: number): number {
  const most = 900_000_000_000;
  return Math.round(Math.max(-most, Math.min(most, number)) * 10_000) / 10_000;
}

/** From the year 1 to 9999: what the texts of dates can say. */
function inYears(moment: number, unit: number): number {
  const [first, last] = [parseDate('0001-01-01') ?? 0, (parseDate('9999-12-31') ?? 0) + 1];
  return Math.max(first * unit, Math.min(last * unit - 1, Math.round(moment)));
}

function near(chance: Chance, around: readonly number[], steps: readonly number[]): number {
  const from = around.length === 0 ? 0 : chance.pick(around);
  const step = chance.oneIn(2) ? 0 : chance.pick(steps) * (chance.oneIn(2) ? 1 : -1);
  return Number((from + step).toFixed(4));
}

function randomText(chance: Chance, model: Model, literals: readonly string[]): string {
  const said = model.profiles.attributes.flatMap((own) => [...own.values()]);
  const near = [...literals, ...said];
  if (near.length > 0 && chance.oneIn(3)) return chance.pick(near);
  const parts = [...near, ...near, 'x', '*', '\\', '\u{1f600}', ''];
  return Array.from({ length: 1 + chance.below(3) }, () => chance.pick(parts)).join('');
}
