// The questions that queries and expectations ask.
import type { Span } from '../text/span.ts';
import type { Condition } from './ast-condition.ts';
import type { DateLiteral, Name, RecordBody, Ref, Text } from './ast-value.ts';

export type Question = CanQuestion | InviteQuestion | UseQuestion | WhoQuestion | WhatQuestion | ExceptQuestion;

interface QuestionNode<K extends string> {
  readonly kind: K;
  readonly span: Span;
  readonly asOf: DateLiteral | undefined;
  /** Part of the question is missing or unreadable: it must not be answered. */
  readonly broken: boolean;
}
export interface CanQuestion extends QuestionNode<'can'> {
  readonly principal: Ref;
  readonly negated: boolean;
  readonly permissions: readonly Name[];
  readonly place: Place | undefined;
}
export interface InviteQuestion extends QuestionNode<'invite'> {
  readonly principal: Ref;
  readonly negated: boolean;
  readonly address: Text | undefined;
}
export interface UseQuestion extends QuestionNode<'use'> {
  readonly principal: Ref;
  readonly negated: boolean;
  readonly account: Ref | undefined;
}
export interface WhoQuestion extends QuestionNode<'who'> {
  readonly permissions: readonly Name[];
  readonly place: Place | undefined;
}
export interface WhatQuestion extends QuestionNode<'what'> {
  readonly principal: Ref | undefined;
  readonly place: Place | undefined;
}
/** `only X can …` and `nobody [but X] can …`: the same question. */
export interface ExceptQuestion extends QuestionNode<'except'> {
  readonly form: 'only' | 'nobody';
  readonly except: readonly Ref[];
  readonly permissions: readonly Name[];
  readonly place: Place | undefined;
}

export type Place = OnRecord | InOrganization | InObject;
export interface OnRecord {
  readonly kind: 'on';
  readonly span: Span;
  readonly record: Ref | undefined;
}
export interface InOrganization {
  readonly kind: 'organization';
  readonly span: Span;
}
export interface InObject {
  readonly kind: 'in';
  readonly span: Span;
  readonly object: Ref | undefined;
  readonly with: RecordBody | undefined;
  readonly when: Condition | undefined;
  readonly hasWhen: boolean;
}
