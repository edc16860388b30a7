// A list in parentheses or a body in braces that has to begin.
import type { OpeningSlot } from '../../syntax/context-slots.ts';
import { type Found, ranks } from './suggestion.ts';

export function openings({ sign }: OpeningSlot): Found {
  const [label, snippet, detail] = sign === '(' ? ['(…)', '($0)', 'a list'] : ['{…}', '{ $0 }', 'a body'];
  return [{ kind: 'snippet', label, insert: { snippet }, detail, rank: ranks.name }];
}
