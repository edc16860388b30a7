// The model while it is being built: symbols that still change, and where problems and references are written down.
import type { ExpectDecl, Hole, ObjectDecl, QueryDecl, RoleDecl } from '../syntax/ast.ts';
import type { Unit } from '../syntax/source-file.ts';
import { nearest } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import type { Reference, Semantics } from './model.ts';
import type { Near } from './near.ts';
import type { Origin } from './origin.ts';
import type { Problem } from './problem.ts';
import type {
  Agent,
  AnySymbol,
  Automation,
  Field,
  Group,
  ObjectSymbol,
  Organization,
  Policy,
  RecordSymbol,
  Role,
  ServiceAccount,
  TestSymbol,
  User,
} from './symbols.ts';

/** A symbol under construction. */
type Open<T> = { -readonly [K in keyof T]: T[K] };

export type OrganizationDraft = Open<Organization>;
export type UserDraft = Open<User>;
/** By the position of the user. */
export interface ProfilesDraft {
  readonly origins: Origin[];
  readonly addresses: string[];
  readonly attributes: Map<string, string>[];
}
export type GroupDraft = Open<Group> & { members: Set<User> };
export type RoleDraft = Open<Role> & { members: Role['members'][number][] };
export type AccountDraft = Open<ServiceAccount>;
export type PolicyDraft = Open<Policy>;
export interface ObjectDraft extends ObjectSymbol {
  readonly openings: Origin[];
  /** The first of them. */
  origin: Origin | undefined;
  readonly fields: Map<string, Field>;
  readonly roles: Map<string, Role>;
  readonly policies: Policy[];
  readonly recordShares: Set<ObjectSymbol['recordShares'] extends ReadonlySet<infer W> ? W : never>;
  readonly accounts: Map<string, ServiceAccount>;
  readonly automations: Automation[];
  readonly agents: Agent[];
  /** What errors in it leave open. */
  readonly broken: { roles: boolean; sight: boolean; accounts: boolean };
}
export type TestDraft = Open<TestSymbol> & { records: Map<string, RecordSymbol> };

export interface Draft {
  readonly semantics: Semantics;
  readonly organization: OrganizationDraft;
  /** Users and groups: one set of names. */
  readonly people: Map<string, UserDraft | GroupDraft>;
  readonly users: Map<string, UserDraft>;
  profiles: ProfilesDraft;
  readonly near: Near;
  /** By lower-cased address. */
  readonly addresses: Map<string, UserDraft>;
  readonly groups: Map<string, GroupDraft>;
  readonly internalUsers: GroupDraft;
  readonly externalUsers: GroupDraft;
  readonly roles: Map<string, Role>;
  readonly objects: Map<string, ObjectDraft>;
  readonly records: Map<string, RecordSymbol>;
  readonly tests: TestDraft[];
  /** Declarations whose contents are bound once every name is known. */
  readonly pending: Pending;
  /** `domains`: an error leaves open which domains the organization has. */
  readonly broken: { organization: boolean; domains: boolean };
}

export interface Pending {
  readonly roles: { readonly site: Site; readonly declaration: RoleDecl; readonly role: RoleDraft }[];
  readonly objects: { readonly site: Site; readonly declaration: ObjectDecl; readonly object: ObjectDraft }[];
  readonly questions: {
    readonly site: Site;
    readonly declaration: QueryDecl | ExpectDecl;
    readonly test: TestSymbol | undefined;
  }[];
  readonly later: (() => void)[];
}

/** What binding one unit comes to beside its symbols. */
export interface Notes {
  readonly problems: Problem[];
  readonly references: Reference[];
  /** Names of attributes of `current user` that its conditions ask for. */
  readonly attributes: string[];
  /** An error in the unit leaves open what the organization holds. */
  tainted: boolean;
}

/** Where binding stands: the unit whose spans are spoken of, and what an error there leaves open. */
export interface Site {
  readonly draft: Draft;
  readonly file: string;
  readonly unit: Unit;
  readonly notes: Notes;
  /** Called for each error: marks what can no longer be relied on. */
  readonly taint: () => void;
}

export function newNotes(): Notes {
  return { problems: [], references: [], attributes: [], tainted: false };
}

export function siteOf(draft: Draft, file: string, unit: Unit): Site {
  const notes = newNotes();
  const taint = () => {
    notes.tainted = true;
  };
  return { draft, file, unit, notes, taint };
}

