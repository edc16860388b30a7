// What every request is answered from: the workspace, what the client can do, and the place that it asks about.
import type { ClientCapabilities, Position, ProgressToken } from 'vscode-languageserver';
import type { LineMap } from '../text/line-map.ts';
import type { Comparisons } from './comparisons.ts';
import { linesOf, type ProjectView } from './convert.ts';
import { type HeldProject, snapshotOn } from './held-project.ts';
import { type Host, today } from './host.ts';
import { encodingOf } from './position-encoding.ts';
import type { Preferences } from './preferences.ts';
import { commandsOption, type ProjectParams } from './protocol.ts';
import type { Workspace } from './workspace.ts';

export interface Context {
  readonly host: Host;
  readonly workspace: Workspace;
  readonly comparisons: Comparisons;
  /** Has the client ask for lenses again: what they say has changed without an edit. */
  readonly lensesChanged: () => void;
  /** What the client said at the start; nothing before that. */
  readonly client: () => ClientCapabilities;
  readonly preferences: () => Preferences;
  /** Sends a part of an answer, or how far it is, under the token that the client gave for it. */
  readonly tell: (token: ProgressToken, value: unknown) => void;
}

/** Whether the client has a command of its own that it may be given. */
export function hasCommand(context: Context, command: string): boolean {
  const all: unknown = context.client().experimental?.[commandsOption];
  return Array.isArray(all) && all.includes(command);
}

/** A file of a project as it is now. */
export interface FileView extends ProjectView {
  readonly path: string;
  readonly lines: LineMap;
}

export interface Spot extends FileView {
  /** UTF-16 code units from the start of the file. */
  readonly offset: number;
}

/** Undefined for a document that is neither open nor in a project, and for one without text. */
export function viewOf(
  context: Context,
  { textDocument }: { readonly textDocument: { readonly uri: string } },
): FileView | undefined {
  const file = context.workspace.find(textDocument.uri);
  if (file === undefined) return undefined;
  const view = viewProject(context, file.held);
  return { ...view, path: file.path, lines: linesOf(view, file.path) };
}

/** The place that a request about a position means; a position outside of the text is cut to it. */
export function spotOf(
  context: Context,
  params: { readonly textDocument: { readonly uri: string }; readonly position: Position },
): Spot | undefined {
  const view = viewOf(context, params);
  return view === undefined ? undefined : { ...view, offset: view.lines.offset(params.position) };
}

/** A project's state today. */
export function viewProject(context: Context, held: HeldProject): ProjectView {
  return { held, snapshot: snapshotOn(held, today(context.host)), encoding: encodingOf(context.client()) };
}

/** The project that is meant, as it is today; undefined where that is not clear. */
export function projectView(context: Context, params: ProjectParams | null): ProjectView | undefined {
  const held = heldOf(context, params ?? {});
  return held === undefined ? undefined : viewProject(context, held);
}

/** Undefined where it is not clear which one is meant. */
export function heldOf({ workspace }: Context, { textDocument, project }: ProjectParams): HeldProject | undefined {
  const file = textDocument === undefined ? undefined : workspace.find(textDocument.uri);
  if (file !== undefined) return file.held;
  const all = workspace.projects();
  if (project !== undefined) return all.find((held) => held.uri === project);
  return all.length === 1 ? all[0] : undefined;
}
