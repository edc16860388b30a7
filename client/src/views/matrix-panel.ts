// The panel of a matrix: its page, and what it wants done by the editor and the server.
import {
  type Disposable,
  env,
  ThemeIcon,
  Uri,
  ViewColumn,
  l10n as vscodeL10n,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import {
  type EvaluateParams,
  effectivePermissionsRequest,
  evaluateRequest,
  type MarkdownResult,
  type ProjectParams,
} from '../../../server/src/lsp/protocol.ts';
import type { MatrixFormat, MatrixShape, MatrixSubject } from '../../../server/src/lsp/protocol-lists.ts';
import { l10n } from '../l10n.ts';
import { type Kept, readKept, readWish, type Told, type Wish } from '../matrix/messages.ts';
import { createMatrixSession, type MatrixSession } from '../matrix/session.ts';
import { chooseAgainst, chooseSubject } from '../matrix/subjects.ts';
import { choicesOf } from '../principals.ts';
import { shownText } from '../shown-text.ts';
import type { Writ } from '../writ.ts';
import { matrixPage } from './matrix-page.ts';
import { savedTexts } from './saved-texts.ts';
import { askAnswer } from './show-answer.ts';

const viewType = 'writ.matrix';

let count = 0;

/** Opens one; gives what it is like, or why there is none. */
export async function openMatrix(
  writ: Writ,
  project: ProjectParams,
  subject: MatrixSubject,
): Promise<MatrixShape | { readonly problem: string }> {
  const panel = window.createWebviewPanel(viewType, l10n.t('Permissions'), ViewColumn.Active);
  return fill(writ, panel, { project, subject, against: null });
}

/** Panels that were open when VS Code was closed come back with it, and ask anew: of what was answered they keep nothing. */
export function restoreMatrices(writ: Writ): Disposable {
  return window.registerWebviewPanelSerializer(viewType, {
    async deserializeWebviewPanel(panel, state) {
      const kept = readKept(state);
      if (kept === undefined) panel.dispose();
      else await fill(writ, panel, kept);
    },
  });
}

function fill(writ: Writ, panel: WebviewPanel, kept: Kept): Promise<MatrixShape | { readonly problem: string }> {
  const folder = Uri.joinPath(writ.extensionUri, 'dist', 'webview');
  const { webview } = panel;
  panel.iconPath = new ThemeIcon('table');
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  count++;
  return new Promise((resolve) => {
    const tell = (told: Told) => {
      if (told.type === 'matrix') {
        panel.title = titleOf(told.shape);
        resolve(told.shape);
      } else if (told.type === 'problem') resolve({ problem: told.problem });
      webview.postMessage(told).then(undefined, () => {
        // The panel is gone.
      });
    };
    const send = <R>(method: string, params: object) => writ.client.sendRequest<R>(method, params);
    const { project, subject, against } = kept;
    const parts = { view: `matrix-${count}`, project, subject, against: against ?? undefined };
    const session = createMatrixSession({ ...parts, send, tell });
    const failed = (error: unknown) => writ.client.error('the matrix could not be shown', error, false);
    const changed = writ.changed(() => {
      session.refresh().catch(failed);
    });
    webview.onDidReceiveMessage((message: unknown) => {
      const wish = readWish(message);
      if (wish !== undefined) grant(writ, session, wish).catch(failed);
    });
    panel.onDidDispose(() => {
      changed.dispose();
      resolve({ problem: l10n.t('the panel was closed') });
    });
    webview.html = pageOf(panel, folder);
  });
}

function titleOf({ name }: MatrixShape): string {
  return shownText(l10n.t('{0} - permissions', name));
}

function pageOf({ webview }: WebviewPanel, folder: Uri): string {
  return matrixPage({
    source: webview.cspSource,
    script: webview.asWebviewUri(Uri.joinPath(folder, 'matrix.js')).toString(true),
    style: webview.asWebviewUri(Uri.joinPath(folder, 'matrix.css')).toString(true),
    bundle: vscodeL10n.bundle ?? {},
    language: env.language,
    nonce: globalThis.crypto.randomUUID().replaceAll('-', ''),
  });
}

async function grant(writ: Writ, session: MatrixSession, wish: Wish): Promise<void> {
  switch (wish.type) {
    case 'look':
      return session.look(wish.look);
    case 'rows':
      return session.rows(wish.turn, wish.from, wish.count);
    case 'why':
      return explain(writ, session, wish);
    case 'copy':
    case 'export':
      return keep(session, wish);
    case 'roles':
      return showRoles(writ, session);
    case 'subject':
      return turn(writ, session);
    case 'compare':
      return compare(writ, session);
  }
}

async function explain(writ: Writ, { project, subject }: MatrixSession, wish: Extract<Wish, { type: 'why' }>) {
  const of = subject();
  const { row, permission } = wish;
  const asked = 'in' in of ? { principal: row, place: of.in } : { principal: of.of, place: row };
  const request = { ...asked, permission, record: [] };
  await askAnswer(writ, project, { request, assume: [] });
  const params: EvaluateParams = { ...project, request };
  const result = await writ.client.sendRequest<MarkdownResult | null>(evaluateRequest, params);
  if (result !== null) await writ.explanations.show(`${asked.principal} - ${permission}`, result.markdown);
}

async function showRoles(writ: Writ, { project, subject }: MatrixSession): Promise<void> {
  const of = subject();
  if ('in' in of) return;
  const params = { ...project, principal: of.of };
  const result = await writ.client.sendRequest<MarkdownResult | null>(effectivePermissionsRequest, params);
  if (result !== null) await writ.explanations.show(l10n.t('{0} - permissions', of.of), result.markdown);
}

async function turn(writ: Writ, session: MatrixSession): Promise<void> {
  const choices = await choicesOf(writ, session.project);
  const subject = choices && (await chooseSubject(writ.ask, choices));
  if (subject !== undefined) await session.turnTo(subject);
}

async function compare(writ: Writ, session: MatrixSession): Promise<void> {
  const choices = await choicesOf(writ, session.project);
  if (choices === undefined) return;
  const compared = { subject: session.subject(), against: session.against(), sources: [savedTexts()] };
  const against = await chooseAgainst(writ.ask, choices, compared);
  if (against !== undefined) await session.compare(against === 'none' ? undefined : against);
}

const endings: Readonly<Record<MatrixFormat, string>> = { csv: 'csv', markdown: 'md', html: 'html' };

async function keep(session: MatrixSession, { type, format }: { type: 'copy' | 'export'; format: MatrixFormat }) {
  const text = await session.text(format);
  if (text === undefined) await session.refresh();
  else if (type === 'copy') {
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(l10n.t('Permissions copied'), 3000);
  } else await save(text, endings[format]);
}

async function save(text: string, ending: string): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  const name = `permissions.${ending}`;
  const target = await window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder.uri, name) }),
    filters: { [ending.toUpperCase()]: [ending] },
  });
  if (target !== undefined) await workspace.fs.writeFile(target, new TextEncoder().encode(text));
}
