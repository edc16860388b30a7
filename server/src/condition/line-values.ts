// Numbers, days and instants that stand for all others: the ones that a formula names, and some from each gap between them.

export interface Values<T> {
  readonly values: readonly T[];
  /** False where some region has fewer of its values here than were asked for, though it has more. */
  readonly complete: boolean;
}

/** How values lie beside each other: `whole` days, or densely, as numbers and instants do. */
export interface Line {
  readonly whole: boolean;
  /** Steps to round values, the longest first. */
  readonly steps: readonly number[];
  /** A value to start from where a formula names none. */
  readonly near: number;
}

const hour = 3_600_000;

export function numbers(): Line {
  return { whole: false, steps: [1, 0.1, 0.01, 0.001], near: 0 };
}

export function days(near: number): Line {
  return { whole: true, steps: [1], near };
}

export function instants(near: number): Line {
  return { whole: false, steps: [24 * hour, hour, 60_000, 1000, 1], near };
}

/**
 * Every constant, and `count` values from each gap between and beyond them, ascending. A formula that compares at most
 * `count` fields with the constants and with each other by order alone cannot tell other values from these: an
 * assignment goes over to them in the order of its values, gap by gap, and a gap of days that has fewer has all here.
 */
export function lineValues(constants: readonly number[], line: Line, count: number): Values<number> {
  const sorted = [...new Set(constants)].sort((a, b) => a - b);
  const [first] = sorted;
  if (first === undefined) return checked(upward(line.near, count, line), count);
  const below = checked(downward(first, count, line), count);
  const values = [...below.values];
  let { complete } = below;
  sorted.forEach((constant, i) => {
    const next = sorted[i + 1];
    const between =
      next === undefined ? upward(constant, count + 1, line).slice(1) : inside(constant, next, count, line);
    const room = next !== undefined && line.whole ? Math.min(count, next - constant - 1) : count;
    complete &&= checked(between, room).complete;
    values.push(constant, ...between);
  });
  return { values, complete };
}

function checked(values: readonly number[], count: number): Values<number> {
  return { values, complete: values.length === count && values.every(Number.isFinite) };
}

/** `from` and values after it, as long as they differ. */
function upward(from: number, count: number, line: Line): number[] {
  const values = [from];
  for (let last = from; values.length < count; last = values.at(-1) ?? last) {
    const next = roundAfter(last, Number.POSITIVE_INFINITY, line, 1) ?? last + Math.abs(last);
    if (!(next > last)) break;
    values.push(next);
  }
  return values;
}

/** Values before `from`, ascending. */
function downward(from: number, count: number, line: Line): number[] {
  const mirrored = upward(-from, count + 1, line).slice(1);
  return mirrored.map((value) => 0 - value).reverse();
}

/** Up to `count` values strictly between two, ascending, round ones where there is room for them. */
function inside(low: number, high: number, count: number, line: Line): number[] {
  const values: number[] = [];
  for (let last = low; values.length < count; last = values.at(-1) ?? last) {
    const rest = count - values.length;
    const next = roundAfter(last, high, line, rest) ?? (line.whole ? undefined : middle(last, high));
    if (next === undefined) break;
    values.push(next);
  }
  return values;
}

/** The first round value after `low` that leaves room for `rest` of its kind before `high`. */
function roundAfter(low: number, high: number, line: Line, rest: number): number | undefined {
  for (const step of line.steps) {
    const scale = Math.round(1 / step);
    const next = step < 1 ? (Math.floor(low * scale) + 1) / scale : (Math.floor(low / step) + 1) * step;
    if (low < next && next < high && (line.whole || next + step * (rest - 1) < high)) return next;
  }
  return undefined;
}

function middle(low: number, high: number): number | undefined {
  const between = low / 2 + high / 2;
  return low < between && between < high ? between : undefined;
}
