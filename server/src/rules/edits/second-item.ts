// What may be done about a property, an element or a relation that stands twice in one declaration.
import type { Origin } from '../../model/origin.ts';
import type { Problem } from '../../model/problem.ts';
import { originIn } from '../../model/profiles.ts';
import { type AstNode, pathAt } from '../../syntax/ast-path.ts';
import { append } from '../../syntax/edits/insert.ts';
import { shift } from '../../text/span.ts';
import type { Fix } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { fixOf } from './fix.ts';
import { removeOption } from './options.ts';
import { removal, removeNode } from './remove.ts';
import { elementsOf, textAt, writtenOf } from './written.ts';

/** Takes the problem at the second one, and the nodes around it. */
export function mendItem(context: RuleContext, problem: Problem, path: readonly AstNode[]): readonly Fix[] {
  const { origin } = problem;
  const item = path.findLast((node) => 'kind' in node && node.span.start === origin.span.start);
  if (item !== undefined && 'kind' in item) return mendProperty(context, problem, item);
  const around = path.findLast((node) => 'kind' in node);
  if (around === undefined || !('kind' in around)) return [];
  if (around.kind === 'field') return removeOption(context, `Remove the second ${textAt(context, origin)}`, origin);
  if (around.kind === 'directory') return removeNode(context, 'Remove the second directory', { origin, node: around });
  return around.kind === 'user' ? removeUser(context, origin, around) : [];
}

/** A second user with an address, whom nothing names. */
function removeUser(context: RuleContext, origin: Origin, user: Extract<AstNode, { kind: 'user' }>): Fix[] {
  const { model } = context;
  const symbol = model.users.get(user.name?.text ?? '');
  const isNamed = symbol === undefined || model.references().some(({ target }) => target === symbol);
  if (isNamed || originIn(model, symbol)?.span.start !== user.name?.span.start) return [];
  return removeNode(context, `Remove user \`${symbol.name}\``, { origin, node: user });
}

function mendProperty(context: RuleContext, { origin, related }: Problem, item: AstNode): readonly Fix[] {
  const isNamed = !('kind' in item) || item.kind === 'value' || item.kind === 'relation' || item.kind === 'attribute';
  const what = isNamed ? textAt(context, origin).replace(/\s+/g, ' ') : item.kind;
  const first = related?.[0]?.origin ?? firstRelation(origin, item);
  const more = first === undefined ? [] : intoFirst(context, { origin, item, what }, first);
  const isList = more.length > 0;
  const title = `Remove the second \`${what}\``;
  return [...more, ...removeNode(context, title, { origin, node: item }, { preferred: !isList })];
}

/** The relation of a record that stands there first. */
function firstRelation({ unit, span }: Origin, item: AstNode): Origin | undefined {
  if (!('relation' in item)) return undefined;
  const body = pathAt(unit, span.start).findLast((node) => 'items' in node && 'broken' in node);
  const items: readonly AstNode[] = body !== undefined && 'items' in body ? body.items : [];
  const first = items.find((each) => 'relation' in each && each.relation === item.relation);
  return first === undefined ? undefined : { file: '', unit, span: first.span };
}

interface Second {
  readonly origin: Origin;
  readonly item: AstNode;
  readonly what: string;
}

/** Makes what the second list has besides a part of the first. */
function intoFirst(context: RuleContext, { origin, item, what }: Second, first: Origin): Fix[] {
  const written = writtenOf(context, origin);
  const list = pathAt(first.unit, first.span.start).find(
    (node) => node.span.start === first.span.start && elementsOf(node).length > 0,
  );
  if (written === undefined || list === undefined || first.unit !== origin.unit) return [];
  const { file, source, start } = written;
  const textOf = ({ span }: { readonly span: AstNode['span'] }) => textAt(context, { ...origin, span });
  const known = new Set(elementsOf(list).map(textOf));
  const fresh = elementsOf(item)
    .map(textOf)
    .filter((text) => !known.has(text));
  const gone = removal(context, origin, item);
  if (fresh.length === 0 || gone.length === 0) return [];
  const elements = elementsOf(list).map(({ span }) => shift(span, start));
  const edits = append(source, elements, [...new Set(fresh)].join(', '));
  return fixOf(context, `Add it to the first \`${what}\``, [{ file, edits }, ...gone]);
}
