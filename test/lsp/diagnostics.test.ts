// What is published, when, and for which files.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { startSession } from './session.ts';

const people = 'user alice "alice@acme.com"\n';
const desk = {
  '/desk/writ.json': '{}',
  '/desk/people.writ': people,
  '/desk/desk.writ': 'group Agents { description "Queue" members alice, bob }\nmanaged role Admin { members Agents }\n',
};

describe('diagnostics', () => {
  it('come for closed files, with the rule, its severity and the exact place', async () => {
    const session = await startSession({ files: desk });
    assert.equal(session.published('/desk/people.writ'), undefined);
    const [finding] = session.published('/desk/desk.writ')?.diagnostics ?? [];
    assert.equal(finding?.code, 'unknown-principal');
    assert.equal(finding?.source, 'writ');
    assert.equal(finding?.severity, DiagnosticSeverity.Error);
    assert.deepEqual(finding?.range, { start: { line: 0, character: 50 }, end: { line: 0, character: 53 } });
  });

  it('follow each change, in other files too, and say which version they are of', async () => {
    const session = await startSession({ files: desk });
    await session.looked('/desk', () => session.open('/desk/people.writ'));
    assert.deepEqual(session.published('/desk/people.writ'), { version: 1, diagnostics: [] });
    await session.looked('/desk', () =>
      session.edit('/desk/people.writ', people, `${people}user bob "bob@acme.com"\n`),
    );
    assert.deepEqual(session.problems('/desk/desk.writ'), []);
    assert.equal(session.published('/desk/people.writ')?.version, 2);
    await session.looked('/desk', () => session.edit('/desk/people.writ', 'user bob', 'user'));
    assert.deepEqual(session.problems('/desk/desk.writ'), ['unknown-principal']);
    assert.ok(session.problems('/desk/people.writ').includes('syntax'));
  });

  it('count UTF-16 code units in lines of LF, CRLF and CR', async () => {
    const text = '// \u{1f600}é\r\n/* \u{1f600} */ group G { members bob }\ruser x "x@y.z" user x "x@z.y"\n';
    const session = await startSession({ files: { '/desk/a.writ': text } });
    const ranges = (session.published('/desk/a.writ')?.diagnostics ?? []).map(({ code, range }) => [code, range.start]);
    assert.ok(
      ranges.some(([code, start]) => code === 'unknown-principal' && isAt(start, 1, 27)),
      JSON.stringify(ranges),
    );
    assert.ok(
      ranges.some(([code, start]) => code === 'duplicate-name' && isAt(start, 2, 20)),
      JSON.stringify(ranges),
    );
  });

  it('name places beside the finding where the client shows them', async () => {
    const files = { '/desk/a.writ': people, '/desk/b.writ': people };
    const session = await startSession({ files });
    const published = [...related(session.published('/desk/a.writ')), ...related(session.published('/desk/b.writ'))];
    assert.equal(published.length, 1);
    assert.deepEqual(published[0]?.location.range.start, { line: 0, character: 5 });
    const plain = await startSession({ files, capabilities: {} });
    assert.deepEqual([...related(plain.published('/desk/a.writ')), ...related(plain.published('/desk/b.writ'))], []);
  });

  it('mark what is unused as unnecessary', async () => {
    const files = { '/desk/a.writ': 'role Idle { description "Reads" grants READ_RECORDS }\n' };
    const session = await startSession({ files });
    const found = session.published('/desk/a.writ')?.diagnostics.find(({ code }) => String(code).startsWith('unused-'));
    if (found !== undefined) assert.deepEqual(found.tags, [DiagnosticTag.Unnecessary]);
  });

  it('go when their file goes, and stay as long as something in it is to be saved', async () => {
    const session = await startSession({ files: desk });
    await session.looked('/desk', () => session.open('/desk/desk.writ'));
    await session.looked('/desk', () => session.edit('/desk/desk.writ', ' ', '  '));
    await session.disk({ '/desk/desk.writ': undefined, '/desk/people.writ': `${people}// still` });
    await session.looked('/desk', () => session.disk({ '/desk/people.writ': `${people}// there` }));
    assert.deepEqual(session.problems('/desk/desk.writ'), ['unknown-principal']);
    await session.looked('/desk', () => session.close('/desk/desk.writ'));
    assert.deepEqual(session.published('/desk/desk.writ'), { version: undefined, diagnostics: [] });
  });

  it('go with their file, also where folders are read anew while the project is looked at', async () => {
    const session = await startSession({ files: { '/desk/laws.writ': '}\n' } });
    assert.deepEqual(session.problems('/desk/laws.writ'), ['syntax']);
    session.slowDown(16);
    await session.disk({ '/desk/laws.writ': undefined, '/desk/laws.bak': '' });
    await session.disk({ '/desk/more.bak': '' });
    await session.request('writ/projects', {});
    await session.until(() => session.problems('/desk/laws.writ').length === 0);
  });

  it('say what is wrong with the settings, as they are typed', async () => {
    const session = await startSession({ files: { ...desk, '/desk/writ.json': '{ "rulez": {} }' } });
    assert.deepEqual(session.problems('/desk/writ.json'), ['settings']);
    await session.looked('/desk', () => session.open('/desk/writ.json'));
    await session.looked('/desk', () => session.edit('/desk/writ.json', 'rulez', 'rules'));
    assert.deepEqual(session.problems('/desk/writ.json'), []);
    await session.looked('/desk', () => session.edit('/desk/writ.json', '{}', '{ "no-such-rule": "off" }'));
    const [finding] = session.published('/desk/writ.json')?.diagnostics ?? [];
    assert.deepEqual(finding?.range, { start: { line: 0, character: 13 }, end: { line: 0, character: 27 } });
  });

  it('report a file that is not UTF-8, at its start', async () => {
    const bytes = Uint8Array.from('group Büro { }', (each) => each.charCodeAt(0));
    const session = await startSession({ files: { ...desk, '/desk/b.writ': bytes } });
    assert.deepEqual(session.problems('/desk/b.writ'), ['unreadable-file']);
    const [finding] = session.published('/desk/b.writ')?.diagnostics ?? [];
    assert.deepEqual(finding?.range.start, { line: 0, character: 0 });
    // What the editor shows of it is text: it takes over while the document is open.
    await session.looked('/desk', () => session.open('/desk/b.writ', 'managed role "API Developer" { members alice }'));
    assert.deepEqual(session.problems('/desk/b.writ'), []);
    await session.looked('/desk', () => session.close('/desk/b.writ'));
    assert.deepEqual(session.problems('/desk/b.writ'), ['unreadable-file']);
  });

  it('read the directory files that declarations name, and follow them', async () => {
    const staff = (name: string) =>
      JSON.stringify([{ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: name }]);
    const session = await startSession({
      files: {
        '/desk/people.writ': 'directory "in/staff.json"\nmanaged role Admin { members alice }\n',
        '/desk/in/staff.json': staff('alice'),
      },
    });
    assert.deepEqual(session.problems('/desk/people.writ'), []);
    await session.until(() => session.watched().includes('file:///desk|in/staff.json'));
    await session.looked('/desk', () => session.disk({ '/desk/in/staff.json': staff('bob') }));
    assert.deepEqual(session.problems('/desk/people.writ'), ['unknown-principal']);
    await session.looked('/desk', () => session.disk({ '/desk/in': undefined }));
    assert.ok(session.problems('/desk/people.writ').includes('directory-unreadable'));
    await session.looked('/desk', () => session.open('/desk/people.writ'));
    await session.disk({ '/desk/other.json': staff('alice') });
    await session.edit('/desk/people.writ', 'in/staff', 'other');
    await session.until(() => session.problems('/desk/people.writ').length === 0);
    await session.until(() => session.watched().includes('file:///desk|other.json'));
  });

  for (const gone of ['/desk/in', '/desk'])
    it(`miss directory files that go with all of ${gone}, where a document is written`, async () => {
      const text = 'directory "staff.json"\nmanaged role Admin { members alice }\n';
      const staff = '[{ "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "alice" }]';
      const session = await startSession({
        files: { '/desk/in/writ.json': '{}', '/desk/in/a.writ': text, '/desk/in/staff.json': staff },
        folders: ['/desk/in'],
      });
      await session.looked('/desk/in', () => session.open('/desk/in/a.writ'));
      await session.looked('/desk/in', () => session.edit('/desk/in/a.writ', ' ', '  '));
      assert.deepEqual(session.problems('/desk/in/a.writ'), []);
      await session.disk({ [gone]: undefined });
      await session.until(() => session.problems('/desk/in/a.writ').includes('directory-unreadable'));
    });

  it('are made anew when the day changes', async () => {
    const text = [
      'user alice "alice@acme.com"',
      'role Old { description "Reads" members alice grants READ_RECORDS expires 2026-11-21 }',
      'app A { description "A" default policy }',
      'expect alice can READ_RECORDS in A',
    ].join('\n');
    const session = await startSession({ files: { '/desk/a.writ': text.replace('description "A" ', '') } });
    assert.equal(session.problems('/desk/a.writ').includes('failed-expectation'), false);
    await session.looked('/desk', () => session.advance(13 * 3_600_000));
    assert.ok(session.problems('/desk/a.writ').includes('failed-expectation'));
  });
});

function isAt(position: unknown, line: number, character: number): boolean {
  return JSON.stringify(position) === JSON.stringify({ line, character });
}

function related(published: ReturnType<Awaited<ReturnType<typeof startSession>>['published']>) {
  return (published?.diagnostics ?? []).flatMap((each) => each.relatedInformation ?? []);
}