export function originOf(site: Site, span: Span): Origin {
  return { file: site.file, unit: site.unit, span };
}

type Extra = Pick<Problem, 'related' | 'instead' | 'about'>;

export function report(
  site: Site,
  rule: string,
  span: Span,
  what: string | ({ readonly message: string } & Extra),
): void {
  const rest = typeof what === 'string' ? { message: what } : what;
  site.notes.problems.push({ rule, origin: originOf(site, span), ...rest });
  site.taint();
}

export function refer(site: Site, span: Span, target: AnySymbol): void {
  site.notes.references.push({ origin: originOf(site, span), target });
}

/** The same place with another consequence of errors. */
export function withTaint(site: Site, taint: () => void): Site {
  return { ...site, taint };
}

/** For questions and records: an error in one opens nothing; what asks about it is not answered, that is all. */
export function withoutTaint(site: Site): Site {
  return withTaint(site, () => undefined);
}

/** ` (did you mean …)` is a fix's to say; a message names only what is wrong. */
export function unknown(what: string, name: string): string {
  return `unknown ${what} ${said(name)}`;
}

/** A text as it stands in a message: an empty one with its quotes, so that something is seen of it. */
export function said(text: string): string {
  return text === '' ? '`""`' : `\`${text}\``;
}

/** From an item to where the next one starts: what could not be read behind it counts as part of it. */
export function stretchOf(site: Site, item: { readonly span: Span }): Span {
  const { declaration, length } = site.unit;
  const siblings: readonly { readonly span: Span }[] =
    declaration !== undefined && 'items' in declaration ? declaration.items : [];
  const next = siblings.find((other) => other.span.start > item.span.start);
  const within = declaration !== undefined && 'items' in declaration && siblings.some((other) => other === item);
  const end = next?.span.start ?? (within ? declaration.span.end : length);
  return { start: item.span.start, end: Math.max(end, item.span.end) };
}

/**
 * What could not be read right behind an item, where it may have belonged to it: what goes on its line, or speaks with one
 * of its words. A brace too many leaves half of a declaration outside.
 */
export function lostBehind(site: Site, item: { readonly span: Span }, words: readonly string[]): boolean {
  return holesBehind(site, item).some((hole) => hole.sameLine || speaksOf(hole, words));
}

/** The stretches between an item and the next that could not be read. */
export function holesBehind(site: Site, item: { readonly span: Span }): readonly Hole[] {
  const { declaration, rest } = site.unit;
  const holes = declaration !== undefined && 'holes' in declaration ? declaration.holes : [];
  const { end } = stretchOf(site, item);
  const all = rest === undefined ? holes : [...holes, rest];
  return all.filter(({ span }) => span.start >= item.span.end && span.start < end);
}

/** True where a stretch that could not be read holds one of the words, or something near it. */
export function speaksOf(hole: Hole, words: readonly string[]): boolean {
  return hole.words.some((word) => nearest(word, words, 1).length > 0);
}

/** True where the unit has a syntax problem inside the span. */
export function hasProblem(site: Site, span: Span): boolean {
  return site.unit.problems.some((problem) => problem.span.start < span.end && span.start < problem.span.end);
}

interface Item {
  readonly kind: string;
  readonly span: Span;
}

/** The first item of each kind; a second one is reported, unless its kind may be repeated. */
export function onceEach<I extends Item>(site: Site, items: readonly I[], repeatable: readonly string[] = []): I[] {
  const seen = new Map<string, I>();
  return items.filter((item) => {
    if (repeatable.includes(item.kind)) return true;
    const first = seen.get(item.kind);
    if (first === undefined) {
      seen.set(item.kind, item);
      return true;
    }
    report(site, 'duplicate-name', keywordSpan(item), {
      message: `\`${item.kind}\` stands here twice`,
      related: [{ origin: originOf(site, keywordSpan(first)), message: 'it stands here first' }],
    });
    return false;
  });
}

/** The first word of an item: its kind begins with it. */
export function keywordSpan(item: Item): Span {
  const [word = ''] = item.kind.split(' ');
  return { start: item.span.start, end: item.span.start + word.length };
}

export function findItem<I extends Item, K extends I['kind']>(
  items: readonly I[],
  kind: K,
): Extract<I, { kind: K }> | undefined {
  return items.find((item): item is Extract<I, { kind: K }> => item.kind === kind);
}
