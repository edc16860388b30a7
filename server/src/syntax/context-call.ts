// The construct with places for values that a cursor stands in, and in which of the places: what an editor shows above the line.
import type { Level, PlaceKind } from '../catalogue/types.ts';

/** `index` counts the values of the construct, from 0. */
export type Call = ComparisonCall | StepCall | TriggerCall | LevelCall | QuestionCall;

/** A comparison, of whose operator `done` are the words that stand already. */
export interface ComparisonCall {
  readonly kind: 'comparison';
  /** The name of the object whose field it is. */
  readonly home: string | undefined;
  readonly field: string;
  readonly done: readonly string[];
  readonly index: number;
}
/** What is done, the object, its records, and of a tool the actor. */
export interface StepCall {
  readonly kind: 'action' | 'tool';
  /** Undefined while it is being written. */
  readonly word: string | undefined;
  readonly index: number;
}
export interface TriggerCall {
  readonly kind: 'trigger';
  readonly index: 0;
}
export interface LevelCall {
  readonly kind: 'level';
  readonly level: Level;
  readonly place: PlaceKind;
  readonly index: 1;
}
export type QuestionForm = 'can' | 'who' | 'what' | 'only' | 'nobody' | 'invite' | 'use';
/** Who, what, where, of which record, on which day. */
export interface QuestionCall {
  readonly kind: 'question';
  readonly asks: 'query' | 'expect';
  /** What is written so far may become any of these. */
  readonly forms: readonly QuestionForm[];
  readonly index: number;
}
