// Completion: the list as the client can take it; what there is to say of one item comes when that is looked at.
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Position,
} from 'vscode-languageserver';
import { complete } from '../ide/completion/complete.ts';
import type { CompletionKind, CompletionItem as Suggested } from '../ide/completion/item.ts';
import { withoutPlaceholders } from '../ide/completion/snippet.ts';
import { lineBreakOf } from '../syntax/edits/layout.ts';
import { type Span, span } from '../text/span.ts';
import { type Context, type Spot, spotOf } from './context.ts';
import { toRange } from './convert.ts';

const adjusted = InsertTextMode.adjustIndentation;

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  snippet: CompletionItemKind.Snippet,
  permission: CompletionItemKind.Constant,
  level: CompletionItemKind.Keyword,
  'permission-group': CompletionItemKind.Module,
  role: CompletionItemKind.Interface,
  user: CompletionItemKind.Variable,
  group: CompletionItemKind.Module,
  'service-account': CompletionItemKind.Variable,
  object: CompletionItemKind.Class,
  field: CompletionItemKind.Field,
  option: CompletionItemKind.EnumMember,
  operator: CompletionItemKind.Operator,
  action: CompletionItemKind.Function,
  tool: CompletionItemKind.Function,
  trigger: CompletionItemKind.Event,
  record: CompletionItemKind.Struct,
  value: CompletionItemKind.Value,
  attribute: CompletionItemKind.Property,
  type: CompletionItemKind.TypeParameter,
  word: CompletionItemKind.Keyword,
  rule: CompletionItemKind.Reference,
};

/** Where a list was asked for, so that one of its items can be looked up again. */
interface Asked {
  readonly uri: string;
  readonly position: Position;
}

/** What the client can take. */
interface Form {
  readonly snippets: boolean;
  readonly bothRanges: boolean;
  readonly labelDetails: boolean;
  readonly commits: boolean;
  readonly indents: boolean;
  /** Properties that may come later. */
  readonly later: ReadonlySet<string>;
  /** Properties that the list may say for all items. */
  readonly defaults: ReadonlySet<string>;
}

function formOf(context: Context): Form {
  const { completionItem: item, completionList: list } = context.client().textDocument?.completion ?? {};
  return {
    snippets: item?.snippetSupport === true,
    bothRanges: item?.insertReplaceSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    commits: item?.commitCharactersSupport === true,
    indents: item?.insertTextModeSupport?.valueSet.includes(adjusted) === true,
    later: new Set(item?.resolveSupport?.properties ?? []),
    defaults: new Set(list?.itemDefaults ?? []),
  };
}

export async function findCompletions(context: Context, params: CompletionParams): Promise<CompletionList> {
  const spot = spotOf(context, params);
  if (spot === undefined) return { isIncomplete: false, items: [] };
  const { items, incomplete } = complete(spot.snapshot, spot.path, spot.offset);
  const form = formOf(context);
  const asked: Asked = { uri: params.textDocument.uri, position: params.position };
  const common = commonOf(items, form);
  const isCommon = form.defaults.has('data');
  const defaults = {
    ...(isCommon ? { data: asked } : {}),
    ...(common === undefined ? {} : { editRange: rangesOf(spot, common, form) }),
  };
  return {
    isIncomplete: incomplete,
    ...(Object.keys(defaults).length === 0 ? {} : { itemDefaults: defaults }),
    items: await withDocuments(form, items, (item) => {
      const shown = { ...toItem(spot, item, form), ...(isCommon ? {} : { data: asked }) };
      return placed(spot, shown, { item, form, common, asked });
    }),
  };
}

/** What there is to say of each is there too where the client asks nothing later. */
async function withDocuments(
  { later }: Form,
  items: readonly Suggested[],
  show: (item: Suggested) => CompletionItem,
): Promise<CompletionItem[]> {
  if (later.has('documentation')) return items.map(show);
  return Promise.all(items.map(async (item) => ({ ...show(item), ...(await documentOf(item)) })));
}

