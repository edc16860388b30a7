// A matrix that is looked at, with the real server behind it: what the panel is told, and what it may say.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { anyLook, readKept, readTold, readWish, type Told } from '../../client/src/matrix/messages.ts';
import { createMatrixSession, type MatrixSession } from '../../client/src/matrix/session.ts';
import { chooseAgainst, chooseSubject } from '../../client/src/matrix/subjects.ts';
import { type Choices, choicesOf } from '../../client/src/principals.ts';
import { matrixPage } from '../../client/src/views/matrix-page.ts';
import type { MatrixSubject } from '../../server/src/lsp/protocol-lists.ts';
import { type Session, startSession } from '../lsp/session.ts';
import { nasty } from '../support/nasty.ts';
import { play, type Script } from './played.ts';

const file = '/desk/a.writ';
const text = `user alice "alice@acme.com"
user bob "bob@acme.com"
managed role Admin { members alice }
app "Service Desk" {
  field Status: choice("New", "Open")
  role Agent { description "Works" members bob grants READ_RECORDS, CREATE_RECORDS }
  policy "Open ones" { to bob when Status is "Open" }
}
`;

interface Looked {
  readonly session: Session;
  readonly matrix: MatrixSession;
  /** Everything that the panel was told, as it takes it. */
  readonly told: Told[];
  readonly asked: string[];
}

async function look(
  subject: MatrixSubject,
  files: Readonly<Record<string, string>> = { [file]: text },
): Promise<Looked> {
  const session = await startSession({ files });
  await session.looked('/desk', () => session.open(file));
  const told: Told[] = [];
  const asked: string[] = [];
  const matrix = createMatrixSession({
    view: 'one',
    project: { project: 'file:///desk' },
    subject,
    send: (method, params) => {
      asked.push(method);
      return session.request(method, params);
    },
    tell(message) {
      const read = readTold(JSON.parse(JSON.stringify(message)));
      assert.deepEqual(read, message);
      told.push(message);
    },
  });
  return { session, matrix, told, asked };
}

function shapeIn(told: readonly Told[]) {
  const last = told.at(-1);
  assert.ok(last?.type === 'matrix', JSON.stringify(last));
  return last;
}

/** `label: words | words` of the last rows that came. */
function lines(told: readonly Told[]): string[] {
  const last = told.at(-1);
  assert.ok(last?.type === 'rows', JSON.stringify(last));
  const { rows, says } = last.rows;
  return rows.map(({ label, cells }) => {
    const words = cells.map((at) => [says[at]?.words, says[at]?.change].filter((each) => each !== null).join(' '));
    return `${label}: ${words.join(' | ')}`;
  });
}

const records = { ...anyLook, rows: 'user bob', permissions: 'read_records' };

