// A date, address, domain, number or range that cannot be.
import { isAddress, isDomain } from '../model/address.ts';
import type { Origin } from '../model/origin.ts';
import type { Problem } from '../model/problem.ts';
import { type AstNode, pathAt } from '../syntax/ast-path.ts';
import { likelyDates, likelyInstants } from './edits/dates.ts';
import { fixOf } from './edits/fix.ts';
import { removeOption } from './edits/options.ts';
import { changeTo, replacement } from './edits/replace.ts';
import { textAt } from './edits/written.ts';
import type { Fix } from './finding.ts';
import { fromModel, type RuleContext } from './rule.ts';

export const invalidValue = fromModel(
  {
    id: 'invalid-value',
    severity: 'error',
    category: 'Broken policy',
    title: 'a date, address, domain, number or range that cannot be',
  },
  mend,
);

function mend(context: RuleContext, { origin }: Problem): readonly Fix[] {
  const path = pathAt(origin.unit, origin.span.start);
  const text = textAt(context, origin);
  if (text.startsWith('"')) return mendText(context, origin, path);
  const field = path.findLast((node) => 'kind' in node && node.kind === 'value' && node.name.span === origin.span);
  if (field !== undefined) return writeEmpty(context, origin, field);
  const range = path.findLast((node) => 'operator' in node && node.operator === 'between');
  if (range !== undefined && 'low' in range && range.low?.span.start === origin.span.start) {
    const isRange = range.high?.span.end === origin.span.end && range.high.span.start > origin.span.start;
    if (isRange) return swap(context, origin, range.low.span, range.high.span);
  }
  const likely = text.includes('T') ? likelyInstants(text) : likelyDates(text);
  return likely.flatMap((date) => changeTo(context, origin, date, { preferred: likely.length === 1 }));
}

function swap(context: RuleContext, origin: Origin, low: Origin['span'], high: Origin['span']): Fix[] {
  const [first, second] = [low, high].map((span) => textAt(context, { ...origin, span }));
  return fixOf(context, `Swap the ends: \`${second ?? ''} and ${first ?? ''}\``, [
    ...replacement(context, origin, low, second ?? ''),
    ...replacement(context, origin, high, first ?? ''),
  ]);
}

function writeEmpty(context: RuleContext, origin: Origin, { span }: Pick<AstNode, 'span'>): Fix[] {
  const name = textAt(context, origin);
  return fixOf(context, `Change to \`${name} empty\``, replacement(context, origin, span, `${name} empty`));
}

function mendText(context: RuleContext, origin: Origin, path: readonly AstNode[]): Fix[] {
  const node = path.at(-1);
  const holder = path.findLast((each) => 'kind' in each);
  if (holder !== undefined && 'kind' in holder && holder.kind === 'field')
    return removeOption(context, 'Remove the empty option', origin);
  const text = node !== undefined && 'text' in node && typeof node.text === 'string' ? node.text : '';
  const isDomains = holder !== undefined && 'kind' in holder && (holder.kind === 'domain' || holder.kind === 'domains');
  const likely = isDomains ? likelyDomain(text) : likelyAddress(text);
  return likely === undefined ? [] : changeTo(context, origin, JSON.stringify(likely));
}

/** Without the name and brackets of a mail program, a scheme, blanks and dots around it. */
function likelyAddress(text: string): string | undefined {
  const inner = /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text;
  const bare = inner
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\s+/g, '')
    .replace(/[.,;]+$/, '');
  return bare !== text && isAddress(bare) ? bare : undefined;
}

/** Of an address, a link, or a pattern for all of its subdomains. */
function likelyDomain(text: string): string | undefined {
  const bare = text
    .replace(/\s+/g, '')
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[/?#].*$/, '')
    .replace(/^.*@/, '')
    .replace(/^(?:\*?\.)+|\.+$/g, '');
  return bare !== text && isDomain(bare) ? bare : undefined;
}
