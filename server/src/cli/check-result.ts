// What `writ check` finds, as the contract that `--format json` prints; every other format shows the same values.
// check.schema.json says the same to other programs. Keys that have nothing to say are left out.
import type { Refusal } from '../access/answer.ts';
import type { Severity } from '../rules/finding.ts';
import type { Position } from '../text/line-map.ts';

export interface CheckResult {
  readonly version: 1;
  /** The evaluation date, `2026-11-21`. */
  readonly asOf: string;
  readonly projects: readonly ProjectResult[];
}

export interface ProjectResult {
  /** From the working folder, with `/`; `.` for itself. */
  readonly root: string;
  /** How many `.writ` files the lists speak of. */
  readonly files: number;
  readonly findings?: readonly FindingResult[];
  readonly answers?: readonly AnswerResult[];
  readonly expectations?: readonly ExpectationResult[];
  /** With `--coverage`. */
  readonly coverage?: CoverageResult;
  /** With `--mutate`. */
  readonly mutation?: MutationResult;
}

/** So many of all. */
export interface Share {
  readonly covered: number;
  readonly all: number;
}

export interface CoverageResult {
  readonly grants: Share;
  readonly policies: Share;
  /** Those of conditions of policies that are covered on both sides. */
  readonly comparisons: Share;
  readonly uncovered?: readonly UncoveredResult[];
}

export interface UncoveredResult extends Located {
  readonly kind: 'grant' | 'policy' | 'comparison';
  /** As it is written, on one line. */
  readonly text: string;
  /** The role that grants, or the policy. */
  readonly of: string;
  /** Of a comparison: whether no expectation rests on a record that meets it, or on one that does not. */
  readonly missing?: readonly ('met' | 'unmet')[];
}

export interface MutationResult {
  /** How many removals an expectation notices, of those that were tried. */
  readonly noticed: number;
  readonly tried: number;
  /** Removals that would leave broken text. */
  readonly untried?: number;
  readonly unnoticed?: readonly UnnoticedResult[];
}

export interface UnnoticedResult extends Located {
  readonly kind: 'grant' | 'member' | 'policy' | 'subject' | 'condition' | 'part';
  /** What could go, with names in backticks. */
  readonly what: string;
}

/** As in the language server protocol: zero-based lines, UTF-16 characters. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** `file` is relative to the project's root, with `/`. */
export interface Located {
  readonly file: string;
  readonly range: Range;
}

export interface FindingResult extends Located {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related?: readonly RelatedResult[];
  /** What each fix would do. */
  readonly fixes?: readonly string[];
}

export interface RelatedResult extends Located {
  readonly message: string;
}

export interface AnswerResult extends Located, Answered {
  readonly query: string;
}

export interface Answered {
  readonly decision: 'allowed' | 'refused' | 'allowed-when' | 'list' | 'unknown' | 'error';
  readonly when?: string;
  readonly refusal?: Refusal;
  readonly list?: readonly ListItem[];
  readonly reason?: string;
}

export interface ListItem {
  readonly name: string;
  readonly when?: string;
  readonly origin?: string;
}

export interface ExpectationResult extends Located {
  /** The test that it stands in. */
  readonly test?: string;
  readonly text: string;
  readonly outcome: 'held' | 'failed' | 'error';
  readonly reason?: string;
  readonly counterexample?: CounterexampleResult;
}

export interface CounterexampleResult {
  readonly principal: string;
  readonly record?: Readonly<Record<string, FieldValue>>;
}

/** What a field of a record holds; `null`: nothing. */
export type FieldValue = string | number | boolean | readonly string[] | null;
