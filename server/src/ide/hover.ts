// The hover at an offset: what is named there, or the answer of the question that stands there.
import type { AskedQuestion } from '../model/model.ts';
import type { Snapshot } from '../project/types.ts';
import { type Span, shift, touches } from '../text/span.ts';
import type { AnySymbol } from './all-symbols.ts';
import { directoryPathAt } from './directory-link.ts';
import { runnerCard } from './hover/automation.ts';
import { type Card, cardToMarkdown } from './hover/card.ts';
import { mentionCard } from './hover/catalogue.ts';
import { fieldCard } from './hover/field.ts';
import { directoryCard, objectCard, organizationCard } from './hover/object.ts';
import { policyCard, recordCard, testCard } from './hover/policy.ts';
import { accountCard, groupCard, userCard } from './hover/principal.ts';
import { askedMarkdown } from './hover/question.ts';
import { roleCard } from './hover/role.ts';
import { type Located, locate } from './locate.ts';

export interface Hover {
  /** Everything of the user's in it is inert. */
  readonly markdown: string;
  /** What it speaks of, in the file. */
  readonly span: Span;
}

/** Takes an offset in the file; undefined where there is nothing to say. */
export function hover(snapshot: Snapshot, path: string, offset: number): Hover | undefined {
  const located = locate(snapshot, path, offset);
  if (located === undefined) return undefined;
  const { symbol, mention } = located;
  if (symbol !== undefined) return { markdown: cardToMarkdown(symbolCard(snapshot, symbol.symbol)), span: symbol.span };
  if (mention !== undefined) {
    const card = mentionCard(snapshot, located, mention.mention);
    return card && { markdown: cardToMarkdown(card), span: mention.span };
  }
  return (
    directoryHover(snapshot, located) ??
    organizationHover(snapshot, located) ??
    questionHover(snapshot, located, offset)
  );
}

function directoryHover(snapshot: Snapshot, located: Located): Hover | undefined {
  const link = directoryPathAt(located);
  return link && { markdown: cardToMarkdown(directoryCard(snapshot, link.path)), span: link.span };
}

/** The word `organization` where it stands for the organization: `in organization`, `organization.Admin`. */
function organizationHover(snapshot: Snapshot, { nodes, start }: Located): Hover | undefined {
  const leaf = nodes.at(-1);
  if (leaf === undefined || !('kind' in leaf) || leaf.kind !== 'organization' || 'keyword' in leaf) return undefined;
  return { markdown: cardToMarkdown(organizationCard(snapshot)), span: shift(leaf.span, start) };
}

/** What the platform and the project say of a symbol. */
export function symbolCard(snapshot: Snapshot, symbol: AnySymbol): Card {
  switch (symbol.kind) {
    case 'organization':
      return organizationCard(snapshot);
    case 'user':
      return userCard(snapshot, symbol);
    case 'group':
      return groupCard(snapshot, symbol);
    case 'role':
      return roleCard(snapshot, symbol);
    case 'object':
      return objectCard(snapshot, symbol);
    case 'field':
      return fieldCard(snapshot, symbol);
    case 'policy':
      return policyCard(symbol);
    case 'service account':
      return accountCard(snapshot, symbol);
    case 'automation':
    case 'agent':
      return runnerCard(snapshot, symbol);
    case 'record':
      return recordCard(symbol);
    case 'test':
      return testCard(snapshot, symbol);
  }
}

function questionHover(snapshot: Snapshot, located: Located, offset: number): Hover | undefined {
  const asked = askedAt(snapshot, located, offset);
  if (asked === undefined) return undefined;
  const markdown = askedMarkdown(snapshot, asked);
  return markdown === undefined ? undefined : { markdown, span: shift(asked.origin.span, located.start) };
}

/** The query or expectation at an offset of the file, wherever in it that is. */
export function askedAt(snapshot: Snapshot, located: Located, offset: number): AskedQuestion | undefined {
  const inside = offset - located.start;
  return snapshot.model.questions.find(({ origin }) => origin.unit === located.unit && touches(origin.span, inside));
}
