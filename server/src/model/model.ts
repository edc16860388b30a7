// The bound project: what bind.ts gives and everything to its right takes.
import type { ExpectDecl, QueryDecl } from '../syntax/ast.ts';
import type { Unit } from '../syntax/source-file.ts';
import type { Origin } from './origin.ts';
import type { Problem } from './problem.ts';
import type { Profiles } from './profiles.ts';
import type { BoundQuestion } from './question.ts';
import type { AnySymbol, Group, ObjectSymbol, Organization, RecordSymbol, Role, TestSymbol, User } from './symbols.ts';

export interface Model {
  readonly organization: Organization;
  readonly users: ReadonlyMap<string, User>;
  readonly profiles: Profiles;
  readonly groups: ReadonlyMap<string, Group>;
  readonly internalUsers: Group;
  readonly externalUsers: Group;
  /** Of the organization, managed ones that are not written too. */
  readonly roles: ReadonlyMap<string, Role>;
  readonly objects: ReadonlyMap<string, ObjectSymbol>;
  readonly records: ReadonlyMap<string, RecordSymbol>;
  readonly tests: readonly TestSymbol[];
  readonly questions: readonly AskedQuestion[];
  readonly problems: readonly Problem[];
  references(): readonly Reference[];
  /** Those in one unit, by its position among the units of its file. */
  referencesAt(file: string, at: number): readonly Reference[];
  /** Those to one symbol: only what can speak of it is looked through. */
  referencesTo(symbol: AnySymbol): readonly Reference[];
  /** Those of a file, declaration by declaration; one that nothing reached since a state before is the same value. */
  namesIn(file: string): readonly UnitNames[];
  /** Whether something names it: a target of references. Of users and fields it is not known. */
  isNamed(symbol: AnySymbol): boolean;
  /** The declarations of other objects that speak of an object. */
  namedBy(object: ObjectSymbol): readonly Unit[];
  /**
   * The same one in two states of a project that differ in nothing but what stands in objects and in questions, and in what
   * broken text leaves open of the organization. An object that is the same symbol in both, and is named by the same
   * declarations, is then the same in every respect.
   */
  readonly ground: object;
  /**
   * Likewise in two states that differ in roles of the organization and in who is in groups, too: users, the organization and
   * groups that fill themselves are the same.
   */
  readonly people: object;
  /** The groups that a user is in, by members, domain and system. */
  readonly groupsOf: ReadonlyMap<User, ReadonlySet<Group>>;
  readonly broken: Broken;
  /** The declarations whose errors leave open what the organization holds. */
  readonly openedBy: readonly Erring[];
  readonly semantics: Semantics;
}

export interface Semantics {
  readonly adminSeesAllRecords: boolean;
  readonly autoShareReach: 'record' | 'object';
}

export interface AskedQuestion {
  readonly declaration: QueryDecl | ExpectDecl;
  /** From its keyword to its end. */
  readonly origin: Origin;
  readonly test: TestSymbol | undefined;
  /** Undefined where something in the question is wrong: it is not answered. */
  readonly question: BoundQuestion | undefined;
}

/** A place where a symbol is named. */
export interface Reference {
  readonly origin: Origin;
  readonly target: AnySymbol;
}

/** What a declaration names. */
export interface UnitNames {
  readonly unit: Unit;
  readonly references: readonly Reference[];
}

/** A declaration with what is wrong in it beside its syntax. */
export interface Erring {
  readonly file: string;
  readonly unit: Unit;
  readonly problems: readonly Problem[];
}

/** What errors leave open: places where sound text might have widened access. */
export interface Broken {
  /** A role, group, membership, directory or unparsed region of the organization. */
  readonly organization: boolean;
  /** Per object: a role, account or region of it; a policy or share of it; an account, which may hold roles anywhere. */
  readonly objects: ReadonlyMap<
    ObjectSymbol,
    { readonly roles: boolean; readonly sight: boolean; readonly accounts: boolean }
  >;
}
