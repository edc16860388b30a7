// Fixes that put other words in the place of some.
import type { Origin } from '../../model/origin.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { type FileEdits, type FixOptions, fixOf } from './fix.ts';

/** What puts a text in the place of a stretch of the unit of a place. */
export function replacement({ place }: RuleContext, origin: Origin, span: Span, text: string): FileEdits[] {
  const where = place({ ...origin, span });
  return [{ file: where.file, edits: [{ span: where.span, text }] }];
}

/** What stands at the place changes to the text. */
export function changeTo(context: RuleContext, origin: Origin, text: string, options?: FixOptions): Fix[] {
  return fixOf(context, `Change to \`${text}\``, replacement(context, origin, origin.span, text), options);
}
