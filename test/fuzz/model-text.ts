// A model as text that is equal for two models of the same shape: whatever two places of one share, they share in the other.
import type { Model } from '../../server/src/model/model.ts';
import type { SourceFile } from '../../server/src/syntax/source-file.ts';

type Files = Iterable<readonly [string, SourceFile]>;

/** One line for each value that is met, with numbers for those that are met again. */
export function modelText(model: Model, files: Files): string[] {
  const numbers = new Map<object, string>();
  for (const [path, { units }] of files) for (const [i, unit] of units.entries()) numbers.set(unit, `${path}#${i}`);
  const lines: string[] = [];
  const textOf = (value: unknown): string => {
    if (typeof value !== 'object' || value === null)
      return typeof value === 'string' ? JSON.stringify(value) : `${value}`;
    // Nobody can tell one list of words from another that says the same.
    if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return JSON.stringify(value);
    const known = numbers.get(value);
    if (known !== undefined) return known;
    const own = `@${numbers.size}`;
    numbers.set(value, own);
    lines.push(`${own} ${bodyOf(value, textOf)}`);
    return own;
  };
  // Two states need not have it in common, nor have it apart; and which people share one set of their groups saves room alone.
  const { ground: _, groupsOf, ...rest } = model;
  textOf({ ...rest, groupsOf: new Map([...groupsOf].map(([user, groups]) => [user, [...groups]])) });
  return lines;
}

function bodyOf(value: object, textOf: (value: unknown) => string): string {
  if (value instanceof Map) return `map ${[...value].map(([k, v]) => `${textOf(k)}: ${textOf(v)}`).join(' ')}`;
  if (value instanceof Set) return `set ${[...value].map(textOf).join(' ')}`;
  if (ArrayBuffer.isView(value) || Array.isArray(value))
    return `list ${Array.from(value as Iterable<unknown>, textOf).join(' ')}`;
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([k, v]) => `${k} ${textOf(v)}`)
    .join(' ');
}
