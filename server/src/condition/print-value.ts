// Names and values as a condition writes them.
import type { Field, Group, Literal, Operand, ServiceAccount, User } from '../model/symbols.ts';
import { contextualWords, writeName } from '../syntax/keywords.ts';
import { formatDay, formatInstant } from '../text/calendar.ts';
import { isStranger } from './actor.ts';

const wordsOfConditions: ReadonlySet<string> = new Set(contextualWords);

/** A name inside a condition: quoted where the condition would read it as one of its own words. */
export function printName(name: string): string {
  return wordsOfConditions.has(name) ? JSON.stringify(name) : writeName(name);
}

/** A literal as the field's type writes it; the person whom a group asked about stands for is `current user`. */
export function printLiteral(value: Literal, field: Field): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'object') return printSymbol(value, field);
  if (field.type === 'date') return formatDay(value);
  return field.type === 'datetime' ? formatInstant(value) : printNumber(value);
}

export function printOperand(operand: Operand, field: Field): string {
  switch (operand.kind) {
    case 'literal':
      return printLiteral(operand.value, field);
    case 'current user':
      return 'current user';
    case 'attribute':
      return `current user.${printName(operand.name)}`;
    case 'field':
      return `field ${printName(operand.field.name)}`;
  }
}

/** A service account with its object; a user or group with `organization` where an account of the field's object hides it. */
export function printSymbol(symbol: User | ServiceAccount | Group, field: Field): string {
  if (symbol.kind === 'service account') return `${printName(symbol.object.name)}.${printName(symbol.name)}`;
  if (symbol.kind === 'user' && isStranger(symbol)) return 'current user';
  const name = printName(symbol.name);
  return field.object.accounts.has(symbol.name) ? `organization.${name}` : name;
}

/** Without an exponent, which the language does not have. */
export function printNumber(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [sign = '', first = '', rest = '', power = '0'] = match.slice(1);
  const digits = first + rest;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}
