// Requests that help to read and write at a place: completion, hover, fixes.
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  type Hover,
  type HoverParams,
  InsertTextFormat,
  MarkupKind,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { complete } from '../ide/completion/complete.ts';
import type { CompletionKind, CompletionItem as Suggested } from '../ide/completion/item.ts';
import { withoutPlaceholders } from '../ide/completion/snippet.ts';
import { hover } from '../ide/hover.ts';
import type { Finding, Fix } from '../rules/finding.ts';
import { type Context, type FileView, type Spot, spotOf, viewOf } from './context.ts';
import { linesOf, toDiagnostic, toRange } from './convert.ts';

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
  const { label, kind, detail, documentation, filterText, sortText, preselect, unfinished } = item;
  return {
    label,
    kind: kinds[kind],
    sortText,
    textEdit: { range: toRange(lines, item.replace), newText },
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
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

/** The fixes of what is found where the selection is. */
export function findFixes(context: Context, params: CodeActionParams): CodeAction[] {
  const only = params.context?.only;
  const isWanted = only === undefined || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
  const view = isWanted ? viewOf(context, params) : undefined;
  if (view === undefined || view.held.isSilent) return [];
  const start = view.lines.offset(params.range.start);
  const end = view.lines.offset(params.range.end);
  const isMeant = ({ place: { file, span } }: Finding) => file === view.path && span.start <= end && start <= span.end;
  const findings = view.snapshot.findings.filter((finding) => finding.fixes.length > 0 && isMeant(finding));
  return findings.flatMap((finding) => finding.fixes.map((fix) => toAction(context, view, finding, fix)));
}

function toAction(context: Context, view: FileView, finding: Finding, fix: Fix): CodeAction {
  const withRelated = context.client().textDocument?.publishDiagnostics?.relatedInformation === true;
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(view.held, view.snapshot, finding, withRelated)],
    edit: toEdit(context, view, fix),
    ...(fix.preferred ? { isPreferred: true } : {}),
  };
}

function toEdit(context: Context, { held, snapshot }: FileView, { edits }: Fix): WorkspaceEdit {
  const byUri = new Map<string, TextEdit[]>();
  for (const { place, text } of edits) {
    const uri = held.uriOf(place.file);
    const range = toRange(linesOf(snapshot, place.file), place.span);
    byUri.set(uri, [...(byUri.get(uri) ?? []), { range, newText: text }]);
  }
  if (context.client().workspace?.workspaceEdit?.documentChanges !== true)
    return { changes: Object.fromEntries(byUri) };
  const documentChanges = [...byUri].map(([uri, all]): TextDocumentEdit => {
    // With the version an editor refuses what was meant for another text.
    const version = context.workspace.openDocument(uri)?.version ?? null;
    return { textDocument: { uri, version }, edits: all };
  });
  return { documentChanges };
}
