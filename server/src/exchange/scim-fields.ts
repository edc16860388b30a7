// Reads attributes of SCIM resources, whose names ignore case and whose `null` is unassigned (RFC 7643, 2).

export type ScimObject = Readonly<Record<string, unknown>>;

/** An attribute that is assigned. */
export interface Field {
  /** The name as the file writes it. */
  readonly key: string;
  readonly value: unknown;
}

export function isObject(value: unknown): value is ScimObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The attribute of that name, which SCIM's own spelling finds fastest. Own names only: `__proto__` is one like any other. */
export function field(object: ScimObject, name: string): Field | undefined {
  const key = Object.hasOwn(object, name) ? name : otherSpelling(object, name);
  const value = key === undefined ? null : object[key];
  return key === undefined || value === null ? undefined : { key, value };
}

function otherSpelling(object: ScimObject, name: string): string | undefined {
  const lower = name.toLowerCase();
  for (const key of Object.keys(object)) {
    if (key.length === name.length && key.toLowerCase() === lower) return key;
  }
  return undefined;
}

/** The attribute's value where it is a string. */
export function text(object: ScimObject, name: string): string | undefined {
  const value = field(object, name)?.value;
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
