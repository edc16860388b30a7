// What an editor offers to do at a place, and what it does when somebody chooses it.
import {
  type CancellationToken,
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  LSPErrorCodes,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import type { Project } from '../project/project.ts';
import { afterwords, fixGroups } from './actions/fixes.ts';
import { type Group, isWanted, type Proved, type Spot, settled } from './actions/group.ts';
import { refactoringGroups } from './actions/refactorings.ts';
import { wholeFileGroups } from './actions/whole-file.ts';
import { type Context, viewOf } from './context.ts';
import type { Run } from './run.ts';
import { pause } from './turns.ts';
import { toEdit } from './workspace-edit.ts';

/** How long it is looked at, in milliseconds, what each does: while somebody types, and when somebody asks. */
const budgets = { automatic: 30, invoked: 500 } as const;

/**
 * Each is made in memory before it is offered, and its title says what it does to access. Where that takes too long, the
 * rest is offered as it is, and looked at when it is chosen: for clients that can wait for the edit until then.
 */
export async function findActions(
  context: Context,
  params: CodeActionParams,
  run: Run,
): Promise<CodeAction[] | ResponseError<void>> {
  const spot = spotOf(context, params.textDocument, params.range, params.context.only);
  if (spot === undefined) return [];
  const isAutomatic = params.context.triggerKind === CodeActionTriggerKind.Automatic;
  const until = context.host.now() + (isAutomatic ? budgets.automatic : budgets.invoked);
  const actions: CodeAction[] = [];
  for (const group of groupsAt(spot, isAutomatic)) {
    const isLate = context.host.now() + (costs.get(spot.view.held.project) ?? 0) > until;
    if (canResolve(context) && isLate) actions.push(...unsettled(spot, group));
    else for (const proved of timed(spot, group)) actions.push(...settled(spot, proved));
    await pause(context.host);
    const stopped = stoppedBy(spot, params.textDocument, run.token);
    // Another file of the project changed: what was found so far may not hold, and the client would not ask again.
    if (stopped === 'elsewhere') return findActions(context, params, run);
    if (stopped !== undefined) return stopped;
  }
  return isWanted(spot.only, CodeActionKind.QuickFix) ? [...actions, ...afterwords(spot)] : actions;
}

/** What the last one took, by project: the next will take about that. */
const costs = new WeakMap<Project, number>();

function timed({ context, view }: Spot, group: Group): readonly Proved[] {
  const before = context.host.now();
  const proved = group.prove();
  costs.set(view.held.project, context.host.now() - before);
  return proved;
}

function spotOf(
  context: Context,
  textDocument: { readonly uri: string },
  range: Range,
  only: CodeActionContext['only'],
): Spot | undefined {
  const view = viewOf(context, { textDocument });
  return view === undefined || view.held.isSilent ? undefined : { context, view, range, only };
}

/** Nobody who only moves the cursor wants to be shown that something could be written otherwise. */
function groupsAt(spot: Spot, isAutomatic: boolean): Group[] {
  const { range, only } = spot;
  const isCursor = range.start.line === range.end.line && range.start.character === range.end.character;
  return [
    ...(isWanted(only, CodeActionKind.QuickFix) ? fixGroups(spot) : []),
    ...(isAutomatic && isCursor && only === undefined ? [] : refactoringGroups(spot)),
    ...wholeFileGroups(spot),
  ];
}

function canResolve(context: Context): boolean {
  const can = context.client().textDocument?.codeAction;
  return can?.dataSupport === true && can.resolveSupport?.properties.includes('edit') === true;
}

function stoppedBy(
  { context, view }: Spot,
  textDocument: { readonly uri: string },
  token: CancellationToken,
): ResponseError<void> | 'elsewhere' | undefined {
  if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  const now = viewOf(context, { textDocument });
  if (now?.snapshot === view.snapshot) return undefined;
  if (now?.snapshot.source(now.path)?.text === view.snapshot.source(view.path)?.text) return 'elsewhere';
  return new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed');
}

/** What a client gives back with an action that it wants to be done. */
interface ActionData {
  readonly uri: string;
  readonly version: number | undefined;
  readonly range: Range;
  readonly key: string;
  readonly promises: boolean;
}

function unsettled({ context, view, range }: Spot, group: Group): CodeAction[] {
  const uri = view.held.uriOf(view.path);
  const version = context.workspace.openDocument(uri)?.version;
  return group.offer().map(({ action, key, promises }): CodeAction => {
    const data: ActionData = { uri, version, range, key, promises };
    return { ...action, data };
  });
}

/** Gives the action with its edit; an error says why it is not made. What its title did not say is shown before it is done. */
export function resolveAction(context: Context, action: CodeAction): CodeAction | ResponseError<void> {
  const { data } = action;
  if (!isActionData(data)) return action;
  const spot = spotOf(context, data, data.range, action.kind === undefined ? undefined : [action.kind]);
  if (spot === undefined || context.workspace.openDocument(data.uri)?.version !== data.version)
    return new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed');
  for (const group of groupsAt(spot, false)) {
    if (!group.offer().some(({ key }) => key === data.key)) continue;
    const found = group.prove().find(({ key }) => key === data.key);
    if (found === undefined) return refusal(action, 'it would not do what it is for, or bring an error');
    if ('refused' in found.does) return refusal(action, found.does.refused);
    const { edits, isUnchanged } = found.does;
    const label = { text: found.action.title, isConfirmed: data.promises || isUnchanged };
    return { ...action, ...withCommand(found.action), edit: toEdit(context, spot.view, edits, label) };
  }
  return refusal(action, 'it is not there any more');
}

function withCommand({ command }: CodeAction): Pick<CodeAction, 'command'> {
  return command === undefined ? {} : { command };
}

function refusal({ title }: CodeAction, why: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, `${title}: ${why}`);
}

function isActionData(data: unknown): data is ActionData {
  return typeof data === 'object' && data !== null && 'uri' in data && 'range' in data && 'key' in data;
}
