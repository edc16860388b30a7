// Requests of Writ's own client: answers beside questions, and questions asked from the palette.
import { evaluate, evaluationChoices } from '../ide/evaluate.ts';
import { explainQueryAt, explanationDocument } from '../ide/explanation-document.ts';
import { findPrincipals } from '../ide/find-principals.ts';
import { inlineAnswers } from '../ide/inline-answers.ts';
import { findLines } from '../ide/list-question.ts';
import { effectivePermissionsDocument } from '../ide/permissions-document.ts';
import { syntaxProblems } from '../syntax/parse.ts';
import { type Context, projectView, spotOf, viewOf } from './context.ts';
import { toLocation } from './convert.ts';
import type {
  DocumentParams,
  EvaluateParams,
  EvaluationChoices,
  FoundPrincipals,
  InlineAnswers,
  MarkdownResult,
  PermissionsParams,
  PlaceParams,
  PrincipalsParams,
  ProjectParams,
} from './protocol.ts';
import type { ListParams, ListResult } from './protocol-lists.ts';

export function listInlineAnswers(context: Context, params: DocumentParams): InlineAnswers | null {
  const view = viewOf(context, params);
  if (view === undefined || view.held.isSilent) return null;
  const { lines, path, snapshot } = view;
  const source = snapshot.source(path);
  const answers = inlineAnswers(snapshot, path).map(({ span, lineEnd, state, short, full }) => ({
    start: lines.position(span.start),
    end: lines.position(lineEnd),
    state,
    short,
    full,
  }));
  return {
    version: context.workspace.openDocument(params.textDocument.uri)?.version ?? null,
    parses: source === undefined || syntaxProblems(source).length === 0,
    answers,
  };
}

export function listEvaluationChoices(context: Context, params: ProjectParams): EvaluationChoices | null {
  const snapshot = projectView(context, params)?.snapshot;
  return snapshot === undefined ? null : evaluationChoices(snapshot);
}

export function searchPrincipals(context: Context, params: PrincipalsParams): FoundPrincipals | null {
  const snapshot = projectView(context, params)?.snapshot;
  return snapshot === undefined ? null : findPrincipals(snapshot.model, params);
}

export function evaluateAccess(context: Context, params: EvaluateParams): MarkdownResult | null {
  const snapshot = projectView(context, params)?.snapshot;
  if (snapshot === undefined) return null;
  return { markdown: explanationDocument(snapshot, evaluate(snapshot, params.request), 'Access') };
}

export function explainQuery(context: Context, params: PlaceParams): MarkdownResult | null {
  const spot = spotOf(context, params);
  const markdown = spot && explainQueryAt(spot.snapshot, spot.path, spot.offset);
  return markdown === undefined ? null : { markdown };
}

export function showEffectivePermissions(context: Context, params: PermissionsParams): MarkdownResult | null {
  const snapshot = projectView(context, params)?.snapshot;
  return snapshot === undefined ? null : { markdown: effectivePermissionsDocument(snapshot, params.principal) };
}

export function listAnswer(context: Context, params: ListParams): ListResult | null {
  const view = projectView(context, params);
  if (view === undefined) return null;
  const found = findLines(view.snapshot, params.request, params.text ?? '');
  if ('problem' in found) return found;
  const lines = found.lines.map(({ place, when = null, ...line }) => {
    return { ...line, when, location: place === undefined ? null : toLocation(view, place) };
  });
  return { ...found, lines };
}
