// A user, group or service account that nothing declares.
import type { Problem } from '../model/problem.ts';
import type { FieldTypeName } from '../syntax/ast.ts';
import { type AstNode, pathAt } from '../syntax/ast-path.ts';
import { writeName } from '../syntax/keywords.ts';
import { createGroup, createIn, createUser, type Missing } from './edits/create.ts';
import { nameAt } from './edits/written.ts';
import type { Fix } from './finding.ts';
import { fromModel, type RuleContext } from './rule.ts';

export const unknownPrincipal = fromModel(
  {
    id: 'unknown-principal',
    severity: 'error',
    category: 'Broken policy',
    title: 'a user, group or service account that nothing declares',
  },
  createIt,
);

type Kind = 'user' | 'group' | 'service account';

/** Declares what may stand there. */
function createIt(context: RuleContext, { origin, about }: Problem): readonly Fix[] {
  const path = pathAt(origin.unit, origin.span.start);
  const ref = path.findLast((node) => 'qualifier' in node);
  const name = nameAt(origin) ?? textOf(path.at(-1), origin.span.start);
  if (name === undefined) return [];
  const missing: Missing = { file: origin.file, name };
  const object = about?.kind === 'object' ? about : undefined;
  const isQualified = ref?.qualifier !== undefined && !('kind' in ref.qualifier);
  const kinds = isQualified
    ? (['service account'] as const)
    : kindsAt(path, (name) => object?.fields.get(name)?.type, missing.name);
  return kinds.flatMap((kind): Fix[] => {
    if (kind === 'group') return createGroup(context, missing);
    if (kind === 'user') return createUser(context, missing);
    if (object?.type !== 'app') return [];
    return createIn(context, object, missing, { kind, text: accountText(missing.name, path) });
  });
}

/** A quoted name may stand where a text could. */
function textOf(node: AstNode | undefined, start: number): string | undefined {
  const isText = node !== undefined && 'kind' in node && node.kind === 'string' && node.span.start === start;
  return isText && 'text' in node && typeof node.text === 'string' ? node.text : undefined;
}

/** Whoever builds what runs as it may pick it. */
function accountText(name: string, path: readonly AstNode[]): string {
  const runner = path.find((node) => 'kind' in node && (node.kind === 'automation' || node.kind === 'agent'));
  const items: readonly AstNode[] = runner !== undefined && 'items' in runner ? runner.items : [];
  const builder = items.flatMap((item) => ('by' in item ? (item.by?.name ?? []) : []))[0];
  const usable = builder === undefined ? '' : ` { usable by ${writeName(builder.text)} }`;
  return `service account ${writeName(name)}${usable}`;
}

/** What may be named at the end of the path, the likeliest first: a name in small letters is a user's. */
function kindsAt(
  path: readonly AstNode[],
  typeOf: (field: string) => FieldTypeName | undefined,
  name: string,
): readonly Kind[] {
  const kinds = path.flatMap((node): (readonly Kind[])[] => {
    if ('operator' in node && node.operator === 'is in') return [['group']];
    if (!('kind' in node)) return [];
    if (node.kind === 'comparison') return kindsOf(typeOf(node.field.text));
    if (node.kind === 'value') return kindsOf(typeOf(node.name.text));
    if (node.kind === 'built by' || node.kind === 'group') return [['user']];
    if (node.kind === 'runs as') return [['service account']];
    return node.kind === 'use' ? [['service account', 'user', 'group']] : [];
  });
  return kinds.at(-1) ?? (/^\p{Ll}/u.test(name) ? ['user', 'group'] : ['group', 'user']);
}

function kindsOf(type: FieldTypeName | undefined): (readonly Kind[])[] {
  if (type === 'user') return [['user']];
  return type === 'group' ? [['group']] : [];
}
