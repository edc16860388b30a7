// Lists of who can and what can in the editor: looked through, with what each line comes from beside it, and peeked at.
import { commands, Position, Range, type TextEditor, Uri, ViewColumn, window } from 'vscode';
import type { ProjectParams } from '../../../server/src/lsp/protocol.ts';
import {
  type ListParams,
  type ListRequest,
  type ListResult,
  listRequest,
  type WireLine,
} from '../../../server/src/lsp/protocol-lists.ts';
import { showLines } from '../lists.ts';
import type { Writ } from '../writ.ts';

/** Gives what is shown, as soon as it is. */
export async function showList(writ: Writ, project: ProjectParams, request: ListRequest): Promise<ListResult | null> {
  const before = window.activeTextEditor;
  const failed = (error: unknown) => writ.client.error('the list could not be shown', error, false);
  const { result, shown } = await showLines(writ.ask, {
    find(text) {
      const params: ListParams = { ...project, request, text };
      return writ.client.sendRequest<ListResult | null>(listRequest, params);
    },
    preview(line) {
      goTo(line, true).catch(failed);
    },
    open: (line) => goTo(line, false),
    leave: () => goBack(before),
    peek(lines) {
      peek(writ, lines).catch(failed);
    },
  });
  if (result !== null && 'problem' in result) await window.showInformationMessage(result.problem);
  shown.catch(failed);
  return result;
}

/** A line that is written nowhere, such as what comes from a managed role, leads nowhere. */
async function goTo({ location }: WireLine, isPreview: boolean): Promise<void> {
  if (location === null) return;
  const { start, end } = location.range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(Uri.parse(location.uri), { selection, preview: true, preserveFocus: isPreview });
}

/** Where the user was before the lines were looked through. */
async function goBack(before: TextEditor | undefined): Promise<void> {
  if (before === undefined) return;
  const { document, selection, viewColumn = ViewColumn.Active } = before;
  await window.showTextDocument(document, { selection, viewColumn });
}

/** In the editor's own list, which groups them by file and shows each in its text. */
async function peek({ client }: Writ, lines: readonly WireLine[]): Promise<void> {
  const locations = lines.flatMap(({ location }) => client.protocol2CodeConverter.asLocation(location) ?? []);
  const [first] = locations;
  if (first === undefined) return;
  const editor = window.activeTextEditor;
  const uri = editor?.document.uri ?? first.uri;
  const position = editor?.selection.active ?? new Position(0, 0);
  await commands.executeCommand('editor.action.peekLocations', uri, position, locations, 'peek');
}
