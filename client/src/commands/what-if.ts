// Writ: What If… assumes something of the question that was asked last, with nothing written, and shows the answer then.
import { window } from 'vscode';
import { assumptionsRequest, type FoundAssumptions } from '../../../server/src/lsp/protocol-answers.ts';
import { l10n } from '../l10n.ts';
import { choicesOf } from '../principals.ts';
import { askAnswer } from '../views/show-answer.ts';
import { chooseAssumption } from '../what-if.ts';
import type { Command } from '../writ.ts';

/** Called with `{ assume }`, a list of texts, it asks nothing. Gives the answer. */
export const whatIf: Command = {
  id: 'writ.whatIf',
  async run(writ, argument) {
    const shown = writ.answers.shown();
    if (shown === undefined) {
      await window.showInformationMessage(l10n.t('Ask a question first: Evaluate Access…'));
      return undefined;
    }
    const { project, request, answer } = shown;
    const given = assumedIn(argument);
    if (given !== undefined) return askAnswer(writ, project, { request, assume: given });
    const choices = await choicesOf(writ, project);
    if (choices === undefined) return undefined;
    const none: FoundAssumptions = { assumptions: [], more: 0 };
    const find = async (text: string) =>
      (await writ.client.sendRequest<FoundAssumptions | null>(assumptionsRequest, { ...project, request, text })) ??
      none;
    const next = await chooseAssumption(writ.ask, choices, { request, assume: answer.assumed }, find);
    return next && askAnswer(writ, project, next);
  },
};

function assumedIn(argument: unknown): readonly string[] | undefined {
  if (typeof argument !== 'object' || argument === null || !('assume' in argument)) return undefined;
  const { assume } = argument;
  return Array.isArray(assume) ? assume.filter((each) => typeof each === 'string') : undefined;
}
