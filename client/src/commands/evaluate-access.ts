// Writ: Evaluate Access… asks who, what, where and for which record, and shows the answer with its explanation.
import { window } from 'vscode';
import {
  type EvaluateParams,
  type EvaluationRequest,
  evaluateRequest,
  type MarkdownResult,
  type ProjectParams,
} from '../../../server/src/lsp/protocol.ts';
import { chooseEvaluation, chooseRecordOf } from '../evaluation-flow.ts';
import { l10n } from '../l10n.ts';
import { choicesOf } from '../principals.ts';
import { recentQuestions } from '../recent-questions.ts';
import { askAnswer } from '../views/show-answer.ts';
import { type Command, chooseProject, type Writ } from '../writ.ts';

/**
 * Called with an `EvaluationRequest` (whose `record` may also be an object of values by field, and which may name a
 * `project`), it asks nothing, with `choose: 'record'` for the record alone. Gives the URI and the text of the document that it shows.
 */
export const evaluateAccess: Command = {
  id: 'writ.evaluateAccess',
  async run(writ, argument) {
    const given = readArgument(argument);
    const project = given?.project ?? (await chooseProject(writ, window.activeTextEditor?.document.uri.toString()));
    const request = await requestOf(writ, project, given);
    if (project === undefined || request === undefined) return undefined;
    const params: EvaluateParams = { ...project, request };
    await askAnswer(writ, project, { request, assume: [] });
    const result = await writ.client.sendRequest<MarkdownResult | null>(evaluateRequest, params);
    return result === null ? undefined : writ.explanations.show(titleOf(request), result.markdown);
  },
};

/** What is given, or what is chosen; of what is given without a record, that alone. */
async function requestOf(
  { client, ask, kept }: Writ,
  project: ProjectParams | undefined,
  given: Given | undefined,
): Promise<EvaluationRequest | undefined> {
  if (project === undefined || (given !== undefined && !given.choosesRecord)) return given?.request;
  const choices = await choicesOf({ client }, project);
  if (choices === undefined) return undefined;
  return given === undefined
    ? chooseEvaluation(ask, choices, recentQuestions(kept, project.project))
    : chooseRecordOf(ask, choices, given.request);
}

function titleOf({ principal, permission }: EvaluationRequest): string {
  return principal === undefined || permission === undefined ? l10n.t('Access') : `${principal} - ${permission}`;
}

interface Given {
  readonly project: ProjectParams | undefined;
  readonly request: EvaluationRequest;
  /** `choose: 'record'`: who, what and where are given, and the record is asked. */
  readonly choosesRecord: boolean;
}

/** Undefined where the command was called from the palette or a menu, which gives nothing or the URI of a document. */
function readArgument(argument: unknown): Given | undefined {
  if (typeof argument !== 'object' || argument === null || !('principal' in argument || 'question' in argument)) {
    return undefined;
  }
  const all = new Map<string, unknown>(Object.entries(argument));
  const text = (name: string) => {
    const value = all.get(name);
    return typeof value === 'string' ? { [name]: value } : {};
  };
  const names = ['principal', 'permission', 'place', 'on', 'question'];
  const request = Object.assign({ record: readRecord(all.get('record')) }, ...names.map(text));
  const project = all.get('project');
  const choosesRecord = all.get('choose') === 'record';
  return { project: typeof project === 'string' ? { project } : undefined, request, choosesRecord };
}

function readRecord(record: unknown): readonly { readonly field: string; readonly value: string }[] {
  if (Array.isArray(record)) return record.map(({ field, value }) => ({ field: String(field), value: String(value) }));
  const values = typeof record === 'object' && record !== null ? Object.entries(record) : [];
  return values.map(([field, value]) => ({ field, value: String(value) }));
}
