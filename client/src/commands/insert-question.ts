// Writ: Insert Question… writes the question that was asked last into the file: as a query, an expectation, or its record.
import { window } from 'vscode';
import {
  type Inserted,
  type InsertedAs,
  type InsertParams,
  insertRequest,
} from '../../../server/src/lsp/protocol-answers.ts';
import { textsIn } from '../arguments.ts';
import type { Option } from '../ask.ts';
import { l10n } from '../l10n.ts';
import type { Command } from '../writ.ts';
import { writeInserted } from '../write-inserted.ts';

const forms = (): readonly Option<InsertedAs>[] => [
  { label: 'query', description: l10n.t('shows its answer, always current'), value: 'query' },
  { label: 'expect', description: l10n.t('holds today, and fails when it no longer does'), value: 'expect' },
  { label: 'record', description: l10n.t('what was said of the record, with a name'), value: 'record' },
];

/** Called with `{ as }`, it asks nothing. Gives true where something was written. */
export const insertQuestion: Command = {
  id: 'writ.insertQuestion',
  async run(writ, argument) {
    const shown = writ.answers.shown();
    const document = window.visibleTextEditors.find((each) => each.document.languageId === 'writ')?.document;
    if (shown === undefined || document === undefined) {
      await window.showInformationMessage(l10n.t('Ask a question first, and open the file that it is to stand in.'));
      return false;
    }
    const given = forms().find(({ value }) => value === textsIn(argument)['as'])?.value;
    const as = given ?? (await writ.ask.pick(l10n.t('Insert the question as what?'), forms()));
    if (as === undefined) return false;
    const params: InsertParams = { textDocument: { uri: document.uri.toString() }, request: shown.request, as };
    const inserted = await writ.client.sendRequest<Inserted | null>(insertRequest, params);
    return inserted !== null && writeInserted(writ, inserted);
  },
};
