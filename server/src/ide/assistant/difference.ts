// Who gained and lost what since an earlier state.
import { compareStates } from '../../project/compare-states.ts';
import { differenceToText } from '../difference-text.ts';
import { spellOutLines } from './lines.ts';
import { type AssistantTool, failed, textIn } from './tool.ts';

export const difference: AssistantTool = {
  name: 'difference',
  title: 'Compare access',
  description:
    'Who may do more or less now than in an earlier revision of the project, and why, with an example record where conditions changed.',
  narrower: 'choose a later revision',
  input: {
    type: 'object',
    additionalProperties: false,
    required: [],
    properties: {
      revision: { type: 'string', description: 'A git revision: a branch, tag or commit; HEAD when left out.' },
    },
  },
  run: async ({ snapshot, earlier }, input) => {
    const before = await earlier(textIn(input, 'revision'));
    if ('problem' in before) return failed(before.problem);
    return { text: spellOutLines(differenceToText(compareStates(before, snapshot))), failed: false };
  },
};
