// Which words of a declaration look like what: names by what they stand for, words of the catalogue, options, attributes.
import { action, tool, trigger } from '../../catalogue/actions.ts';
import { permission, permissionGroup } from '../../catalogue/permissions.ts';
import { autoShareWordsOf } from '../../model/bind-roles.ts';
import type { UnitNames } from '../../model/model.ts';
import type { AnySymbol, Field } from '../../model/symbols.ts';
import type { ObjectItem } from '../../syntax/ast.ts';
import type { Condition } from '../../syntax/ast-condition.ts';
import { type AstNode, nodesBelow } from '../../syntax/ast-path.ts';
import type { RecordItem } from '../../syntax/ast-value.ts';
import type { Unit } from '../../syntax/source-file.ts';
import type { Span } from '../../text/span.ts';
import { type Mention, mentionsIn } from '../mentions.ts';
import { type Look, look } from './legend.ts';
import { declaredLook, isOption, lookOf } from './looks.ts';

/** A word of the unit; positions are relative to it. */
export interface Seen extends Span {
  readonly look: Look;
}

const attribute = look('property');
const declaredAttribute = look('property', 'declaration');
const option = look('enumMember');
const declaredOption = look('enumMember', 'declaration');
const permissionLook = look('enumMember', 'readonly', 'defaultLibrary');
const groupLook = look('enum', 'defaultLibrary');
const stepLook = look('function', 'defaultLibrary');
const triggerLook = look('event', 'defaultLibrary');
const relationLook = look('enumMember', 'defaultLibrary');

/**
 * Words that mean something, by where they start, each the length of one token. What names nothing that is known is left
 * out, and so are keywords and texts.
 */
export function looksIn({ unit, references }: UnitNames, today: number): ReadonlyMap<number, Seen> {
  const found = new Map<number, Seen>();
  const see = (at: Span, seen: Look | undefined) => {
    if (seen !== undefined && !found.has(at.start)) found.set(at.start, { start: at.start, end: at.end, look: seen });
  };
  seeDeclared(unit, today, see);
  const targets = new Map<number, AnySymbol>();
  for (const { origin, target } of references) {
    see(origin.span, lookOf(target, today));
    targets.set(origin.span.start, target);
  }
  const fieldAt = (at: Span): Field | undefined => {
    const target = targets.get(at.start);
    return target?.kind === 'field' ? target : undefined;
  };
  for (const node of unit.declaration === undefined ? [] : nodesBelow(unit.declaration)) {
    for (const mention of mentionsIn(node)) see(mention.span, lookOfMention(mention));
    seeValues(node, fieldAt, see);
  }
  return found;
}

type See = (at: Span, seen: Look | undefined) => void;

function seeDeclared({ declaration }: Unit, today: number, see: See): void {
  if (declaration === undefined) return;
  const items: readonly ObjectItem[] = declaration.kind === 'object' ? declaration.items : [];
  const records = declaration.kind === 'test' ? declaration.items.filter(({ kind }) => kind === 'record') : [];
  for (const each of [declaration, ...items, ...records]) {
    const declared = declaredLook(each, today);
    if (declared !== undefined) see(declared.name.span, declared.look);
  }
}

function lookOfMention({ kind, name, records }: Mention): Look | undefined {
  const known = (row: unknown, seen: Look) => (row === undefined ? undefined : seen);
  switch (kind) {
    case 'permission':
      return known(permission(name), permissionLook);
    case 'permission group':
      return known(permissionGroup(name), groupLook);
    case 'action':
      return known(action(name), stepLook);
    case 'tool':
      return known(tool(name), stepLook);
    case 'trigger':
      return known(trigger(name), triggerLook);
    case 'auto-share':
      return autoShareWordsOf(records === true ? 'records' : 'role').some((word) => word === name)
        ? relationLook
        : undefined;
    case 'level':
      return undefined;
  }
}

type FieldAt = (at: Span) => Field | undefined;

/** Options and attributes: no name of theirs is a symbol. */
function seeValues(node: AstNode, fieldAt: FieldAt, see: See): void {
  if (!('kind' in node)) return;
  switch (node.kind) {
    case 'field':
      if ('type' in node) for (const each of node.type?.options ?? []) see(each.span, declaredOption);
      break;
    case 'comparison':
      seeOptions(node, fieldAt(node.field.span), see);
      break;
    case 'value':
      seeOptions(node, fieldAt(node.name.span), see);
      break;
    case 'attribute':
      see(node.name.span, declaredAttribute);
      break;
    case 'current user':
      if (node.attribute !== undefined) see(node.attribute.span, attribute);
      break;
  }
}

function seeOptions(of: Condition | RecordItem, field: Field | undefined, see: See): void {
  if (field === undefined || field.options.length === 0) return;
  for (const node of nodesBelow(of))
    if ('kind' in node && node.kind === 'string' && isOption(field, node.text)) see(node.span, option);
}
