// The right sides of comparisons: literals, attributes of users, other fields; and what a condition needs of requests and entities.
import type { Field, Literal } from '../../model/symbols.ts';
import { day, instant } from './moments.ts';
import { access, groupName, presence, uid, userAttribute, userName } from './names.ts';
import { decimal } from './numbers.ts';
import { quote } from './quote.ts';

/** Filled while a condition is written. */
export interface Need {
  /** Calendar months away from today that a request has to say, negative ones back. */
  readonly months: Set<number>;
  /** Attributes of users. */
  readonly attributes: Set<string>;
  /** Why it cannot be written. */
  readonly reasons: Set<string>;
  readonly valuesOf: (attribute: string) => readonly string[];
}

const noText = 'a text or name in it is no text that Cedar can hold';

/** A literal as the field's type writes it; undefined where no content of the field in Cedar equals it. */
export function written(literal: Literal, field: Field, need: Need): string | undefined {
  if (typeof literal === 'boolean') return String(literal);
  if (typeof literal === 'number') {
    if (field.type === 'number') return decimal(literal);
    return field.type === 'date' ? day(literal) : instant(literal);
  }
  const name =
    typeof literal === 'string' ? undefined : literal.kind === 'group' ? groupName(literal) : userName(literal);
  const content = typeof literal === 'string' ? literal : name?.id;
  if (content?.isWellFormed() !== true) need.reasons.add(noText);
  return name === undefined ? quote(content ?? '') : uid(name);
}

export interface Value {
  /** That it is there. */
  readonly there: string;
  readonly value: string;
}

export function present(of: string, attribute: string, need: Need): Value | undefined {
  if (!attribute.isWellFormed()) {
    need.reasons.add(noText);
    return undefined;
  }
  return { there: presence(of, attribute), value: access(of, attribute) };
}

/** An attribute of the current user. */
export function attributeOf(name: string, need: Need): Value | undefined {
  const found = present('principal', userAttribute(name), need);
  if (found !== undefined) need.attributes.add(name);
  return found;
}
