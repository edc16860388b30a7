// The declaration that a cursor names: it stands on its opening words or its name.

import type { AstNode } from '../../syntax/ast-path.ts';
import { type Span, shift, touches } from '../../text/span.ts';
import type { AnySymbol } from '../all-symbols.ts';
import { occurrencesIn } from '../occurrences.ts';
import type { Selected } from './refactoring.ts';

/** The symbol that is declared there; undefined behind the opening brace, and where more than a name is selected. */
export function declaredAt({ snapshot, located, span }: Selected): AnySymbol | undefined {
  const { nodes, start } = located;
  const node = nodes.findLast((each): each is Named => 'keyword' in each && 'name' in each);
  if (node?.name === undefined) return undefined;
  const head: Span = shift({ start: node.span.start, end: node.name.span.end }, start);
  if (!touches(head, span.start) || !touches(head, span.end)) return undefined;
  const { start: at } = node.name.span;
  return occurrencesIn(snapshot.model, located).find(({ declaration, span: own }) => declaration && own.start === at)
    ?.symbol;
}

type Named = Extract<AstNode, { readonly keyword: Span; readonly name: unknown }>;
