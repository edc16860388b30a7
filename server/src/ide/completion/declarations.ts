// Declarations at the top of a file, properties and declarations in blocks, fields and relations of records.
import type { ItemSlot, RecordItemSlot } from '../../syntax/context-slots.ts';
import { writeName } from '../../syntax/keywords.ts';
import { attributes } from './attributes.ts';
import { fieldType } from './documents.ts';
import { fieldsOf } from './fields.ts';
import { type Found, type Request, ranks, type Suggestion } from './suggestion.ts';
import { declarationTemplates, itemTemplates, relationTemplates, type Template } from './templates.ts';

export function declarations(request: Request): Found {
  const { organization } = request.snapshot.model;
  const known = organization.origin === undefined || isOrganization(request) ? [] : ['organization'];
  return fromTemplates(request, declarationTemplates, new Set(known), ranks.declaration);
}

/** The word at the cursor is that of the organization itself. */
function isOrganization({ file, context }: Request): boolean {
  const index = file.starts.indexOf(context.replace.start);
  return context.typed !== '' && file.units[index]?.declaration?.kind === 'organization';
}

export function items(request: Request, { block, object, present }: ItemSlot): Found {
  if (block === 'record') return [];
  const templates = itemTemplates[block].filter(({ only }) => only === undefined || only.includes(object ?? ''));
  const all = fromTemplates(request, templates, present, ranks.property);
  return block === 'user' ? [...all, ...attributes(request, { kind: 'attribute', declared: true, present })] : all;
}

export function recordItems(request: Request, { home, present }: RecordItemSlot): Found {
  const unsaid = fieldsOf(request, home).filter((each) => !present.has(each.name) && each.type !== 'attachment');
  const fields = unsaid.map(
    (each): Suggestion => ({
      kind: 'field',
      label: each.name,
      insert: request.context.quoted ? { name: each.name } : { words: `${writeName(each.name)} ` },
      detail: fieldType(each),
      rank: ranks.name,
    }),
  );
  return [...fields, ...fromTemplates(request, relationTemplates, present, ranks.further)];
}

function fromTemplates(
  { context }: Request,
  templates: readonly Template[],
  present: ReadonlySet<string>,
  rank: number,
): readonly Suggestion[] {
  const isFree = ({ label, many, unless }: Template) =>
    many === true || (!present.has(firstWord(label)) && (unless === undefined || !present.has(unless)));
  return templates.filter(isFree).map(({ label, detail, body }) => {
    const isSnippet = body.includes('$');
    // Where the rest of it stands there already, only its words are meant.
    const insert = context.followed ? { words: `${label} ` } : isSnippet ? { snippet: body } : { words: body };
    return { kind: isSnippet && body.includes('\n') ? 'snippet' : 'keyword', label, insert, detail, rank };
  });
}

function firstWord(label: string): string {
  return label.split(' ', 1)[0] ?? '';
}
