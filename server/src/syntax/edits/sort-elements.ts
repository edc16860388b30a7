// The lists of the language whose order means nothing, and their elements by name.
import { compareCaseless } from '../../text/order.ts';
import type { Span } from '../../text/span.ts';
import type { Grant } from '../ast.ts';
import type { AstNode } from '../ast-path.ts';
import type { Ref } from '../ast-value.ts';

export interface NamedElement {
  readonly span: Span;
  /** Equal for two that say the same. */
  readonly key: string;
}

/**
 * What a property lists, where the order of that means nothing: names, grants, words and domains, but no options, which the
 * platform shows in their order. Undefined of anything else, and where an element is only half there.
 */
export function unorderedElements(node: AstNode): readonly NamedElement[] | undefined {
  const elements = elementsOf(node);
  const known = elements?.filter((each): each is NamedElement => each.key !== undefined);
  return known !== undefined && known.length === elements?.length && known.length > 0 ? known : undefined;
}

interface Element {
  readonly span: Span;
  readonly key: string | undefined;
}

function elementsOf(node: AstNode): readonly Element[] | undefined {
  if (!('kind' in node)) return undefined;
  switch (node.kind) {
    case 'members':
    case 'to':
    case 'roles':
    case 'usable by':
    case 'relation':
      return node.refs.map(refElement);
    case 'except':
      return node.except.map(refElement);
    case 'grants':
      return node.grants.map((grant) => ({ span: grant.span, key: grantKey(grant) }));
    case 'auto-share':
      return node.words.map(({ span, text }) => ({ span, key: text }));
    case 'domains':
      return node.domains.map(({ span, text }) => ({ span, key: text.toLowerCase() }));
    default:
      return undefined;
  }
}

function refElement({ span, qualifier, name }: Ref): Element {
  if (name === undefined) return { span, key: undefined };
  if (qualifier === undefined) return { span, key: name.text };
  return { span, key: `${'kind' in qualifier ? '' : qualifier.text}.${name.text}` };
}

/** Permissions before levels, levels by their group. */
function grantKey(grant: Grant): string | undefined {
  if (grant.kind === 'permission') return ` ${grant.name.text}`;
  const { group, level, complete } = grant;
  return group === undefined || !complete ? undefined : `${group.text} ${level}`;
}

/** The elements by their index in the order of their names, each as often as it stands there, or once. */
export function sortedOrder(elements: readonly NamedElement[], { once = false } = {}): number[] {
  const indices = elements.map((_, i) => i);
  const keyOf = (index: number) => elements[index]?.key ?? '';
  const kept = once ? indices.filter((i) => elements.findIndex(({ key }) => key === keyOf(i)) === i) : indices;
  return kept.sort((a, b) => compareCaseless(keyOf(a), keyOf(b)));
}
