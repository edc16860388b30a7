// Reads attributes of SCIM resources, whose names ignore case and whose `null` and empty lists are unassigned (RFC 7643, 2).

export interface Field {
  /** The name as the file writes it. */
  readonly key: string;
  readonly value: unknown;
}

/** The assigned attributes of one object by their names in lower case. */
export type Fields = ReadonlyMap<string, Field>;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own names only, so that `__proto__` is a name like any other. */
export function fieldsOf(object: Readonly<Record<string, unknown>>): Fields {
  const fields = new Map<string, Field>();
  for (const [key, value] of Object.entries(object)) {
    const isUnassigned = value === null || (Array.isArray(value) && value.length === 0);
    if (!isUnassigned) fields.set(key.toLowerCase(), { key, value });
  }
  return fields;
}

/** The attribute's value where it is a string. */
export function text(fields: Fields, name: string): string | undefined {
  const value = fields.get(name.toLowerCase())?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The value where it is a list; nothing where it is anything else. */
export function list(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** How messages name what a value is. */
export function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return value === null ? 'null' : 'an object';
  return typeof value === 'string' ? 'a string' : `a ${typeof value}`;
}
