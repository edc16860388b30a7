// Requests that help to read and write at a place: completion and hover.
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  type Hover,
  type HoverParams,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import { complete } from '../ide/completion/complete.ts';
import type { CompletionKind, CompletionItem as Suggested } from '../ide/completion/item.ts';
import { withoutPlaceholders } from '../ide/completion/snippet.ts';
import { hover } from '../ide/hover.ts';
import { type Context, type Spot, spotOf } from './context.ts';
import { toRange } from './convert.ts';

/** Signs after which an editor asks for completion by itself; letters it takes for that anyway. */
export const completionTriggers: string[] = ['"', '.'];

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

export function findCompletions(context: Context, params: CompletionParams): CompletionList {
  const spot = spotOf(context, params);
  if (spot === undefined) return { isIncomplete: false, items: [] };
  const { items, incomplete } = complete(spot.snapshot, spot.path, spot.offset);
  const takesSnippets = context.client().textDocument?.completion?.completionItem?.snippetSupport === true;
  return { isIncomplete: incomplete, items: items.map((item) => toItem(spot, item, takesSnippets)) };
}

function toItem({ lines }: Spot, item: Suggested, takesSnippets: boolean): CompletionItem {
  const isSnippet = item.isSnippet && takesSnippets;
  const newText = item.isSnippet && !takesSnippets ? withoutPlaceholders(item.insertText) : item.insertText;
  const { label, kind, detail, document, filterText, sortText, preselect, unfinished } = item;
  return {
    label,
    kind: kinds[kind],
    sortText,
    textEdit: { range: toRange(lines, item.replace), newText },
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(detail === undefined ? {} : { detail }),
    ...(document === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: document() } }),
    ...(filterText === undefined ? {} : { filterText }),
    ...(preselect === undefined ? {} : { preselect }),
    ...(unfinished === true ? { data: { unfinished } } : {}),
  };
}

export function findHover(context: Context, params: HoverParams): Hover | null {
  const spot = spotOf(context, params);
  const found = spot && hover(spot.snapshot, spot.path, spot.offset);
  if (spot === undefined || found === undefined) return null;
  return { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: toRange(spot.lines, found.span) };
}
