// Words of the catalogue in a unit: what is named there is no symbol of the project but a row of the platform's data.
import type { Level } from '../catalogue/types.ts';
import type { AutoShare, Grant, Step, Trigger } from '../syntax/ast.ts';
import { type AstNode, nodesBelow } from '../syntax/ast-path.ts';
import type { Unit } from '../syntax/source-file.ts';
import type { Span } from '../text/span.ts';

export type MentionKind = 'permission' | 'level' | 'permission group' | 'action' | 'tool' | 'trigger' | 'auto-share';

/** A word of the catalogue as written, whether or not the catalogue has it. */
export interface Mention {
  readonly kind: MentionKind;
  readonly name: string;
  /** Relative to the unit. */
  readonly span: Span;
  /** Of a level and of a permission group: the level that is spoken of. */
  readonly level?: Level;
  /** Of a level: the group that it is a level of. */
  readonly group?: string;
  /** Of an auto-share word: true where records are shared by it, false where it gives a role. */
  readonly records?: boolean;
}

const known = new WeakMap<Unit, readonly Mention[]>();

/** All mentions of a unit in the order of the text; computed once for a unit. */
export function mentionsOf(unit: Unit): readonly Mention[] {
  const before = known.get(unit);
  if (before !== undefined) return before;
  const found: Mention[] = [];
  if (unit.declaration !== undefined) for (const node of nodesBelow(unit.declaration)) found.push(...mentionsIn(node));
  known.set(unit, found);
  return found;
}

/** Those of one node, not of those below it. */
export function mentionsIn(node: AstNode): readonly Mention[] {
  if ('permissions' in node)
    return node.permissions.map((name) => ({ kind: 'permission', name: name.text, span: name.span }));
  if (!('kind' in node)) return [];
  switch (node.kind) {
    case 'permission':
    case 'level':
      return grantMentions(node);
    case 'action':
    case 'tool':
    case 'trigger':
      return wordMentions(node);
    case 'auto-share':
      return shareMentions(node);
    default:
      return [];
  }
}

function grantMentions(grant: Grant): readonly Mention[] {
  if (grant.kind === 'permission') return [{ kind: 'permission', name: grant.name.text, span: grant.name.span }];
  const { level, word, group } = grant;
  const levelMention: Mention = { kind: 'level', name: level, span: word, level };
  if (group === undefined) return [levelMention];
  return [
    { ...levelMention, group: group.text },
    { kind: 'permission group', name: group.text, span: group.span, level },
  ];
}

function wordMentions({ kind, word }: Step | Trigger): readonly Mention[] {
  return word === undefined ? [] : [{ kind, name: word.text, span: word.span }];
}

function shareMentions({ words, records }: AutoShare): readonly Mention[] {
  return words.map((word) => ({ kind: 'auto-share', name: word.text, span: word.span, records }));
}
