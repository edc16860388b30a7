// A policy that shows what some actions reach, and nothing else.

import { actorOf } from '../../access/actor.ts';
import { worldOf } from '../../access/world.ts';
import { satisfy } from '../../condition/solve.ts';
import { at } from '../../model/origin.ts';
import type { BoundStep, Formula, Policy } from '../../model/symbols.ts';
import { insertLast } from '../../syntax/edits/insert.ts';
import { shift } from '../../text/span.ts';
import type { Fix } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { fixOf } from './fix.ts';
import { blockOf, declarationOf } from './written.ts';

/**
 * Takes steps that all have a `where` on the object of a policy for one account; makes those the condition, beside the one
 * that is there where that leaves out some of what they reach.
 */
export function showOnly(context: RuleContext, policy: Policy, steps: readonly BoundStep[]): Fix[] {
  const { name, origin } = policy;
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
      : fixOf(context, title, [{ file, edits: [insertLast(source, block, `when ${reached.text}`)] }]);
  const span = shift(when.span, start);
  const present = { text: source.text.slice(span.start, span.end), isOr: when.kind === 'or' };
  const text = isWithin(context, policy, steps) ? reached.text : `${besideAnd(present)} and ${besideAnd(reached)}`;
  return hasComment(present.text) ? [] : fixOf(context, title, [{ file, edits: [{ span, text }] }]);
}

interface Written {
  readonly text: string;
  readonly isOr: boolean;
}

function besideAnd({ text, isOr }: Written): string {
  return isOr ? `(${text})` : text;
}

/** True where the policy shows all that the steps reach. */
function isWithin({ model, today }: RuleContext, policy: Policy, steps: readonly BoundStep[]): boolean {
  const { object, to, when } = policy;
  const [only] = to;
  const reached = steps.map(({ where }) => where).filter((where) => where !== undefined);
  if (only === undefined || when === undefined || reached.length < steps.length) return false;
  const facts = { object, values: new Map(), relations: new Map() };
  const world = worldOf({ model, actor: actorOf(model, only.subject), facts, given: false, today });
  const left: Formula = {
    op: 'and',
    parts: [
      { op: 'or', parts: reached },
      { op: 'not', part: when },
    ],
  };
  return satisfy(left, world).kind === 'no';
}

/** What the steps say, each condition once; undefined where one says nothing that could be put on a line. */
function conditionOf(context: RuleContext, steps: readonly BoundStep[]): Written | undefined {
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
  if (known.length < texts.length || known.length === 0) return undefined;
  const each = [...new Set(known)];
  return { text: each.join(' or '), isOr: each.length > 1 || steps.some(({ step }) => step.where?.kind === 'or') };
}

function hasComment(text: string): boolean {
  return /\/[/*]/.test(text);
}
