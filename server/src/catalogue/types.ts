// The shapes of the catalogue's rows: what exists on the platform and what a policy may therefore write.

/** The levels of the platform's quick picker; each includes those before it. */
export type Level = 'view' | 'edit' | 'admin';

/** Where something is granted: the organization, or one app, element or task. */
export type PlaceKind = 'organization' | 'object';

/** From the platform's documentation and its public schema; `group` and `level` are a reading of both. */
export interface Permission {
  /** What a policy writes, `READ_RECORDS`. */
  readonly constant: string;
  /** What the platform's screens say, "View Records". */
  readonly name: string;
  /** The constant of its group; `null` where no level includes it. */
  readonly group: string | null;
  /** The lowest level of its group that includes it. */
  readonly level: Level | null;
  readonly scopes: readonly PlaceKind[];
  /** True where it acts on one record, so that data access also decides. */
  readonly record: boolean;
  /** False where the platform's documentation does not list it. */
  readonly documented: boolean;
  /** False where the constant is a guess at what the documentation names. */
  readonly constantConfirmed: boolean;
  /** Its position in the catalogue, and its bit in a permission set. */
  readonly index: number;
}

export interface PermissionGroup {
  readonly constant: string;
  /** What `view on …` writes. */
  readonly name: string;
  /** The highest level that the platform offers there; `null`: none. */
  readonly organizationCap: Level | null;
  readonly objectCap: Level | null;
}

/** An action of an automation or a tool of an agent; what it needs is a reading, the platform lists it nowhere. */
export interface Action {
  readonly id: string;
  /** What the platform's screens say, where that is known. */
  readonly name?: string;
  readonly requires: readonly Permission[];
  /** `existing`: reaches records that data access must cover; `new`: makes one; `null`: touches none. */
  readonly records: 'existing' | 'new' | null;
  /** True where it sends data outside. */
  readonly egress: boolean;
}

/** What can start an automation. */
export interface Trigger {
  readonly id: string;
  /** What the platform's screens say, where that is known. */
  readonly name?: string;
}
