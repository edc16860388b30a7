// Values that fit a field: options, people, dates, and what stands for a value of whoever asks.
import { takesField } from '../../model/operators.ts';
import type { Field } from '../../model/symbols.ts';
import type { PrincipalKind, ValueSlot } from '../../syntax/context-slots.ts';
import { writeName } from '../../syntax/keywords.ts';
import { countedAttributes } from './attributes.ts';
import { datesNear } from './dates.ts';
import { fieldsOf } from './fields.ts';
import { principals } from './principals.ts';
import { type Found, type Request, ranks, type Suggestion } from './suggestion.ts';

export function values(request: Request, slot: ValueSlot): Found {
  const all = fieldsOf(request, slot.home);
  const field = all.find((each) => each.name === slot.field);
  if (field?.type === undefined) return slot.qualifier === undefined ? unknownField(slot) : [];
  const found = literals(request, slot, field);
  if (slot.qualifier !== undefined) return found;
  const more = [...currentUser(request, slot, field), ...otherField(slot, field, all), ...nothing(slot, field)];
  return 'first' in found ? { first: [...more, ...found.first] } : [...more, ...found];
}

function word(label: string, detail: string, rank: number): Suggestion {
  return { kind: 'value', label, insert: { words: label }, detail, rank };
}

/** A field that nothing declares may be of any type. */
function unknownField({ operator }: ValueSlot): Found {
  return operator === undefined ? [] : [word('current user', 'whoever asks', ranks.further)];
}

function literals(request: Request, slot: ValueSlot, { type, options }: Field): Found {
  const free = slot.qualifier === undefined;
  if (type === 'user') return principalsFor(request, slot, ['user', 'service account']);
  if (type === 'group') return slot.operator === 'contains' ? [] : groups(request, slot);
  if (!free) return [];
  if (type === 'choice' || type === 'choices') {
    const left = options.filter((each) => !slot.named.includes(each));
    return left.map((each, i) => ({
      kind: 'option',
      label: each,
      insert: { text: each },
      rank: ranks.first + Math.min(i, 9),
    }));
  }
  if (type === 'boolean') return [word('true', 'boolean', ranks.first), word('false', 'boolean', ranks.first)];
  if (type === 'date' || type === 'datetime') return datesNear(request, ranks.name);
  return type === 'text'
    ? [{ kind: 'snippet', label: '"…"', insert: { snippet: '"$0"' }, detail: 'text', rank: ranks.name }]
    : [];
}

function principalsFor(request: Request, slot: ValueSlot, takes: readonly PrincipalKind[]): Found {
  const { home, qualifier, named } = slot;
  return principals(request, { kind: 'principal', takes, home, qualifier, named });
}

/** A field never holds a group of the platform's own. */
function groups(request: Request, slot: ValueSlot): Found {
  const found = principalsFor(request, slot, ['group']);
  const { internalUsers, externalUsers } = request.snapshot.model;
  const own = (each: Suggestion) => each.label !== internalUsers.name && each.label !== externalUsers.name;
  return 'first' in found ? { first: found.first.filter(own) } : found.filter(own);
}

/** Whoever asks, and what is known of them: in conditions alone. */
function currentUser(request: Request, { operator, named }: ValueSlot, { type }: Field): readonly Suggestion[] {
  if (operator === undefined) return [];
  const isUser = type === 'user' || (type === 'group' && operator === 'contains');
  if (isUser && !named.includes('current user')) return [word('current user', 'whoever asks', ranks.first)];
  if (type !== 'text') return [];
  return countedAttributes(request.snapshot.model).map(([name]) => {
    const path = `current user.${writeName(name)}`;
    return { kind: 'attribute', label: path, insert: { words: path }, detail: 'of whoever asks', rank: ranks.further };
  });
}

function otherField({ operator, list }: ValueSlot, field: Field, all: readonly Field[]): readonly Suggestion[] {
  if (operator === undefined || list || !takesField(operator)) return [];
  const others = all.filter((each) => each !== field && each.type === field.type);
  return others.map(({ name }) => {
    const path = `field ${writeName(name)}`;
    return {
      kind: 'field',
      label: path,
      insert: { words: path },
      detail: 'what another field holds',
      rank: ranks.property,
    };
  });
}

/** What only a record says of a field: that it holds nothing, or several options. */
function nothing({ operator, list }: ValueSlot, { type }: Field): readonly Suggestion[] {
  if (operator !== undefined || list) return [];
  const several: Suggestion = {
    kind: 'snippet',
    label: '(…)',
    insert: { snippet: '($0)' },
    detail: 'several',
    rank: ranks.further,
  };
  return [...(type === 'choices' ? [several] : []), word('empty', 'holds nothing', ranks.property)];
}
