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
