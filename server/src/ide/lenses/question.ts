// Questions that can be asked again of one record: who may do one thing in an object, whatever the record.
import type { CanQuestion, InObject, Question } from '../../syntax/ast-question.ts';
import type { Name, Ref } from '../../syntax/ast-value.ts';

export interface AnyRecordQuestion extends CanQuestion {
  readonly permissions: readonly [Name];
  readonly place: InObject & { readonly object: Ref & { readonly name: Name } };
}

/** True of `alice can READ_RECORDS in Desk`, with `when` too: what a record says comes in place of that. */
export function isOfAnyRecord(question: Question): question is AnyRecordQuestion {
  if (question.kind !== 'can' || question.broken || question.permissions.length !== 1) return false;
  const { place } = question;
  return place?.kind === 'in' && place.object?.name !== undefined && place.with === undefined;
}
