// What Writ's client and server say to each other about a question that is asked: its answer as a tree, what if, and writing it down.
import type { AnswerLine, AnswerRemedy, AnswerTree, Assumed } from '../ide/answer/answer-tree.ts';
import type { FoundAssumptions } from '../ide/answer/assumptions.ts';
import type { InsertedAs } from '../ide/answer/insertion.ts';
import type { EvaluationRequest } from '../ide/evaluate.ts';
import type { DocumentParams, ProjectParams, WireLocation } from './protocol.ts';

/** Takes `AnswerParams`; gives `WireAnswer`, or null where it is not clear which project is meant or nothing can be so. */
export const answerRequest = 'writ/answer';

export interface AnswerParams extends ProjectParams, Assumed {}

export interface WireAnswer extends Omit<AnswerTree, 'lines' | 'remedies'> {
  readonly lines: readonly WireAnswerLine[];
  readonly remedies: readonly WireRemedy[];
}

export interface WireAnswerLine {
  readonly text: string;
  readonly state: NonNullable<AnswerLine['state']> | null;
  readonly location: WireLocation | null;
  readonly children: readonly WireAnswerLine[];
}

export interface WireRemedy extends WireAnswerLine {
  /** For `remedyRequest`; null where it cannot be written. */
  readonly key: NonNullable<AnswerRemedy['key']> | null;
}

/** Takes `AssumptionsParams`; gives `FoundAssumptions`, or null likewise. */
export const assumptionsRequest = 'writ/assumptions';

export interface AssumptionsParams extends ProjectParams {
  readonly request: EvaluationRequest;
  /** Words of what is assumed. */
  readonly text: string;
}

/** Takes `RemedyParams`; gives an edit of the workspace, or null where there is none. */
export const remedyRequest = 'writ/remedy';

export interface RemedyParams extends ProjectParams {
  readonly request: EvaluationRequest;
  readonly key: string;
}

/** Takes `InsertParams`; gives `Inserted`, or null likewise. */
export const insertRequest = 'writ/insert';

/** The document is the one that it is meant for. */
export interface InsertParams extends DocumentParams {
  readonly request: EvaluationRequest;
  readonly as: InsertedAs;
}

/** `edit`: of the workspace, as the protocol has it. */
export type Inserted = { readonly edit: object } | { readonly problem: string };

export type { FoundAssumptions, InsertedAs };
