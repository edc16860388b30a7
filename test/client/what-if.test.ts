// What if, and questions that were asked before: the dialogues, with the real server behind them.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { chooseEvaluation } from '../../client/src/evaluation-flow.ts';
import { choicesOf } from '../../client/src/principals.ts';
import { type Kept, recentQuestions, remember } from '../../client/src/recent-questions.ts';
import { chooseAssumption, type Supposed } from '../../client/src/what-if.ts';
import type { FoundAssumptions, WireAnswer } from '../../server/src/lsp/protocol-answers.ts';
import { startSession } from '../lsp/session.ts';
import { play, type Script } from './played.ts';

const file = '/desk/a.writ';
const text = `user alice "alice@acme.com"
user bob "bob@acme.com"
group Agents { description "All" members bob }
app Desk {
  field Status: choice("New", "Open")
  role Agent { description "Works" members Agents grants READ_RECORDS }
  policy "Open ones" { to Agents when Status is "Open" }
}
`;
const request = { principal: 'alice', permission: 'READ_RECORDS', place: 'Desk', record: [] };
const project = { project: 'file:///desk' };

async function begin() {
  const session = await startSession({ files: { [file]: text } });
  await session.looked('/desk', () => session.open(file));
  const choices = await choicesOf({ client: { sendRequest: session.request } }, project);
  assert.ok(choices);
  const find = (typed: string) =>
    session.request<FoundAssumptions>('writ/assumptions', { ...project, request, text: typed });
  const suppose = (script: Script, supposed: Supposed = { request, assume: [] }) =>
    chooseAssumption(play(script).ask, choices, supposed, find);
  return { session, choices, suppose };
}

describe('what if', () => {
  it('adds to what is assumed, sets a field, or assumes nothing again', async () => {
    const { suppose, session } = await begin();
    const joined = await suppose(['add `alice` to group `Agents`']);
    assert.deepEqual(joined, { request, assume: ['add `alice` to group `Agents`'] });
    const answer = await session.request<WireAnswer>('writ/answer', { ...project, ...joined });
    assert.equal(answer.headline, 'allowed when `Status is "Open"`');
    assert.ok(answer.lines.every(({ location }) => location?.uri === 'file:///desk/a.writ'));
    assert.deepEqual(answer.remedies, []);
  });

  it('offers the fields of the record, and to assume nothing where something is', async () => {
    const { choices } = await begin();
    const offered: string[][] = [];
    const ask = play([]).ask;
    const noted = {
      ...ask,
      async search<T>(_: string, find: (typed: string) => Promise<readonly { label: string; value: T }[]>) {
        const options = await find('');
        offered.push(options.map(({ label }) => label));
        return options.find(({ label }) => label.startsWith('Set a field'))?.value;
      },
      async pick<T>(_: string, options: readonly { label: string; value: T }[]) {
        return options[0]?.value;
      },
    };
    const none = async () => ({ assumptions: [], more: 0 });
    const next = await chooseAssumption(noted, choices, { request, assume: ['x'] }, none);
    assert.deepEqual(offered, [['Set a field of the record…', 'Assume nothing']]);
    assert.deepEqual(next, { request: { ...request, record: [{ field: 'Status', value: '"New"' }] }, assume: ['x'] });
  });

  it('is left', async () => {
    const { suppose } = await begin();
    assert.equal(await suppose([undefined]), undefined);
  });
});

function memory(value?: unknown): Kept {
  let kept = value;
  return {
    get: () => kept,
    async update(_, next) {
      kept = structuredClone(next);
    },
  };
}

describe('questions that were asked before', () => {
  const asked = (principal: string, of = 'file:///desk') => {
    return { question: `${principal} can READ_RECORDS in Desk`, project: of, request: { ...request, principal } };
  };

  it('are kept by project, the last one first, each once', async () => {
    const kept = memory();
    for (const each of [asked('alice'), asked('bob'), asked('zed', 'file:///other'), asked('alice')])
      await remember(kept, each);
    const questions = recentQuestions(kept, 'file:///desk').map(({ question }) => question);
    assert.deepEqual(questions, ['alice can READ_RECORDS in Desk', 'bob can READ_RECORDS in Desk']);
    for (let i = 0; i < 50; i++) await remember(kept, asked(`u${i}`));
    assert.equal(recentQuestions(kept, 'file:///desk').length, 20);
  });

  it('are nothing where what is kept is something else', () => {
    for (const value of [
      undefined,
      7,
      {},
      ['x', null, { question: 'x' }, { question: 'x', project: 'file:///desk', request: 7 }],
    ])
      assert.deepEqual(recentQuestions(memory(value), 'file:///desk'), []);
  });

  it('can be asked again', async () => {
    const { choices } = await begin();
    const { ask } = play(['bob can READ_RECORDS in Desk']);
    assert.deepEqual(await chooseEvaluation(ask, choices, [asked('bob')]), { ...request, principal: 'bob' });
  });
});
