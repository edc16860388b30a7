// What a directory file holds once it is read: users, groups, and what is wrong with it.

/** The attributes of users that are strings by SCIM's schema (RFC 7643, 4.1 and 4.3), as it spells them. */
export const scimStrings: readonly string[] = [
  'userName',
  'displayName',
  'nickName',
  'profileUrl',
  'title',
  'userType',
  'preferredLanguage',
  'locale',
  'timezone',
  'employeeNumber',
  'costCenter',
  'organization',
  'division',
  'department',
];

/** A user as SCIM tells it. Whether they are external is the model's to say: it knows the organization's domains. */
export interface DirectoryUser {
  /** SCIM's `userName`. */
  readonly name: string;
  /** The primary e-mail, else `userName`; compared ignoring case. */
  readonly address: string;
  readonly active: boolean;
  readonly userType?: string;
  /** The strings of the enterprise extension and of the User itself by their SCIM names; never a password. */
  readonly attributes: ReadonlyMap<string, string>;
  /** How many resources stand before it in the file. */
  readonly place: number;
}

/** True where the user itself says so; the organization's domains say it of the others. */
export function saysExternal({ userType }: DirectoryUser): boolean {
  return userType?.toLowerCase() === 'external';
}

export interface DirectoryGroup {
  /** SCIM's `displayName`. */
  readonly name: string;
  /** Names of users of the same file, those of groups inside it included, each once. */
  readonly members: readonly string[];
  /** How many resources stand before it in the file, or before its first page. */
  readonly place: number;
}

/**
 * `unreadable`: not JSON, not SCIM, or a value of a wrong type; `duplicate`: a second user or group of one name or id;
 * `unknown-member`: a member that the file does not hold; `incomplete`: a list of which pages are missing;
 * `nested-group`: a group inside a group, which is flattened. Only the last leaves the directory whole.
 */
export type DirectoryProblemKind = 'unreadable' | 'duplicate' | 'unknown-member' | 'incomplete' | 'nested-group';

/** Where a value stands in a directory file. */
export interface DirectoryPlace {
  /** Its path in the JSON, `Resources[3].emails`; empty for the whole, opening with a number where a file holds several. */
  readonly path: string;
  /** UTF-16 code units from the start of the text. */
  readonly offset: number;
  readonly length: number;
  /** Zero-based. */
  readonly line: number;
  /** Zero-based, in UTF-16 code units. */
  readonly character: number;
}

export interface DirectoryProblem extends DirectoryPlace {
  readonly kind: DirectoryProblemKind;
  readonly message: string;
}

export interface Directory {
  readonly users: readonly DirectoryUser[];
  readonly groups: readonly DirectoryGroup[];
  /** In the order of the text. */
  readonly problems: readonly DirectoryProblem[];
}
