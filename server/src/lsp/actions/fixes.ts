// What may be done about findings: their fixes, the pages of their rules, and ignoring them.
import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { titleOf } from '../../ide/fix-effect.ts';
import { ignoreHere } from '../../ide/ignore-here.ts';
import { type ProvedFix, proveFixes } from '../../project/proved-fix.ts';
import type { Snapshot } from '../../project/types.ts';
import type { Finding, Fix } from '../../rules/finding.ts';
import { notesOn } from '../../text/notes.ts';
import { diagnosticForm, toDiagnostic } from '../convert.ts';
import { showRuleCommand } from '../protocol.ts';
import { toEdit } from '../workspace-edit.ts';
import type { Group, Spot } from './group.ts';

/** One group for each finding that touches the place. */
export function fixGroups(spot: Spot): Group[] {
  return findingsAt(spot).map((finding) => ({
    prove: () =>
      offersOf(spot.view.snapshot, finding).map((proved) => ({
        action: toAction(spot, finding, proved.fix, titleOf(proved)),
        key: keyOf(finding, proved.fix),
        does: { edits: proved.fix.edits, isUnchanged: isUnchanged(proved) },
      })),
    offer: () =>
      spot.view.snapshot
        .fixesOf(finding)
        .map((fix) => ({ action: toAction(spot, finding, fix, fix.title), key: keyOf(finding, fix), promises: false })),
  }));
}

function keyOf({ rule, place }: Finding, { title }: Fix): string {
  return `${rule} ${place.span.start} ${title}`;
}

function findingsAt({ view: { path, lines, snapshot }, range }: Spot): Finding[] {
  const start = lines.offset(range.start);
  const end = lines.offset(range.end);
  return snapshot.findings.filter(
    ({ place: { file, span } }) => file === path && span.start <= end && start <= span.end,
  );
}

/** An editor asks again at each move of the cursor. A finding may outlive its state, what its fixes do does not. */
const known = notesOn<Snapshot, Map<Finding, readonly ProvedFix[]>>();

function offersOf(snapshot: Snapshot, finding: Finding): readonly ProvedFix[] {
  const ofState = known.get(snapshot) ?? new Map<Finding, readonly ProvedFix[]>();
  known.set(snapshot, ofState);
  const found = ofState.get(finding) ?? proveFixes(snapshot, finding);
  ofState.set(finding, found);
  return found;
}

function isUnchanged({ difference: { entries, unknown }, uncovers }: ProvedFix): boolean {
  return entries.length + unknown.length + uncovers.length === 0;
}

function toAction(spot: Spot, finding: Finding, { preferred }: Fix, title: string): CodeAction {
  const diagnostics = [diagnosticOf(spot, finding)];
  return { title, kind: CodeActionKind.QuickFix, diagnostics, ...(preferred ? { isPreferred: true } : {}) };
}

function diagnosticOf({ context, view }: Spot, finding: Finding): Diagnostic {
  return toDiagnostic(view, finding, diagnosticForm(context.client()));
}

/** Behind the fixes: why each finding is one, and the last that anybody should reach for. */
export function afterwords(spot: Spot): CodeAction[] {
  const found = findingsAt(spot);
  const pages = diagnosticForm(spot.context.client()).withPages ? showRules(spot, found) : [];
  return [...pages, ...found.flatMap((finding) => toIgnoring(spot, finding))];
}

function showRules(spot: Spot, found: readonly Finding[]): CodeAction[] {
  return [...new Set(found.map(({ rule }) => rule))].map((rule) => {
    const title = `Show rule \`${rule}\``;
    const diagnostics = found.filter((finding) => finding.rule === rule).map((finding) => diagnosticOf(spot, finding));
    const command = { title, command: showRuleCommand, arguments: [rule] };
    return { title, kind: CodeActionKind.QuickFix, diagnostics, command };
  });
}

function toIgnoring(spot: Spot, finding: Finding): CodeAction[] {
  const ignoring = ignoreHere(spot.view.snapshot, finding);
  if (ignoring === undefined) return [];
  const { title, edits } = ignoring;
  const action = toAction(spot, finding, { title, edits, safe: false, preferred: false }, title);
  return [{ ...action, edit: toEdit(spot.context, spot.view, edits) }];
}
