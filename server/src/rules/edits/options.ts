// Options of choice fields: one more, or one less.
import type { Origin } from '../../model/origin.ts';
import type { Field } from '../../model/symbols.ts';
import { append } from '../../syntax/edits/insert.ts';
import { removeElements } from '../../syntax/edits/remove-elements.ts';
import { type Span, shift } from '../../text/span.ts';
import type { Fix } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { fixOf } from './fix.ts';
import { nodeAround } from './remove.ts';
import { isSound, type Written, writtenOf } from './written.ts';

interface WrittenOptions extends Written {
  /** In the file. */
  readonly options: readonly Span[];
}

function optionsAt(context: RuleContext, origin: Origin): WrittenOptions | undefined {
  const written = writtenOf(context, origin);
  const field = nodeAround(origin, ['field']);
  if (written === undefined || field === undefined || !('type' in field) || !isSound(origin.unit, field.span))
    return undefined;
  return { ...written, options: (field.type?.options ?? []).map(({ span }) => shift(span, written.start)) };
}

/** Behind the last option of the field. */
export function addOption(context: RuleContext, { name, origin }: Field, option: string): Fix[] {
  const written = origin && optionsAt(context, origin);
  if (written === undefined) return [];
  const edits = append(written.source, written.options, JSON.stringify(option));
  const file = written.file;
  return fixOf(context, `Add option \`${option}\` to \`${name}\``, [{ file, edits }], { preferred: false });
}

/** Takes the place of an option that is not the only one. */
export function removeOption(context: RuleContext, title: string, origin: Origin): Fix[] {
  const written = optionsAt(context, origin);
  if (written === undefined || written.options.length < 2) return [];
  const { file, source, options, start } = written;
  const edits = removeElements(source, options, (i) => options[i]?.start === start + origin.span.start);
  return fixOf(context, title, [{ file, edits }]);
}
