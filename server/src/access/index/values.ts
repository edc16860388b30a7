// What the fields of a record hold, for conditions that run on numbers: one value per field, in the order of the object.

/**
 * `null` is empty, as are the empty text and the empty set; undefined is unknown. Users, service accounts and groups are
 * their numbers, dates are days and date-times milliseconds since 1970-01-01 UTC.
 */
export type Value = string | number | boolean | ReadonlySet<string> | null | undefined;

export type Values = readonly Value[];

/** Whether something holds of a record and the principal of that number. Every field that it looks at must be known. */
export type Test = (values: Values, actor: number) => boolean;

export const holds: Test = () => true;
export const fails: Test = () => false;

/** The empty text and the empty set of options are empty. */
export function isEmptyValue(value: Value): boolean {
  return value === null || value === '' || (typeof value === 'object' && value.size === 0);
}
