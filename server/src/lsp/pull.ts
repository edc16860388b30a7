// Diagnostics that a client asks for itself, of a document or of all, instead of having them published.
import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Snapshot } from '../project/types.ts';
import { type Context, viewProject } from './context.ts';
import { diagnosticForm } from './convert.ts';
import { findingsByFile, type Said, say } from './diagnostics.ts';
import type { HeldProject } from './held-project.ts';
import { nothing } from './options.ts';
import type { Progress } from './progress.ts';
import type { Run } from './run.ts';
import { findInTurns } from './turns.ts';
import type { Workspace } from './workspace.ts';

/** What was last said of a file, and under which id. */
interface Answered extends Said {
  readonly id: string;
}

interface Memory {
  readonly byUri: Map<string, Answered>;
  /** Tells the ids of this server from those of one before. */
  readonly since: number;
  count: number;
}

const memories = new WeakMap<Workspace, Memory>();

function memoryOf({ workspace, host }: Context): Memory {
  const memory = memories.get(workspace) ?? { byUri: new Map(), since: host.now(), count: 0 };
  memories.set(workspace, memory);
  return memory;
}

interface Asked {
  readonly held: HeldProject;
  readonly snapshot: Snapshot;
}

const cancelled = () => new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'cancelled');

/** The state of a project once everything in it is found; undefined where nobody waits for it any more. */
async function settled(
  context: Context,
  held: HeldProject,
  token: CancellationToken,
  report?: Progress['report'],
): Promise<Asked | undefined> {
  while (!token.isCancellationRequested) {
    const { snapshot } = viewProject(context, held);
    const isWanted = () => !token.isCancellationRequested && viewProject(context, held).snapshot === snapshot;
    if (held.isSilent || (await findInTurns(context.host, snapshot, isWanted, report))) return { held, snapshot };
  }
  return undefined;
}

export async function pullDocument(
  context: Context,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
  { token }: Run,
): Promise<DocumentDiagnosticReport | ResponseError<void>> {
  const file = context.workspace.find(textDocument.uri);
  if (file === undefined) return nothing;
  const asked = await settled(context, file.held, token);
  if (asked === undefined) return cancelled();
  const findings = file.held.isSilent ? [] : asked.snapshot.findings.filter(({ place }) => place.file === file.path);
  return reportOn(context, asked, { path: file.path, findings }, previousResultId);
}

interface FileFindings {
  readonly path: string;
  readonly findings: Said['findings'];
}

function reportOn(
  context: Context,
  { held, snapshot }: Asked,
  { path, findings }: FileFindings,
  previous: string | undefined,
): DocumentDiagnosticReport {
  const memory = memoryOf(context);
  const uri = held.uriOf(path);
  const last = memory.byUri.get(uri);
  const form = diagnosticForm(context.client());
  const now = say({ held, snapshot, path, findings, version: undefined }, last, form);
  const isSame = last !== undefined && JSON.stringify(last.diagnostics) === JSON.stringify(now.diagnostics);
  const id = isSame ? last.id : `${memory.since}-${memory.count++}`;
  memory.byUri.set(uri, { ...now, id });
  if (previous === id) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
  return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: now.diagnostics };
}

/** Of every file of every project. Where the client takes parts, each project is told as soon as it is known. */
export async function pullWorkspace(
  context: Context,
  { previousResultIds, partialResultToken }: WorkspaceDiagnosticParams,
  { token, progress }: Run,
): Promise<WorkspaceDiagnosticReport | ResponseError<void>> {
  const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  const projects = context.workspace.projects();
  for (const [i, held] of projects.entries()) {
    const report: Progress['report'] = (done, of) => progress.report(i * of + done, projects.length * of);
    const asked = await settled(context, held, token, report);
    if (asked === undefined) return cancelled();
    const own = reportsOn(context, asked, previous);
    if (partialResultToken === undefined) items.push(...own);
    else context.tell(partialResultToken, { items: own });
  }
  return { items };
}

function reportsOn(
  context: Context,
  asked: Asked,
  previous: ReadonlyMap<string, string>,
): WorkspaceDocumentDiagnosticReport[] {
  const { held, snapshot } = asked;
  const versions = context.workspace.versions(held);
  return [...findingsByFile(held, snapshot)].map(([path, findings]) => {
    const uri = held.uriOf(path);
    const report = reportOn(context, asked, { path, findings }, previous.get(uri));
    return { ...report, uri, version: versions.get(path) ?? null };
  });
}
