// How names look: by what they stand for, and whether that is in effect on a day.
import type { AnySymbol, Field } from '../../model/symbols.ts';
import type { Declaration, ObjectItem } from '../../syntax/ast.ts';
import type { Name } from '../../syntax/ast-value.ts';
import { parseDate } from '../../text/calendar.ts';
import { isSame } from '../../text/same.ts';
import { type Look, look, withModifier } from './legend.ts';

const looks = {
  organization: look('namespace'),
  user: look('variable'),
  group: look('type'),
  role: look('interface'),
  object: look('class'),
  field: look('property'),
  policy: look('function'),
  'service account': look('variable', 'serviceAccount'),
  automation: look('function'),
  agent: look('function'),
  record: look('variable', 'readonly'),
  test: look('function'),
} satisfies Readonly<Record<AnySymbol['kind'], Look>>;

/** How the name of a symbol looks where it is used. `today`: days since 1970-01-01. */
export function lookOf(symbol: AnySymbol, today: number): Look {
  const plain = looks[symbol.kind];
  switch (symbol.kind) {
    case 'user':
      return withModifier(withModifier(plain, 'external', symbol.external), 'deprecated', symbol.inactive);
    case 'service account':
      return withModifier(plain, 'deprecated', symbol.inactive);
    case 'group':
      return withModifier(plain, 'defaultLibrary', symbol.system !== undefined);
    case 'role': {
      const over = symbol.expires !== undefined && symbol.expires < today;
      return withModifier(withModifier(plain, 'defaultLibrary', symbol.managed), 'deprecated', over);
    }
    default:
      return plain;
  }
}

/** True where naming the one or the other looks the same, and so do the options that are said of it. */
export function looksAlike(a: AnySymbol, b: AnySymbol, today: number): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  if (a.kind === 'field' && b.kind === 'field') return a.options === b.options || isSame(a.options, b.options);
  return lookOf(a, today) === lookOf(b, today);
}

/** Whether a text said of the field is one of its options. */
export function isOption(field: Field | undefined, text: string): boolean {
  return field?.options.includes(text) === true;
}

/** The name that a declaration or an item of one declares, as what it says of itself; undefined where it has none. */
export function declaredLook(
  of: Declaration | ObjectItem,
  today: number,
): { readonly name: Name; readonly look: Look } | undefined {
  if (!('name' in of) || of.name === undefined) return undefined;
  const plain = withModifier(looks[of.kind], 'declaration', true);
  const { name } = of;
  switch (of.kind) {
    case 'user': {
      const says = (flag: string) => of.items.some(({ kind }) => kind === flag);
      const outside = withModifier(plain, 'external', says('external'));
      return { name, look: withModifier(outside, 'deprecated', says('inactive')) };
    }
    case 'service account':
      return {
        name,
        look: withModifier(
          plain,
          'deprecated',
          of.items.some(({ kind }) => kind === 'inactive'),
        ),
      };
    case 'role': {
      const days = of.items.flatMap((item) =>
        item.kind === 'expires' ? (parseDate(item.date?.text ?? '') ?? []) : [],
      );
      const over = days[0] !== undefined && days[0] < today;
      return { name, look: withModifier(withModifier(plain, 'defaultLibrary', of.managed), 'deprecated', over) };
    }
    default:
      return { name, look: plain };
  }
}
