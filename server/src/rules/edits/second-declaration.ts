// What may be done about a second declaration of a name: it goes, it gets another name, or it joins the first.
import type { Model } from '../../model/model.ts';
import type { Origin } from '../../model/origin.ts';
import type { Problem } from '../../model/problem.ts';
import type { Declaration, FieldDecl } from '../../syntax/ast.ts';
import { pathAt } from '../../syntax/ast-path.ts';
import { writeName } from '../../syntax/keywords.ts';
import type { Fix } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { fixOf } from './fix.ts';
import { freeName, isPerson } from './names.ts';
import { addToList } from './properties.ts';
import { removal, removeNode } from './remove.ts';
import { replacement } from './replace.ts';
import { type Declared, textAt } from './written.ts';

type Named = Declared | FieldDecl;

/** Takes the problem at the name of the second one. */
export function mendDeclaration(context: RuleContext, { origin, related }: Problem): readonly Fix[] {
  const second = namedAt(origin);
  const first = related?.[0]?.origin;
  if (second?.name === undefined) return [];
  if (second.kind === 'object') return reopen(context, origin, second, first?.unit.declaration);
  const { text: name } = second.name;
  const remove = (preferred: boolean) =>
    removeNode(context, `Remove the second ${wordsOf(second)} \`${name}\``, { origin, node: second }, { preferred });
  const isSame = first === undefined || isNothingMore(context, origin, second, first);
  if (second.kind === 'organization' || isSame) return remove(true);
  const joined = joinFirst(context, origin, second, first);
  const isFixed = second.kind === 'role' && second.managed;
  return [...joined, ...(isFixed ? [] : rename(context, origin, second)), ...remove(false)];
}

function namedAt({ unit, span }: Origin): Named | undefined {
  return pathAt(unit, span.start).find(
    (node): node is Named => 'keyword' in node && 'name' in node && node.name?.span.start === span.start,
  );
}

function wordsOf(node: Named): string {
  return node.kind === 'role' && node.managed ? 'managed role' : node.kind;
}

/** True where it says what the first one says, or nothing. */
function isNothingMore(context: RuleContext, origin: Origin, second: Named, first: Origin): boolean {
  if ('items' in second && second.kind !== 'user' && second.items.length === 0) return true;
  const other = namedAt(first);
  const textOf = (at: Origin, { span }: Named) => textAt(context, { ...at, span }).replace(/\s+/g, ' ');
  return other !== undefined && textOf(first, other) === textOf(origin, second);
}

/** Makes its members those of the first, where it has nothing else. */
function joinFirst(context: RuleContext, origin: Origin, second: Named, first: Origin): Fix[] {
  const [members, ...others] = 'items' in second ? second.items : [];
  if (members?.kind !== 'members' || others.length > 0) return [];
  const own = namedAt(first);
  const textOf = (unit: Origin, { span }: { readonly span: Origin['span'] }) => textAt(context, { ...unit, span });
  const known = own !== undefined && 'items' in own ? own.items : [];
  const named = new Set(known.flatMap((item) => ('refs' in item ? item.refs.map((ref) => textOf(first, ref)) : [])));
  const fresh = [...new Set(members.refs.map((ref) => textOf(origin, ref)))].filter((text) => !named.has(text));
  const added = addToList(context, first, 'members', fresh.join(', '));
  const gone = removal(context, origin, second);
  if (fresh.length === 0 || added.length === 0 || gone.length === 0) return [];
  const title = `Add its members to the first ${wordsOf(second)} \`${second.name?.text ?? ''}\``;
  return fixOf(context, title, [...added, ...gone], { preferred: false });
}

/** Whatever names it means the first one: only the name itself changes. */
function rename(context: RuleContext, origin: Origin, second: Named): Fix[] {
  const name = second.name?.text ?? '';
  const free = writeName(freeName(name, (each) => isTaken(context.model, second.kind, each)));
  return fixOf(
    context,
    `Rename the second ${wordsOf(second)} to \`${free}\``,
    replacement(context, origin, origin.span, free),
    {
      preferred: false,
    },
  );
}

/** By anything of the kind, wherever that is: nobody should wonder which of two is meant. */
function isTaken(model: Model, kind: Named['kind'], name: string): boolean {
  const objects = [...model.objects.values()];
  const isNamed = (each: { readonly name: string }) => each.name === name;
  switch (kind) {
    case 'user':
    case 'group':
    case 'service account':
      return isPerson(model, name) || objects.some(({ accounts }) => accounts.has(name));
    case 'role':
      return model.roles.has(name) || objects.some(({ roles }) => roles.has(name));
    case 'field':
      return objects.some(({ fields }) => fields.has(name));
    case 'policy':
      return objects.some(({ policies }) => policies.some(isNamed));
    case 'automation':
      return objects.some(({ automations }) => automations.some(isNamed));
    case 'agent':
      return objects.some(({ agents }) => agents.some(isNamed));
    case 'record':
      return model.records.has(name) || model.tests.some(({ records }) => records.has(name));
    case 'test':
      return model.tests.some(isNamed);
    default:
      return model.objects.has(name);
  }
}

/** As what it was opened first. */
function reopen(
  context: RuleContext,
  origin: Origin,
  second: Extract<Named, { kind: 'object' }>,
  first: Declaration | undefined,
): Fix[] {
  if (first?.kind !== 'object') return [];
  const title = `Open \`${second.name?.text ?? ''}\` as ${first.object}, like the first time`;
  return fixOf(context, title, replacement(context, origin, second.keyword, first.object));
}