describe('a matrix that is looked at', () => {
  it('is filtered by the server, and its rows come by slices', async () => {
    const { matrix, told, asked } = await look({ in: '"Service Desk"' });
    await matrix.look(records);
    const { shape, turn } = shapeIn(told);
    assert.equal(shape.title, 'Permissions in Service Desk, as of 2026-11-21');
    assert.deepEqual(
      [shape.rowCount, shape.shownRows, shape.columns.map(({ constant }) => constant)],
      [4, 1, ['READ_RECORDS']],
    );
    await matrix.rows(turn, 0, 100);
    assert.deepEqual(lines(told), ['bob: allowed when Status is "Open"']);
    assert.deepEqual(asked, ['writ/matrix', 'writ/matrixRows']);
    await matrix.rows(turn + 1, 0, 100);
    assert.equal(asked.length, 2);
  });

  it('is asked for anew when the project is another', async () => {
    const { session, matrix, told } = await look({ of: 'bob' });
    await matrix.look({ ...anyLook, permissions: 'create_records' });
    const before = shapeIn(told);
    await session.edit(file, 'grants READ_RECORDS, CREATE_RECORDS', 'grants READ_RECORDS');
    await matrix.rows(before.turn, 0, 100);
    const after = shapeIn(told);
    assert.notEqual(after.turn, before.turn);
    await matrix.rows(after.turn, 0, 100);
    assert.deepEqual(lines(told), [
      'organization: refused: no role grants it',
      'Service Desk: refused: no role grants it',
    ]);
  });

  it('is compared with a principal, with other texts and with nothing again', async () => {
    const { session, matrix, told } = await look({ in: '"Service Desk"' });
    await matrix.look(records);
    const compared = async (base: Parameters<MatrixSession['compare']>[0]) => {
      await matrix.compare(base);
      const { turn, against } = shapeIn(told);
      await matrix.rows(turn, 0, 1);
      return [against, ...lines(told)];
    };
    assert.deepEqual(await compared({ label: 'alice', base: { principal: 'alice' } }), [
      'alice',
      'bob: allowed when Status is "Open" narrowed',
    ]);
    await session.edit(file, 'when Status is "Open"', 'when Status is "New"');
    const saved = { label: 'saved', base: { texts: [{ uri: 'file:///desk/a.writ', text }] } };
    assert.deepEqual(await compared(saved), ['saved', 'bob: allowed when Status is "New" changed']);
    const none = { label: 'none', base: { texts: [{ uri: 'file:///desk/a.writ', text: null }] } };
    assert.deepEqual(await compared(none), ['none', 'bob: allowed when Status is "New" gained']);
    assert.deepEqual(await compared(undefined), ['', 'bob: allowed when Status is "New"']);
    await matrix.compare({ label: 'bob', base: { principal: 'bob' } });
    await matrix.look({ ...records, only: 'different' });
    assert.equal(shapeIn(told).shape.shownRows, 0);
    await matrix.compare(undefined);
    assert.deepEqual([shapeIn(told).shape.shownRows, shapeIn(told).look.only], [1, '']);
  });

  it('knows texts of files that the project has not, and none of others', async () => {
    const { matrix, told } = await look({ of: 'carol' });
    await matrix.look(anyLook);
    assert.deepEqual(told.at(-1), { type: 'problem', problem: 'there is no principal `carol`' });
    await matrix.turnTo({ of: 'bob' });
    const role = 'role More { description "More" members bob grants READ_ROLES }\n';
    for (const [uri, change] of [
      ['file:///desk/b.writ', 'same'],
      ['file:///other/b.writ', 'gained'],
      ['file:///desk/.hidden/b.writ', 'gained'],
    ] as const) {
      await matrix.compare({
        label: 'x',
        base: {
          texts: [
            { uri, text: role },
            { uri: 'file:///desk/c.writ', text: '' },
          ],
        },
      });
      await matrix.look({ ...anyLook, permissions: 'read_roles', rows: 'organization' });
      await matrix.rows(shapeIn(told).turn, 0, 1);
      const expected = change === 'same' ? 'refused: no role grants it lost' : 'refused: no role grants it same';
      assert.deepEqual(lines(told), [`organization: ${expected}`], uri);
    }
  });

  it('comes back from what the panel kept, which is little, with what is true now', async () => {
    const { session, matrix, told } = await look({ in: '"Service Desk"' });
    await matrix.compare({ label: 'alice', base: { principal: 'alice' } });
    const kept = readKept({ ...records, ...shapeIn(told).kept });
    assert.deepEqual(kept, {
      project: { project: 'file:///desk' },
      subject: { in: '"Service Desk"' },
      against: { label: 'alice', base: { principal: 'alice' } },
    });
    await matrix.compare({ label: 'saved', base: { texts: [{ uri: 'file:///desk/a.writ', text }] } });
    assert.deepEqual(shapeIn(told).kept, { ...kept, against: null });
    await session.edit(file, 'when Status is "Open"', 'when Status is "New"');
    assert.ok(kept);
    const again: Told[] = [];
    const restored = createMatrixSession({
      ...kept,
      view: 'two',
      against: kept.against ?? undefined,
      send: session.request,
      tell: (message) => again.push(message),
    });
    await restored.look(records);
    await restored.rows(shapeIn(again).turn, 0, 1);
    assert.deepEqual(lines(again), ['bob: allowed when Status is "New" narrowed']);
  });

  it('is written whole in each format', async () => {
    const { matrix } = await look({ in: '"Service Desk"' });
    await matrix.look(records);
    assert.equal(
      await matrix.text('csv'),
      'Principal,Kind,READ_RECORDS\r\nbob,user,"allowed when Status is ""Open"""\r\n',
    );
    assert.match((await matrix.text('html')) ?? '', /^<!DOCTYPE html>/);
    assert.match((await matrix.text('markdown')) ?? '', /^# Permissions in Service Desk/);
  });

  for (const [what, name] of Object.entries(nasty))
    it(`shows names that are only text: ${what}`, async () => {
      const written = JSON.stringify(name);
      const hostile = `user ${written} "a@acme.com"\nrole R { description "x" members ${written} grants READ_ROLES }\n`;
      const { matrix, told } = await look({ in: 'organization' }, { [file]: hostile });
      await matrix.look({ ...anyLook, rows: 'a@acme.com' });
      await matrix.rows(shapeIn(told).turn, 0, 1);
      for (const line of lines(told))
        assert.doesNotMatch(line, /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\ufeff]|\p{Cs}/u);
    });
});

