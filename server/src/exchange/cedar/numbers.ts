// Numbers as Cedar's `decimal`: four digits after the point, in 64 bits. Bounds that it cannot hold are moved to the nearest it can.
import { type Expression, no, text, yes } from './expression.ts';

const scale = 4;
const most = 2n ** 63n - 1n;
const least = -(2n ** 63n);

interface Scaled {
  /** In ten-thousandths, rounded down. */
  readonly floor: bigint;
  readonly isExact: boolean;
}

/** The shortest decimal of the number, which is the number that the language means (it has at most 15 digits). */
function scaled(value: number): Scaled {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  const [sign = '', whole = '0', fraction = '', power = '0'] = match?.slice(1) ?? [];
  const shift = Number(power) - fraction.length + scale;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  if (shift >= 0) return { floor: digits * 10n ** BigInt(shift), isExact: true };
  const divisor = 10n ** BigInt(-shift);
  const cut = digits / divisor;
  const isExact = cut * divisor === digits;
  return { floor: isExact || digits >= 0n ? cut : cut - 1n, isExact };
}

/** `12.5` as a decimal writes it; undefined where no decimal is this number. */
export function decimalText(value: number): string | undefined {
  const { floor, isExact } = scaled(value);
  return isExact && floor >= least && floor <= most ? written(floor) : undefined;
}

function written(floor: bigint): string {
  const digits = (floor < 0n ? -floor : floor).toString().padStart(scale + 1, '0');
  const fraction = digits.slice(-scale).replace(/0{1,3}$/, '');
  return `${floor < 0n ? '-' : ''}${digits.slice(0, -scale)}.${fraction}`;
}

/** `decimal("12.5")`; undefined where no decimal is this number. */
export function decimal(value: number): string | undefined {
  const found = decimalText(value);
  return found === undefined ? undefined : `decimal("${found}")`;
}

export type Order = '<' | '<=' | '>' | '>=';

/** The methods of decimals that compare. */
export const decimalMethods: Readonly<Record<Order, string>> = {
  '<': 'lessThan',
  '<=': 'lessThanOrEqual',
  '>': 'greaterThan',
  '>=': 'greaterThanOrEqual',
};

/**
 * A decimal against any number, true of exactly the decimals of which the comparison with the number itself is true:
 * `x < 1.00005` and `x <= 1.0` are the same where x has four digits after the point.
 */
export function comparedWith(left: string, order: Order, value: number): Expression {
  const { floor, isExact } = scaled(value);
  const isUpper = order === '<' || order === '<=';
  if (floor > most) return isUpper ? yes : no;
  if (floor < least) return isUpper ? no : yes;
  const moved: Order = isExact ? order : isUpper ? '<=' : '>';
  return text(`${left}.${decimalMethods[moved]}(decimal("${written(floor)}"))`);
}
