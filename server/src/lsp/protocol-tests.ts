// What Writ's client and server say to each other about tests: expectations, what they rest on, and what none notices.
import type { MarkdownResult, WireLocation } from './protocol.ts';

/** Takes `TestsParams`; gives `TestedProject[]`, in the order of their roots. */
export const testsRequest = 'writ/tests';

export interface TestsParams {
  /** Of files whose tests the client has, `TestedFile.version` by `TestedFile.uri`; left out by one that keeps none. */
  readonly known?: Readonly<Record<string, string>>;
}

export interface TestedProject {
  /** As `ProjectInfo.root`. */
  readonly root: string;
  readonly name: string;
  /** Those with tests, in order. */
  readonly files: readonly TestedFile[];
}

export interface TestedFile {
  readonly uri: string;
  /** The same as long as the tests are; for a client that keeps them. */
  readonly version?: string;
  /** Null where the client has that version. */
  readonly tests: readonly ListedTest[] | null;
}

/** Without a name what its file expects outside of tests. */
export interface ListedTest extends WireLocation {
  readonly name?: string;
  readonly expectations: readonly ListedExpectation[];
}

export interface ListedExpectation extends WireLocation {
  /** On one line, without its keyword. */
  readonly text: string;
}

/** Takes `ProjectParams`; gives `TestRun`, or null where it is not clear which project is meant. */
export const runTestsRequest = 'writ/runTests';

export interface TestRun {
  readonly tests: readonly ListedTest[];
  /** Of each test those of its expectations. */
  readonly results: readonly (readonly ExpectationRun[])[];
}

export interface ExpectationRun {
  readonly outcome: 'held' | 'failed' | 'error';
  /** What would have been right, in a word or two. */
  readonly expected: string;
  /** Plain text on one line. */
  readonly reason: string;
  /** Whom, or on which record, it does not hold for. */
  readonly example?: string;
}

/** Takes `ProjectParams`; gives `CoveredPart[]`, or null as above. */
export const coverageRequest = 'writ/coverage';

export type CoveredPart = WireLocation & {
  /** Of the role that grants, or the policy. */
  readonly name: string;
} & (
    | { readonly kind: 'grant' | 'policy'; readonly times: number }
    | { readonly kind: 'comparison'; readonly met: number; readonly unmet: number }
  );

/** Takes `ProjectParams`; gives `RemovalsResult`, or null as above. */
export const removalsRequest = 'writ/removals';

export interface RemovalsResult extends MarkdownResult {
  /** How many removals are noticed; plain text on one line. */
  readonly summary: string;
  readonly unnoticed: readonly UnnoticedPart[];
}

export interface UnnoticedPart extends WireLocation {
  /** What could go, in words; plain text on one line. */
  readonly what: string;
}
