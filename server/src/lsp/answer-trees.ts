// Requests about a question that is asked: its answer as a tree, what if, what would allow it, and writing it down.
import type { WorkspaceEdit } from 'vscode-languageserver';
import { type AnswerLine, answerTree, remedyEdits } from '../ide/answer/answer-tree.ts';
import { type FoundAssumptions, findAssumptions } from '../ide/answer/assumptions.ts';
import { insertionEdits } from '../ide/answer/insertion.ts';
import { questionText } from '../ide/evaluate.ts';
import { type Context, projectView, viewOf } from './context.ts';
import { type ProjectView, toLocation } from './convert.ts';
import type {
  AnswerParams,
  AssumptionsParams,
  Inserted,
  InsertParams,
  RemedyParams,
  WireAnswer,
  WireAnswerLine,
} from './protocol-answers.ts';
import { toEdit } from './workspace-edit.ts';

export function showAnswer(context: Context, params: AnswerParams): WireAnswer | null {
  const view = projectView(context, params);
  const tree = view && answerTree(view.snapshot, params);
  if (view === undefined || tree === undefined) return null;
  return {
    ...tree,
    lines: tree.lines.map((line) => wireLine(view, line)),
    remedies: tree.remedies.map((each) => ({ ...wireLine(view, each), key: each.key ?? null })),
  };
}

function wireLine(view: ProjectView, { text, state, place, children }: AnswerLine): WireAnswerLine {
  return {
    text,
    state: state ?? null,
    location: place === undefined ? null : toLocation(view, place),
    children: children.map((child) => wireLine(view, child)),
  };
}

export function listAssumptions(context: Context, params: AssumptionsParams): FoundAssumptions | null {
  const view = projectView(context, params);
  return view === undefined ? null : findAssumptions(view.snapshot, questionText(params.request), params.text);
}

export function applyRemedy(context: Context, params: RemedyParams): WorkspaceEdit | null {
  const view = projectView(context, params);
  const edits = view && remedyEdits(view.snapshot, params.request, params.key);
  return view === undefined || edits === undefined ? null : toEdit(context, view, edits);
}

export function insertQuestion(context: Context, params: InsertParams): Inserted | null {
  const view = viewOf(context, params);
  if (view === undefined) return null;
  const edits = insertionEdits(view.snapshot, { request: params.request, as: params.as, near: view.path });
  return 'problem' in edits ? edits : { edit: toEdit(context, view, edits) };
}
