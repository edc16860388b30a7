// Names that nothing declares yet: those that the project uses elsewhere, and the one that is being typed. Taking one declares it
// in the same file, behind its kind.
import type { Model } from '../../model/model.ts';
import { likelyAddress } from '../../rules/edits/create.ts';
import { addDeclaration } from '../../rules/edits/declare.ts';
import { nameAt } from '../../rules/edits/written.ts';
import type { Slot } from '../../syntax/context-slots.ts';
import { commentsIn, endBefore, indentOf, lineBreakOf, lineStart } from '../../syntax/edits/layout.ts';
import { writeName } from '../../syntax/keywords.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { TextEdit } from '../../text/edit.ts';
import { shift, touches } from '../../text/span.ts';
import { unitAt } from '../locate.ts';
import { fieldsOf } from './fields.ts';
import { matcher } from './match.ts';
import { type Request, ranks, type Suggestion } from './suggestion.ts';

type Kind = 'user' | 'group' | 'object' | 'record';

/** More names that are declared nowhere are a project's trouble, not a choice. */
const mostNames = 5;
/** Of so many objects any may be meant. */
const mostObjects = 3;
/** A shorter name is not written yet. */
const shortest = 2;
const ruleOf: Readonly<Record<Kind, string>> = {
  user: 'unknown-principal',
  group: 'unknown-principal',
  object: 'unknown-object',
  record: 'unknown-record',
};

/** Takes what may stand at the cursor, and what is offered there already: the name that is typed is new only if it is none of that. */
export function undeclared(request: Request, slot: Slot, offered: readonly Suggestion[]): readonly Suggestion[] {
  const kinds = kindsAt(request, slot);
  if (kinds.length === 0) return [];
  const { typed } = request.context;
  const names = namesElsewhere(request, kinds).filter((name) => matcher(typed)(name) !== undefined);
  const matches = matcher(typed);
  const isNew = typed.length >= shortest && !offered.some((each) => matches(each.found ?? each.label) !== undefined);
  const own = isNew && !names.includes(typed) ? [typed] : [];
  return [
    ...names.flatMap((name) => kindsFor(name, kinds).flatMap((kind) => declaring(request, kind, name, ranks.further))),
    ...own.flatMap((name) => kindsFor(name, kinds).flatMap((kind) => declaring(request, kind, name, ranks.seldom))),
  ];
}

/** What a name there could be declared as in a line of its own. */
function kindsAt(request: Request, slot: Slot): readonly Kind[] {
  switch (slot.kind) {
    case 'principal':
      return slot.qualifier?.kind === 'object'
        ? []
        : (['user', 'group'] as const).filter((kind) => slot.takes.includes(kind));
    case 'value': {
      const type = fieldsOf(request, slot.home).find(({ name }) => name === slot.field)?.type;
      if (slot.qualifier !== undefined || (slot.operator === 'contains' && type === 'group')) return [];
      return type === 'user' || type === 'group' ? [type] : [];
    }
    case 'object':
    case 'record':
      return [slot.kind];
    default:
      return [];
  }
}

/** A name in small letters is a user's, where it can be either. */
function kindsFor(name: string, kinds: readonly Kind[]): readonly Kind[] {
  if (!kinds.includes('user') || !kinds.includes('group')) return kinds;
  return /^\p{Ll}/u.test(name) ? ['user', 'group'] : ['group', 'user'];
}

/** What findings name, but for the place at the cursor; each name once. */
function namesElsewhere({ snapshot, path, context }: Request, kinds: readonly Kind[]): string[] {
  const rules = new Set(kinds.map((kind) => ruleOf[kind]));
  const names = new Set<string>();
  for (const { rule, origin, about } of snapshot.model.problems) {
    if (names.size >= mostNames) break;
    // What an object is asked for is that object's to declare.
    const name = rules.has(rule) && about?.kind !== 'object' ? nameAt(origin) : undefined;
    if (name === undefined || name === '') continue;
    const { file, span } = snapshot.place(origin);
    if (file !== path || !touches(span, context.replace.start)) names.add(name);
  }
  return [...names];
}

function declaring(request: Request, kind: Kind, name: string, rank: number): Suggestion[] {
  return textsOf(request.snapshot.model, kind, name).flatMap(({ text, detail }) => {
    const besides = edits(request, kind, text);
    return besides === undefined
      ? []
      : [{ kind, label: name, insert: { name }, detail: `new ${detail}, declared here`, besides, rank }];
  });
}

function textsOf(
  model: Model,
  kind: Kind,
  name: string,
): readonly { readonly text: string; readonly detail: string }[] {
  const written = writeName(name);
  switch (kind) {
    case 'user': {
      const address = likelyAddress(model, name);
      return address === undefined
        ? []
        : [{ text: `user ${written} ${JSON.stringify(address)}`, detail: `user ${address}` }];
    }
    case 'group':
      return [{ text: `group ${written} {}`, detail: 'group' }];
    case 'object':
      return [{ text: `app ${written} {}`, detail: 'app' }];
    case 'record': {
      const objects = [...model.objects.keys()];
      if (objects.length > mostObjects) return [];
      return objects.map((object) => ({
        text: `record ${written} in ${writeName(object)} {}`,
        detail: `record in ${object}`,
      }));
    }
  }
}

/** An editor takes edits of the same file alone, and none that touches what is written at the cursor. */
function edits({ file, path, context }: Request, kind: Kind, text: string): readonly TextEdit[] | undefined {
  const at = unitAt(file, context.replace.start);
  if (at?.unit.declaration === undefined) return undefined;
  const own = shift(at.unit.declaration.span, at.start);
  const edit = addDeclaration({ sources: new Map([[path, file]]) }, path, kind, text)[0]?.edits[0];
  const isApart = edit !== undefined && (edit.span.end < own.start || edit.span.start > context.replace.end);
  const isInside = edit !== undefined && own.start <= edit.span.start && edit.span.start < own.end;
  if (edit !== undefined && isApart && !isInside) return [edit];
  const before = above(file, own.start);
  return [{ span: { start: before, end: before }, text: text + lineBreakOf(file).repeat(2) }];
}

const lineComment = /^[ \t]*\/\/[^\r\n]*(?:\r\n|\r|\n)$/;

/** Where the lines of a declaration begin, with the line comments right above it. */
function above(file: SourceFile, start: number): number {
  const { text } = file;
  if (indentOf(text, start) === undefined) return start;
  let at = lineStart(text, start);
  while (at > 0) {
    const line = lineStart(text, endBefore(text, at));
    if (
      line >= at ||
      !lineComment.test(text.slice(line, at)) ||
      commentsIn(file, { start: line, end: at }).length === 0
    )
      break;
    at = line;
  }
  return at;
}
