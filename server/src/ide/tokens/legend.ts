// What a coloured word can be: types and modifiers, by the standard names where there are any, and both as two numbers.

/** Each by its position. */
export const tokenTypes = [
  'namespace',
  'class',
  'interface',
  'type',
  'enum',
  'variable',
  'property',
  'enumMember',
  'event',
  'function',
  'keyword',
  'string',
  'number',
  'comment',
  'operator',
] as const;
export type TokenType = (typeof tokenTypes)[number];

/** Each by its bit. `external` and `serviceAccount` are Writ's own. */
export const tokenModifiers = [
  'declaration',
  'readonly',
  'deprecated',
  'defaultLibrary',
  'external',
  'serviceAccount',
] as const;
export type TokenModifier = (typeof tokenModifiers)[number];

/** A type and modifiers. Small, and equal where they are. */
export type Look = number;

const shiftOfType = tokenModifiers.length;

const bits = new Map(tokenModifiers.map((each, i) => [each, 1 << i]));

export function look(type: TokenType, ...modifiers: readonly TokenModifier[]): Look {
  return modifiers.reduce<Look>((sum, each) => withModifier(sum, each, true), tokenTypes.indexOf(type) << shiftOfType);
}

/** The same with one more modifier, if it is meant. */
export function withModifier(of: Look, modifier: TokenModifier, isMeant: boolean): Look {
  return isMeant ? of | (bits.get(modifier) ?? 0) : of;
}

/** Position of the type. */
export function typeOf(of: Look): number {
  return of >> shiftOfType;
}

/** Bits of the modifiers. */
export function modifiersOf(of: Look): number {
  return of & ((1 << shiftOfType) - 1);
}
