// The tree of one declaration of a file. Spans are relative to the start of the declaration's unit (see units.ts).
// Whatever the text leaves out is `undefined`; what does not parse is in the unit's problems, not in the tree.
import type { Span } from '../text/span.ts';
import type { Condition } from './ast-condition.ts';
import type { Question } from './ast-question.ts';
import type { DateLiteral, Name, RecordBody, Ref, Text } from './ast-value.ts';

interface Node<K extends string> {
  readonly kind: K;
  readonly span: Span;
}

/** A declaration with a name and, mostly, a block of items. `keyword` spans its opening words (`managed role`). */
interface Block<K extends string, I> extends Node<K> {
  readonly keyword: Span;
  readonly name: Name | undefined;
  readonly items: readonly I[];
  /** From `{` to `}`; undefined without an opening brace. Where `closed` is false it ends where the text does. */
  readonly braces: Span | undefined;
  readonly closed: boolean;
  /** Stretches inside that could not be read. */
  readonly holes: readonly Hole[];
}

/** A stretch that could not be read, and the property that its first word comes nearest to, if any. */
export interface Hole {
  readonly span: Span;
  readonly nearest: string | undefined;
  /** The bare words in it, in order. */
  readonly words: readonly string[];
  /** True where it goes on the line of what stands before it. */
  readonly sameLine: boolean;
  /** True where a date is among what could not be read: an expiry, perhaps. */
  readonly hasDate: boolean;
}

export interface Description extends Node<'description'> {
  readonly text: Text | undefined;
}
export interface Domains extends Node<'domains'> {
  readonly domains: readonly Text[];
}
export interface Invites extends Node<'invites'> {
  readonly policy: InvitePolicy | undefined;
  readonly word: Span | undefined;
}
export type InvitePolicy = 'admins-only' | 'allowed-domains' | 'any-domain';
export interface UserFlag extends Node<'external' | 'inactive'> {}
export interface Attribute extends Node<'attribute'> {
  readonly name: Name;
  readonly value: Text | undefined;
}
/** `members`, `to`, `roles` and `usable by` all name a list. */
export interface RefList<K extends 'members' | 'to' | 'roles' | 'usable by'> extends Node<K>, Worded {
  readonly refs: readonly Ref[];
}
export interface GroupDomain extends Node<'domain'> {
  readonly domain: Text | undefined;
}
export interface Grants extends Node<'grants'> {
  readonly grants: readonly Grant[];
}
export type Grant = PermissionGrant | LevelGrant;
export interface PermissionGrant extends Node<'permission'> {
  readonly name: Name;
}
export interface LevelGrant extends Node<'level'>, Worded {
  readonly level: 'view' | 'edit' | 'admin';
  readonly word: Span;
  readonly group: Name | undefined;
}
/** `auto-share on …` of a role, `auto-share records on …` of an object. */
export interface AutoShare extends Node<'auto-share'>, Worded {
  readonly records: boolean;
  readonly words: readonly Name[];
}
export interface Expires extends Node<'expires'> {
  readonly date: DateLiteral | undefined;
}
export interface When extends Node<'when'> {
  readonly condition: Condition | undefined;
}
export interface Purpose extends Node<'purpose'> {
  readonly text: Text | undefined;
}
export interface Inactive extends Node<'inactive'> {}
export interface Trigger extends Node<'trigger'> {
  readonly word: Name | undefined;
}
export interface RunsAs extends Node<'runs as'>, Worded {
  readonly as: Ref | 'current user' | 'publisher' | undefined;
  /** The words after `runs as`. */
  readonly value: Span | undefined;
}
export interface BuiltBy extends Node<'built by'>, Worded {
  readonly by: Ref | undefined;
}
export interface Step extends Node<'action' | 'tool'> {
  readonly word: Name | undefined;
  readonly object: Ref | undefined;
  readonly where: Condition | undefined;
  readonly hasWhere: boolean;
  /** Only a tool has one. */
  readonly runsAs: RunsAs | undefined;
}

export type FieldTypeName =
  | 'text'
  | 'number'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'user'
  | 'group'
  | 'attachment'
  | 'choice'
  | 'choices';
export interface FieldType {
  readonly name: FieldTypeName;
  readonly span: Span;
  readonly options: readonly Text[];
}
export interface FieldDecl extends Node<'field'> {
  readonly keyword: Span;
  readonly name: Name | undefined;
  readonly type: FieldType | undefined;
  readonly assignee: Span | undefined;
}

export type OrganizationDecl = Block<'organization', Domains | Invites | Description>;
export interface DirectoryDecl extends Node<'directory'> {
  readonly keyword: Span;
  readonly path: Text | undefined;
}
export interface UserDecl extends Block<'user', UserFlag | Attribute> {
  readonly address: Text | undefined;
}
export type GroupDecl = Block<'group', Description | RefList<'members'> | GroupDomain>;
export interface RoleDecl extends Block<'role', Description | RefList<'members'> | Grants | AutoShare | Expires> {
  readonly managed: boolean;
}
export type PolicyDecl = Block<'policy', Description | RefList<'to'> | When>;
/** Properties of several words: `complete` is false where one of the words is missing, and the property means nothing. */
interface Worded {
  readonly complete: boolean;
}

export interface DefaultPolicy extends Node<'default policy'>, Worded {}
export type AccountDecl = Block<'service account', Purpose | RefList<'roles'> | RefList<'usable by'> | Inactive>;
export type AutomationDecl = Block<'automation', Description | Trigger | RunsAs | BuiltBy | Step>;
export type AgentDecl = Block<'agent', Description | RunsAs | BuiltBy | Step>;
export type ObjectItem =
  | FieldDecl
  | RoleDecl
  | PolicyDecl
  | DefaultPolicy
  | AutoShare
  | AccountDecl
  | AutomationDecl
  | AgentDecl;
export type ObjectKind = 'app' | 'element' | 'task' | 'table';
export interface ObjectDecl extends Block<'object', ObjectItem> {
  readonly object: ObjectKind;
}
export interface RecordDecl extends Node<'record'> {
  readonly keyword: Span;
  readonly name: Name | undefined;
  readonly object: Ref | undefined;
  readonly body: RecordBody | undefined;
}
export interface QueryDecl extends Node<'query'> {
  readonly keyword: Span;
  readonly question: Question | undefined;
}
export interface ExpectDecl extends Node<'expect'> {
  readonly keyword: Span;
  readonly question: Question | undefined;
}
export type TestDecl = Block<'test', ExpectDecl | RecordDecl>;

export type Declaration =
  | OrganizationDecl
  | DirectoryDecl
  | UserDecl
  | GroupDecl
  | RoleDecl
  | ObjectDecl
  | RecordDecl
  | QueryDecl
  | ExpectDecl
  | TestDecl;

/** Everything with a name and braces. */
export type BlockDecl =
  | OrganizationDecl
  | UserDecl
  | GroupDecl
  | RoleDecl
  | ObjectDecl
  | PolicyDecl
  | AccountDecl
  | AutomationDecl
  | AgentDecl
  | TestDecl;
