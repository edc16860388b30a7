// The dialogue of Evaluate Access, led by answers that are given beforehand.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { chooseEvaluation, chooseRecordOf } from '../../client/src/evaluation-flow.ts';
import type { Choices } from '../../client/src/principals.ts';
import { evaluationChoices } from '../../server/src/ide/evaluate.ts';
import { findPrincipals } from '../../server/src/ide/find-principals.ts';
import { createProject } from '../../server/src/project/project.ts';
import { type Played, play, type Script } from '../client/played.ts';

const text = `user alice "alice@acme.com"
group Agents { description "Queue" members alice }
app "Service Desk" {
  field Title: text
  field Priority: number
  field Due: date
  field Opened: datetime
  field Urgent: boolean
  field Status: choice("New", "In Work")
  field Labels: choices("vip", "late")
  field Owner: user
  field Team: group
  field Proof: attachment
  service account "Triage Bot" { purpose "Routes" }
}
record ticket in "Service Desk" { Title "Printer" }
`;

const project = createProject('/p', {
  files: new Map([['a.writ', { text }]]),
  settings: undefined,
  directories: new Map(),
  today: 20_000,
});
const snapshot = project.snapshot();
const choices: Choices = {
  ...evaluationChoices(snapshot),
  find: async (search) => findPrincipals(snapshot.model, search),
};

async function checkRequest(script: Script, expected: unknown): Promise<Played> {
  const played = play(script);
  assert.deepEqual(await chooseEvaluation(played.ask, choices), expected);
  assert.equal(played.left(), 0, 'questions that were not asked');
  return played;
}

const asked = { principal: 'alice', permission: 'READ_RECORDS' };
const inDesk = { ...asked, place: '"Service Desk"' };
const toDesk = ['alice', 'READ_RECORDS', '"Service Desk"'];

describe('Evaluate Access asks', () => {
  it('who, what and where', async () => {
    const { offered } = await checkRequest([...toDesk, 'For any record'], { ...inDesk, record: [] });
    assert.deepEqual(offered[0], ['alice']);
    for (const name of ['Agents', '"Service Desk"."Triage Bot"'])
      assert.deepEqual((await checkRequest([name, undefined], undefined)).offered[0], [name]);
    assert.deepEqual(offered[2], ['organization', '"Service Desk"', 'ticket']);
  });

  it('for a declared record', () => checkRequest(['alice', 'READ_RECORDS', 'ticket'], { ...asked, on: 'ticket' }));

  it('no record in the organization', () =>
    checkRequest(['alice', 'READ_RECORDS', 'organization'], { ...asked, place: 'organization', record: [] }));

  it('field by field, each once, what its type allows', async () => {
    const script = [
      ...toDesk,
      ...['Title', '=A "quoted" one', 'Priority', '=-2.5', 'Due', '=2026-11-21', 'Opened', '=2026-11-21T09:30Z'],
      ...[
        'Urgent',
        'true',
        'Status',
        '"In Work"',
        'Labels',
        ['"vip"', '"late"'],
        'Owner',
        '"Service Desk"."Triage Bot"',
      ],
      ...['Team', 'Agents', 'Proof', 'empty'],
    ];
    const { offered } = await checkRequest(script, {
      ...inDesk,
      record: [
        { field: 'Title', value: '"A \\"quoted\\" one"' },
        { field: 'Priority', value: '-2.5' },
        { field: 'Due', value: '2026-11-21' },
        { field: 'Opened', value: '2026-11-21T09:30Z' },
        { field: 'Urgent', value: 'true' },
        { field: 'Status', value: '"In Work"' },
        { field: 'Labels', value: '("vip", "late")' },
        { field: 'Owner', value: '"Service Desk"."Triage Bot"' },
        { field: 'Team', value: 'Agents' },
        { field: 'Proof', value: 'empty' },
      ],
    });
    assert.ok(offered.slice(5).every((labels) => !labels.includes('Title')));
  });

  it('for the record alone, where who, what and where are given', async () => {
    const question = { principal: 'alice', permission: 'READ_RECORDS', place: '"Service Desk"' };
    const { ask, offered } = play(['Status', '"New"', 'That is all']);
    assert.deepEqual(await chooseRecordOf(ask, choices, question), {
      ...question,
      record: [{ field: 'Status', value: '"New"' }],
    });
    assert.deepEqual(offered[0]?.slice(0, 2), ['For any record', 'Title']);
    assert.equal(await chooseRecordOf(play([undefined]).ask, choices, question), undefined);
    const ofNone = { principal: 'alice', permission: 'CREATE_RECORDS', place: '"Service Desk"' };
    assert.equal(await chooseRecordOf(play([]).ask, choices, ofNone), ofNone);
  });

  it('until enough is said', () =>
    checkRequest([...toDesk, 'Labels', [], 'Title', '=', 'That is all'], {
      ...inDesk,
      record: [
        { field: 'Labels', value: 'empty' },
        { field: 'Title', value: 'empty' },
      ],
    }));

  it('again for the field where a value is left', () =>
    checkRequest([...toDesk, 'Status', undefined, 'Labels', ['"vip"'], 'That is all'], {
      ...inDesk,
      record: [{ field: 'Labels', value: '"vip"' }],
    }));

  it('nothing more once it is left', async () => {
    await checkRequest([undefined], undefined);
    await checkRequest(['alice', undefined], undefined);
    await checkRequest(['alice', 'READ_RECORDS', undefined], undefined);
    await checkRequest([...toDesk, undefined], undefined);
  });

  it('says what is wrong with what is typed', async () => {
    for (const [field, text, example] of [
      ['Priority', '=three', 'a number, such as 3 or -2.5'],
      ['Due', '=21.11.2026', 'a date, such as 2026-11-21'],
      ['Opened', '=2026-11-21', 'a date and time with its offset, such as 2026-11-21T09:30Z'],
    ] as const) {
      const { offered } = await checkRequest([...toDesk, field, text, undefined], undefined);
      assert.deepEqual(offered.at(-2), [example]);
    }
  });
});
