// What an editor offers to do at a place: the fixes of what is found there, each with what it does to access, and all safe ones.
import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import { titleOf } from '../ide/fix-effect.ts';
import { ignoreHere } from '../ide/ignore-here.ts';
import { textChanges } from '../ide/text-changes.ts';
import { fixAll } from '../project/fix-all.ts';
import { proveFixes } from '../project/proved-fix.ts';
import type { Snapshot } from '../project/types.ts';
import type { Finding, Fix } from '../rules/finding.ts';
import { type Context, type FileView, viewOf } from './context.ts';
import { diagnosticForm, toDiagnostic } from './convert.ts';
import { showRuleCommand } from './protocol.ts';
import { toEdit } from './workspace-edit.ts';

/** Below `source.fixAll`, which an editor may run on every save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.writ`;

export function findActions(context: Context, params: CodeActionParams): CodeAction[] {
  const view = viewOf(context, params);
  if (view === undefined || view.held.isSilent) return [];
  return [
    ...(isWanted(params, CodeActionKind.QuickFix) ? findFixes(context, view, params) : []),
    // Nobody looks for it in the list of what can be done at a place.
    ...(params.context.only !== undefined && isWanted(params, fixAllKind) ? findFixAll(context, view) : []),
  ];
}

/** A kind asks for those below it, the empty one for all. */
function isWanted({ context: { only } }: CodeActionParams, kind: string): boolean {
  return only === undefined || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`));
}

/** The fixes of what is found where the selection is. */
function findFixes(context: Context, view: FileView, { range }: CodeActionParams): CodeAction[] {
  const start = view.lines.offset(range.start);
  const end = view.lines.offset(range.end);
  const isMeant = ({ place: { file, span } }: Finding) => file === view.path && span.start <= end && start <= span.end;
  const found = view.snapshot.findings.filter(isMeant).map((finding) => ({ context, view, finding }));
  return [
    ...found.flatMap((each) => offersOf(view, each.finding).map((offer) => toAction(each, offer))),
    ...(diagnosticForm(context.client()).withPages ? showRules(found) : []),
    ...found.flatMap(toIgnoring),
  ];
}

/** Why each finding is one, behind what can be done about it. */
function showRules(found: readonly Found[]): CodeAction[] {
  return [...new Set(found.map(({ finding }) => finding.rule))].map((rule) => {
    const title = `Show rule \`${rule}\``;
    const diagnostics = found.filter(({ finding }) => finding.rule === rule).map(diagnosticOf);
    const command = { title, command: showRuleCommand, arguments: [rule] };
    return { title, kind: CodeActionKind.QuickFix, diagnostics, command };
  });
}

/** The last that anybody should reach for. */
function toIgnoring(found: Found): CodeAction[] {
  const ignoring = ignoreHere(found.view.snapshot, found.finding);
  if (ignoring === undefined) return [];
  const { title, edits } = ignoring;
  return [toAction(found, { title, fix: { title, edits, safe: false, preferred: false } })];
}

interface Offer {
  readonly fix: Fix;
  /** With what the fix does. */
  readonly title: string;
}

/** An editor asks again at each move of the cursor. A finding may outlive its state, what its fixes do does not. */
const known = new WeakMap<Snapshot, Map<Finding, readonly Offer[]>>();

function offersOf({ snapshot }: FileView, finding: Finding): readonly Offer[] {
  const ofState = known.get(snapshot) ?? new Map<Finding, readonly Offer[]>();
  known.set(snapshot, ofState);
  const found =
    ofState.get(finding) ??
    proveFixes(snapshot, finding).map((proved) => ({ fix: proved.fix, title: titleOf(proved) }));
  ofState.set(finding, found);
  return found;
}

interface Found {
  readonly context: Context;
  readonly view: FileView;
  readonly finding: Finding;
}

function diagnosticOf({ context, view, finding }: Found): Diagnostic {
  return toDiagnostic(view.held, view.snapshot, finding, diagnosticForm(context.client()));
}

function toAction(found: Found, { fix, title }: Offer): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(found)],
    edit: toEdit(found.context, found.view, fix.edits),
    ...(fix.preferred ? { isPreferred: true } : {}),
  };
}

/** Of the one document: an editor that saves it does not want others changed. */
function findFixAll(context: Context, view: FileView): CodeAction[] {
  const { path, snapshot } = view;
  const { after, made } = fixAll(snapshot, { covers: (file) => file === path, isWanted: () => true });
  const [text, fixed] = [snapshot.source(path)?.text, after.source(path)?.text];
  if (made.length === 0 || text === undefined || fixed === undefined) return [];
  const edits = textChanges(text, fixed).map((edit) => ({ place: { file: path, span: edit.span }, text: edit.text }));
  const title = `Make all safe fixes (${made.length}, access unchanged)`;
  return [{ title, kind: fixAllKind, edit: toEdit(context, view, edits) }];
}
