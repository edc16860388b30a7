// Conditions as written: `or`, `and`, `not`, parentheses and comparisons.
import type { Span } from '../text/span.ts';
import type { Name, Ref, Value } from './ast-value.ts';

export type Condition = Junction | Negation | Parenthesis | Comparison;

export interface Junction {
  readonly kind: 'and' | 'or';
  readonly span: Span;
  readonly parts: readonly Condition[];
}
export interface Negation {
  readonly kind: 'not';
  readonly span: Span;
  readonly part: Condition | undefined;
}
export interface Parenthesis {
  readonly kind: 'parenthesis';
  readonly span: Span;
  readonly part: Condition | undefined;
}
export interface Comparison {
  readonly kind: 'comparison';
  readonly span: Span;
  readonly field: Name;
  readonly test: Test | undefined;
}

/** What follows the field. `operator` spans the operator's words, `span` the whole test. */
export type Test = EmptyTest | ValueTest | ListTest | BetweenTest | RelativeTest | MemberTest;

interface TestNode<O extends string> {
  readonly operator: O;
  readonly operatorSpan: Span;
  readonly span: Span;
}
export type ValueOperator =
  | 'is'
  | 'is not'
  | '>'
  | '>='
  | '<'
  | '<='
  | 'after'
  | 'before'
  | 'contains'
  | 'starts with'
  | 'ends with';
export type EmptyTest = TestNode<'is empty' | 'is not empty'>;
export interface ValueTest extends TestNode<ValueOperator> {
  readonly value: Value | undefined;
}
export interface ListTest extends TestNode<'is one of' | 'overlaps'> {
  readonly values: readonly Value[];
}
export interface BetweenTest extends TestNode<'between'> {
  readonly low: Value | undefined;
  readonly high: Value | undefined;
}
export interface RelativeTest extends TestNode<'in the last' | 'in the next'> {
  readonly count: { readonly span: Span; readonly text: string } | undefined;
  readonly unit: 'days' | 'weeks' | 'months' | 'years' | undefined;
}
export interface MemberTest extends TestNode<'is in'> {
  readonly group: Ref | undefined;
}
