// Asks a question and shows its answer as a tree; of what somebody asks it is remembered that it was asked.

import type { ProjectParams } from '../../../server/src/lsp/protocol.ts';
import { type AnswerParams, answerRequest, type WireAnswer } from '../../../server/src/lsp/protocol-answers.ts';
import { remember } from '../recent-questions.ts';
import type { Supposed } from '../what-if.ts';
import type { Writ } from '../writ.ts';

/** Somebody asks it. Gives the answer; undefined where there is none, as nothing can be so. */
export async function askAnswer(
  writ: Writ,
  project: ProjectParams,
  supposed: Supposed,
): Promise<WireAnswer | undefined> {
  const answer = await showAnswer(writ, project, supposed);
  if (answer !== undefined) await writ.answers.reveal();
  if (answer !== undefined && project.project !== undefined)
    await remember(writ.kept, { question: answer.question, project: project.project, request: supposed.request });
  return answer;
}

/** The same of a question that was asked before. */
export async function showAnswer(
  writ: Writ,
  project: ProjectParams,
  { request, assume }: Supposed,
): Promise<WireAnswer | undefined> {
  const params: AnswerParams = { ...project, request, assume };
  const answer = await writ.client.sendRequest<WireAnswer | null>(answerRequest, params);
  if (answer === null) return undefined;
  await writ.answers.show({ project, request, answer });
  return answer;
}
