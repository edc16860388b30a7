// What a line of the answer's tree offers: the edit that allows what is refused.
import { workspace } from 'vscode';
import { type RemedyParams, remedyRequest } from '../../../server/src/lsp/protocol-answers.ts';
import { textsIn } from '../arguments.ts';
import { showAnswer } from '../views/show-answer.ts';
import type { Command } from '../writ.ts';

/** Not in the palette. Called with a line of the tree, or its `{ key }`; gives true where something was written. */
export const applyRemedy: Command = {
  id: 'writ.applyRemedy',
  async run(writ, argument) {
    const shown = writ.answers.shown();
    const { key } = textsIn(argument);
    if (shown === undefined || key === undefined) return false;
    const { project, request } = shown;
    const params: RemedyParams = { ...project, request, key };
    const wire = await writ.client.sendRequest<object | null>(remedyRequest, params);
    const edit = wire === null ? undefined : await writ.client.protocol2CodeConverter.asWorkspaceEdit(wire);
    if (edit === undefined || !(await workspace.applyEdit(edit))) return false;
    await showAnswer(writ, project, { request, assume: [] });
    return true;
  },
};
