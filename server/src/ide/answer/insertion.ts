// A question that was asked, written down: as a query, as an expectation of what holds today, or its record by itself.

import { printFormula } from '../../condition/print.ts';
import type { Asked } from '../../project/ask.ts';
import { editContextOf } from '../../project/edit-context.ts';
import type { Snapshot } from '../../project/types.ts';
import { addDeclaration } from '../../rules/edits/declare.ts';
import { fixOf } from '../../rules/edits/fix.ts';
import { freeName } from '../../rules/edits/names.ts';
import type { Fix } from '../../rules/finding.ts';
import { writeName } from '../../syntax/keywords.ts';
import { parseQuestion } from '../../syntax/parse.ts';
import { type EvaluationRequest, evaluate } from '../evaluate.ts';

export type InsertedAs = 'query' | 'expect' | 'record';

export interface Insertion {
  readonly request: EvaluationRequest;
  readonly as: InsertedAs;
  /** The file that it is meant for. */
  readonly near: string;
}

export function insertionEdits(
  snapshot: Snapshot,
  { request, as, near }: Insertion,
): Fix['edits'] | { readonly problem: string } {
  const asked = evaluate(snapshot, request);
  const text = as === 'record' ? recordText(snapshot, request) : questionTextOf(asked, as);
  if (text === undefined) return { problem: whyNot[as] };
  const context = editContextOf(snapshot);
  const edits = fixOf(context, '', addDeclaration(context, near, as, text))[0]?.edits;
  return edits ?? { problem: `\`${near}\` is no file of the project that can be written` };
}

const whyNot: Readonly<Record<InsertedAs, string>> = {
  query: 'the question cannot be read',
  expect: 'nothing is sure that could be expected',
  record: 'nothing is said of a record',
};

function questionTextOf({ text, question, answer }: Asked, as: 'query' | 'expect'): string | undefined {
  if (question === undefined) return undefined;
  if (as === 'query') return `query ${text}`;
  if (answer.kind !== 'decision' || answer.decision.doubts.length > 0) return undefined;
  const { outcome, when } = answer.decision;
  if (outcome === 'allowed') return `expect ${text}`;
  if (outcome === 'refused') return `expect ${refusedText(text)}`;
  // Of a record that is given, what is left open cannot be described beside it.
  const isOpen = question.kind === 'can' && question.place.kind === 'object' && !question.place.given;
  return outcome === 'allowed-when' && isOpen && question.place.when === undefined
    ? `expect ${text} when ${printFormula(when)}`
    : undefined;
}

/** The word behind whoever is asked about. */
function refusedText(text: string): string {
  const { question } = parseQuestion(text);
  const at = question !== undefined && 'principal' in question ? (question.principal?.span.end ?? 0) : 0;
  return text.slice(0, at) + text.slice(at).replace(/\bcan\b/, 'cannot');
}

function recordText({ model }: Snapshot, { place, record = [] }: EvaluationRequest): string | undefined {
  if (place === undefined || place === 'organization' || record.length === 0) return undefined;
  const name = freeName('example', (each) => model.records.has(each));
  const body = record.map(({ field, value }) => `${field} ${value}`).join('  ');
  return `record ${writeName(name)} in ${place} { ${body} }`;
}