describe('the dialogues of a matrix', () => {
  const chosen = async (script: Script, choose: (ask: ReturnType<typeof play>['ask'], choices: Choices) => unknown) => {
    const session = await startSession({ files: { [file]: text } });
    await session.looked('/desk', () => session.open(file));
    const client = { sendRequest: session.request };
    const choices = await choicesOf({ client }, { project: 'file:///desk' });
    assert.ok(choices);
    const played = play(script);
    return { result: await choose(played.ask, choices), offered: played.offered };
  };

  it('take a place or a principal', async () => {
    const all = await chosen(['"Service Desk"'], chooseSubject);
    assert.deepEqual(all.result, { in: '"Service Desk"' });
    assert.deepEqual(all.offered[0], ['"Service Desk"']);
    assert.deepEqual((await chosen(['alice'], chooseSubject)).result, { of: 'alice' });
    assert.equal((await chosen([undefined], chooseSubject)).result, undefined);
  });

  it('take what to compare with, and a source that the editor has', async () => {
    const saved = { label: 'Saved', detail: '', choose: async () => ({ label: 'saved', base: { texts: [] } }) };
    const against = (script: Script, before?: { label: string; base: { place: string } }) =>
      chosen(script, (ask, choices) =>
        chooseAgainst(ask, choices, { subject: { in: 'organization' }, against: before, sources: [saved] }),
      );
    assert.deepEqual((await against(['A principal…', 'bob'])).result, { label: 'bob', base: { principal: 'bob' } });
    const place = await against(['A place…', '"Service Desk"']);
    assert.deepEqual(place.result, { label: '"Service Desk"', base: { place: '"Service Desk"' } });
    assert.deepEqual((await against(['Saved'])).result, { label: 'saved', base: { texts: [] } });
    assert.equal((await against(['Nothing'], { label: 'x', base: { place: 'x' } })).result, 'none');
    assert.equal((await against([undefined])).result, undefined);
    assert.ok(!place.offered[0]?.includes('Nothing'));
  });
});

describe('the page of a matrix', () => {
  it('has a policy that lets in its own script and style alone, and no handler in its markup', () => {
    const page = matrixPage({
      bundle: {},
      language: 'en',
      source: 'https://own',
      script: 'https://own/m.js',
      style: 'https://own/m.css',
      nonce: 'abc',
    });
    assert.match(
      page,
      /content="default-src 'none'; style-src https:\/\/own; script-src 'nonce-abc'; base-uri 'none'; form-action 'none'"/,
    );
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.doesNotMatch(page, /\son[a-z]+=|style=|unsafe-/);
  });

  it('takes from the extension and gives to it what has its form, and nothing else', () => {
    const wishes: readonly unknown[] = [
      { type: 'look', look: anyLook },
      { type: 'rows', turn: 1, from: 0, count: 100 },
      { type: 'why', row: 'alice', permission: 'ADMIN' },
      { type: 'copy', format: 'csv' },
      { type: 'export', format: 'html' },
      ...['subject', 'compare', 'roles'].map((type) => ({ type })),
    ];
    for (const wish of wishes) assert.deepEqual(readWish({ ...(wish as object), more: 1 }), wish);
    const wrong: readonly unknown[] = [
      null,
      'why',
      [],
      {},
      { type: 'eval' },
      { type: '__proto__' },
      { type: 'look', look: { ...anyLook, only: 'all' } },
      { type: 'look', look: { rows: 1, permissions: '', only: '' } },
      { type: 'rows', turn: 1, from: -1, count: 100 },
      { type: 'rows', turn: 1, from: 0.5, count: 100 },
      { type: 'rows', turn: '1', from: 0, count: 1 },
      { type: 'why', row: 'x'.repeat(20_000), permission: 'ADMIN' },
      { type: 'why', row: 'x' },
      { type: 'export', format: 'exe' },
      { type: 'export', format: ['csv'] },
    ];
    for (const each of wrong) assert.equal(readWish(each), undefined, JSON.stringify(each));
    const kept = { project: { textDocument: { uri: 'file:///a.writ' } }, subject: { of: 'alice' }, against: null };
    assert.deepEqual(readKept({ ...kept, more: 1 }), kept);
    const against = { label: 'x', base: { place: 'organization' } };
    assert.deepEqual(readKept({ ...kept, against }), { ...kept, against });
    for (const each of [
      ...wrong,
      anyLook,
      { ...kept, project: {} },
      { ...kept, subject: { of: 1 } },
      { ...kept, against: undefined },
      { ...kept, against: { label: 'x', base: { texts: [] } } },
      { ...kept, subject: { in: 'x'.repeat(20_000) } },
    ])
      assert.equal(readKept(each), undefined, JSON.stringify(each));
    const cell = { verdict: 'allowed', words: 'allowed', change: null };
    const row = { name: 'a', label: 'a', kind: 'user', detail: '', cells: [0] };
    const told = { type: 'rows', turn: 1, from: 0, rows: { rows: [row], says: [cell] } };
    assert.deepEqual(readTold(told), told);
    for (const each of [
      ...wrong,
      { ...told, rows: { rows: [{ ...row, label: 7 }], says: [cell] } },
      { ...told, rows: { rows: [{ ...row, cells: ['0'] }], says: [cell] } },
      { ...told, rows: { rows: [row], says: [{ ...cell, verdict: 'yes' }] } },
      { type: 'matrix', turn: 1, shape: {}, look: anyLook, against: '', kept },
      { type: 'problem' },
    ])
      assert.equal(readTold(each), undefined, JSON.stringify(each));
  });
});
