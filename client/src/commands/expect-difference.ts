// Writ: Generate Expectations from the Difference… writes a test of what is shown in its tree, or of the part that was chosen.
import { window } from 'vscode';
import type { Inserted } from '../../../server/src/lsp/protocol-answers.ts';
import {
  type DifferenceTestParams,
  differenceTestRequest,
  type WireNode,
} from '../../../server/src/lsp/protocol-difference.ts';
import { textsIn } from '../arguments.ts';
import type { Option } from '../ask.ts';
import { l10n } from '../l10n.ts';
import { nodeOf } from '../open-side.ts';
import type { Command } from '../writ.ts';
import { writeInserted } from '../write-inserted.ts';

type Side = DifferenceTestParams['side'];

const sides = (): readonly Option<Side>[] => [
  { label: l10n.t('As it is now'), description: l10n.t('holds, and fails when the change is undone'), value: 'after' },
  { label: l10n.t('As it was'), description: l10n.t('fails until the change is undone'), value: 'before' },
];

/** Called with a line of the tree, it writes of that alone; with a `side`, it asks nothing. Gives true where something was written. */
export const expectDifference: Command = {
  id: 'writ.expectDifference',
  async run(writ, argument) {
    const shown = writ.differenceView.shown();
    if (shown === undefined) return false;
    const given = sides().find(({ value }) => value === textsIn(argument)['side'])?.value;
    const side = given ?? (await writ.ask.pick(l10n.t('Expect which of the two states?'), sides()));
    if (side === undefined) return false;
    const node = nodeOf(argument);
    const params: DifferenceTestParams = {
      ...shown,
      side,
      ...(node === undefined ? {} : { entries: entriesIn(node) }),
    };
    const inserted = await writ.client.sendRequest<Inserted | null>(differenceTestRequest, params);
    if (inserted !== null) return writeInserted(writ, inserted);
    await window.showInformationMessage(l10n.t('Nothing is compared any more.'));
    return false;
  },
};

function entriesIn({ entry, children = [] }: WireNode): string[] {
  return entry === undefined ? children.flatMap(entriesIn) : [entry];
}