/** The item with all that is said of it. */
export async function resolveCompletion(context: Context, shown: CompletionItem): Promise<CompletionItem> {
  const asked = askedOf(shown.data);
  const spot = asked && spotOf(context, { textDocument: { uri: asked.uri }, position: asked.position });
  if (spot === undefined) return shown;
  const found = complete(spot.snapshot, spot.path, spot.offset).items.find(
    (each) => each.label === shown.label && kinds[each.kind] === shown.kind,
  );
  return found === undefined ? shown : { ...shown, ...(await documentOf(found)) };
}

function askedOf(data: unknown): Asked | undefined {
  const all = new Map<string, unknown>(typeof data === 'object' && data !== null ? Object.entries(data) : []);
  const uri = all.get('uri');
  const position = all.get('position');
  return typeof uri === 'string' && isPosition(position) ? { uri, position } : undefined;
}

function isPosition(value: unknown): value is Position {
  if (typeof value !== 'object' || value === null || !('line' in value && 'character' in value)) return false;
  return typeof value.line === 'number' && typeof value.character === 'number';
}

async function documentOf({ document }: Suggested): Promise<Pick<CompletionItem, 'documentation'>> {
  return document === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: await document() } };
}

/** Where most items are written, if a list can say it for all. */
function commonOf(items: readonly Suggested[], { defaults }: Form): Span | undefined {
  return defaults.has('editRange') ? items[0]?.replace : undefined;
}

function toItem({ lines }: Spot, item: Suggested, form: Form): CompletionItem {
  const { label, kind, detail, filterText, sortText, preselect, besides, commit } = item;
  const isSnippet = item.isSnippet && form.snippets;
  return {
    label,
    kind: kinds[kind],
    sortText,
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(detail === undefined || !form.labelDetails ? {} : { labelDetails: { description: detail } }),
    ...(filterText === undefined ? {} : { filterText }),
    ...(preselect === undefined ? {} : { preselect }),
    ...(form.commits && commit !== undefined ? { commitCharacters: [...commit] } : {}),
    ...(form.indents && item.insertText.includes('\n') ? { insertTextMode: adjusted } : {}),
    ...(besides === undefined
      ? {}
      : { additionalTextEdits: besides.map((edit) => ({ range: toRange(lines, edit.span), newText: edit.text })) }),
  };
}

interface Placed {
  readonly item: Suggested;
  readonly form: Form;
  readonly common: Span | undefined;
  readonly asked: Asked;
}

/** The item with where and what it writes. */
function placed(spot: Spot, shown: CompletionItem, { item, form, common, asked }: Placed): CompletionItem {
  const { replace, unfinished } = item;
  const newText = textOf(spot, item, form);
  const isCommon = common !== undefined && common.start === replace.start && common.end === replace.end;
  const ranges = rangesOf(spot, replace, form);
  const edit = isCommon
    ? { textEditText: newText }
    : { textEdit: 'insert' in ranges ? { newText, ...ranges } : { newText, range: ranges } };
  // `data` of its own stands in place of the list's.
  return unfinished === true ? { ...shown, ...edit, data: { ...asked, unfinished } } : { ...shown, ...edit };
}

/** The lines of a snippet are the editor's, which lays them out; plain text is written as it is, so it ends its lines as the file does. */
function textOf({ snapshot, path }: Spot, { insertText, isSnippet }: Suggested, { snippets }: Form): string {
  if (isSnippet && snippets) return insertText;
  const text = isSnippet ? withoutPlaceholders(insertText) : insertText;
  const source = snapshot.source(path);
  return source === undefined ? text : text.replaceAll('\n', lineBreakOf(source));
}

/** Behind the cursor the rest of a bare word may stay, that of a quoted text may not: its quote would be left. */
function rangesOf({ lines, offset, snapshot, path }: Spot, replace: Span, { bothRanges }: Form) {
  const whole = toRange(lines, replace);
  if (!bothRanges) return whole;
  const isQuoted = snapshot.source(path)?.text.charAt(replace.start) === '"';
  return { insert: isQuoted ? whole : toRange(lines, span(replace.start, offset)), replace: whole };
}
