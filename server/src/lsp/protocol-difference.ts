// What Writ's client and server say to each other about earlier states of a project. Plain values, as JSON.
import type { DifferenceKind } from '../ide/difference/tree.ts';
import type { ProjectParams, WireLocation } from './protocol.ts';

/** The comparison that lenses and the status bar speak of; a client may have others under other names. */
export const headComparison = 'HEAD';

/** Takes `CompareParams`: from now on the project is compared with that. Gives `CompareResult`, or null where it is not clear which project. */
export const compareRequest = 'writ/compare';

export interface CompareParams extends ProjectParams {
  readonly comparison: string;
  /** Null: it is compared no more. */
  readonly earlier: EarlierState | null;
}

/** A state of the project that the client reads, or a project in another folder. */
export type EarlierState = EarlierFiles | { readonly label: string; readonly folder: string };

export interface EarlierFiles {
  /** Such as "HEAD". */
  readonly label: string;
  /** Its policy files and settings, as far as is known: of some it may turn out that they were not there. */
  readonly files: readonly EarlierFile[];
  /** Folders that nobody can read. */
  readonly closed: readonly string[];
}

export interface EarlierFile {
  /** Below the root of the project, with `/`. */
  readonly path: string;
  /** Under which the client shows what it was. */
  readonly uri: string;
}

export interface CompareResult {
  /** Undefined where it is compared. */
  readonly problem?: string;
}

/** Sent by the server. Takes `ReadEarlierParams`; gives `ReadFile`. */
export const readEarlierRequest = 'writ/readEarlier';

export interface ReadEarlierParams {
  /** As `ProjectInfo.root`. */
  readonly project: string;
  readonly comparison: string;
  readonly path: string;
}

/** Takes `DifferenceParams`; gives `DifferenceTree`, or null where nothing is compared. */
export const differenceRequest = 'writ/difference';

export interface DifferenceParams extends ProjectParams {
  readonly comparison: string;
}

export interface DifferenceTree extends Tallied {
  /** As `EarlierState.label`. */
  readonly label: string;
  readonly headline: string;
  readonly nodes: readonly WireNode[];
}

export interface Tallied {
  /** How many entries are gained or widened, lost or narrowed, for other records, not decided. */
  readonly more: number;
  readonly less: number;
  readonly other: number;
  readonly unknown: number;
  /** Such as "+3 −1". */
  readonly signs: string;
  /** The same in words. */
  readonly words: string;
}

/** All texts are plain; words of the user's in backticks. */
export interface WireNode {
  readonly kind: DifferenceKind;
  readonly label: string;
  readonly detail?: string;
  /** Of an entry: what it is known by. */
  readonly entry?: string;
  /** Of an entry: the declarations that it comes from. */
  readonly keys?: readonly string[];
  readonly before?: WireLocation;
  readonly after?: WireLocation;
  readonly children?: readonly WireNode[];
}

/** Takes `DifferenceTestParams`; gives `Inserted` with a test of how it differs, or null where nothing is compared. */
export const differenceTestRequest = 'writ/differenceTest';

export interface DifferenceTestParams extends DifferenceParams {
  /** What its expectations hold: `after` what is so now, `before` what was so in the earlier state. */
  readonly side: 'before' | 'after';
  /** As `WireNode.entry`; all of them when left out. */
  readonly entries?: readonly string[];
}

/** The command of the client that shows what a declaration does to access; takes a `DifferencePlace`. */
export const showDifferenceCommand = 'writ.showDifference';

export interface DifferencePlace {
  readonly project: string;
  readonly key: string;
}

export type { DifferenceKind };
