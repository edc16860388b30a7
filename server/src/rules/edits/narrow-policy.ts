// A policy that shows what some actions reach, and nothing else.

import { at } from '../../model/origin.ts';
import type { BoundStep, Policy } from '../../model/symbols.ts';
import { insertLast } from '../../syntax/edits/insert.ts';
import { shift } from '../../text/span.ts';
import type { Fix } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { fixOf } from './fix.ts';
import { blockOf, declarationOf } from './written.ts';

/** Takes steps that all have a `where` on the policy's object; makes those the condition, beside the one that is there. */
export function showOnly(context: RuleContext, { name, origin }: Policy, steps: readonly BoundStep[]): Fix[] {
  const written = origin && declarationOf(context, origin);
  const reached = conditionOf(context, steps);
  if (written?.node.kind !== 'policy' || reached === undefined) return [];
  const { file, source, start, node } = written;
  const title = `Show in \`${name}\` only what is reached`;
  const when = node.items.find((item) => item.kind === 'when')?.condition;
  const block = blockOf(written);
  if (when === undefined)
    return block === undefined
      ? []
      : fixOf(context, title, [{ file, edits: [insertLast(source, block, `when ${reached}`)] }]);
  const span = shift(when.span, start);
  const present = source.text.slice(span.start, span.end);
  const text = `(${present}) and (${reached})`;
  return hasComment(present) ? [] : fixOf(context, title, [{ file, edits: [{ span, text }] }]);
}

/** What the steps say, each condition once; undefined where one says nothing that could be put on a line. */
function conditionOf(context: RuleContext, steps: readonly BoundStep[]): string | undefined {
  const texts = steps.map(({ step, origin }) => {
    if (step.where === undefined) return undefined;
    const { file, span } = context.place(at(origin, step.where.span));
    const text = context.sources
      .get(file)
      ?.text.slice(span.start, span.end)
      .replace(/\s*[\r\n]\s*/g, ' ');
    return text === undefined || hasComment(text) ? undefined : text;
  });
  const known = texts.filter((text) => text !== undefined);
  return known.length === texts.length && known.length > 0 ? [...new Set(known)].join(' or ') : undefined;
}

function hasComment(text: string): boolean {
  return /\/[/*]/.test(text);
}
