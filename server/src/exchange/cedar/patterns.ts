// `contains`, `starts with` and `ends with`: patterns of Cedar's `like`, which hold literal text only.
import type { AtomTest } from '../../model/symbols.ts';
import { allOf, anyOf, type Expression, no, text } from './expression.ts';
import { pattern, quote } from './quote.ts';
import { attributeOf, type Need } from './values.ts';

export type Match = Extract<AtomTest, { readonly is: 'contains' | 'starts with' | 'ends with' }>;

const openEnds = { contains: 'both', 'starts with': 'end', 'ends with': 'start' } as const;

/** More values of an attribute than this are not spelt out. */
export const mostValues = 100;

/**
 * `holds` as in conditions. Against an attribute: one pattern for each value that any user has. A value that is none of
 * them, of a user that came later, opens nothing: where the comparison stands under a negation it counts as met.
 */
export function matched(left: string, test: Match, need: Need, holds: boolean): Expression {
  const { value } = test;
  const like = (part: string) => text(`${left} like ${pattern(part, openEnds[test.is])}`);
  if (value.kind === 'literal' && typeof value.value === 'string') {
    if (!value.value.isWellFormed()) need.reasons.add('a text in it is no text that Cedar can hold');
    return value.value === '' ? no : like(value.value);
  }
  if (value.kind !== 'attribute') return no;
  const attribute = attributeOf(value.name, need);
  if (attribute === undefined) return no;
  const values = need.valuesOf(value.name).filter((each) => each !== '');
  if (values.length > mostValues) {
    need.reasons.add(
      `\`${value.name}\` has ${values.length} values, and only ${mostValues} can be spelt out in patterns`,
    );
    return no;
  }
  const known = values.map((each) => allOf([text(`${attribute.value} == ${quote(each)}`), like(each)]));
  const other = [`${attribute.value} != ""`, ...values.map((each) => `${attribute.value} != ${quote(each)}`)];
  return allOf([
    text(attribute.there),
    holds ? anyOf(known) : anyOf([...known, allOf([text(`${left} != ""`), ...other.map(text)])]),
  ]);
}
