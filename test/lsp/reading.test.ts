// Requests that lead somewhere or grow a selection, through the protocol: CRLF, surrogate pairs, clients that know less.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type {
  DocumentLink,
  FoldingRange,
  LinkedEditingRanges,
  Location,
  LocationLink,
  Range,
  SelectionRange,
} from 'vscode-languageserver';
import { fullCapabilities, type Session, startSession } from './session.ts';

const file = '/desk/a.writ';
const text = `directory "people.json"\r
// writ-ignore unused-role: https://x.example/\u{1F600} says so\r
role R { grants READ_RECORDS }\r
app "De\u{1F600}k" {\r
  field S: choice("N", "O")\r
}\r
record r in "De\u{1F600}k" { S "N" }\r
test "t" { record q in "De\u{1F600}k" { S "O" } expect erin cannot READ_RECORDS on q }\r
`;

const begin = async (capabilities = fullCapabilities) => {
  const session = await startSession({
    files: {
      [file]: text,
      '/desk/people.json':
        '[\n { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "erin", "active": true } ]',
    },
    capabilities,
  });
  await session.looked('/desk', () => session.open(file));
  return session;
};

const on = (line: number, from: number, to: number): Range => ({
  start: { line, character: from },
  end: { line, character: to },
});
const lead = (session: Session, method: string, word: string) =>
  session.request<Location[]>(`textDocument/${method}`, session.at(file, word));

describe('what leads somewhere', () => {
  it('leads to declarations, types and the roles that grant', async () => {
    const session = await begin();
    const uri = `file://${file}`;
    assert.deepEqual(await lead(session, 'declaration', 'erin'), [{ uri, range: on(0, 10, 23) }]);
    const [defined] = await session.request<LocationLink[]>('textDocument/definition', session.at(file, 'erin'));
    assert.deepEqual(defined?.targetUri, 'file:///desk/people.json');
    assert.deepEqual(await lead(session, 'typeDefinition', 'r in'), [{ uri, range: on(3, 4, 11) }]);
    assert.deepEqual(await lead(session, 'typeDefinition', '"O" }'), [{ uri, range: on(4, 11, 17) }]);
    assert.deepEqual(await lead(session, 'implementation', 'READ_RECORDS on'), [{ uri, range: on(2, 16, 28) }]);
    for (const method of ['declaration', 'typeDefinition', 'implementation'])
      assert.deepEqual(await lead(session, method, 'record'), []);
  });

  it('says whence to a client that shows it', async () => {
    const session = await begin({
      ...fullCapabilities,
      textDocument: {
        typeDefinition: { linkSupport: true },
        declaration: { linkSupport: true },
        implementation: { linkSupport: true },
      },
    });
    const link = async (method: string, word: string) =>
      (await session.request<LocationLink[]>(`textDocument/${method}`, session.at(file, word)))[0];
    assert.deepEqual((await link('typeDefinition', 'r in'))?.originSelectionRange, on(6, 7, 8));
    assert.deepEqual((await link('implementation', 'READ_RECORDS on'))?.originSelectionRange, on(7, 60, 72));
    assert.deepEqual((await link('declaration', 'erin'))?.originSelectionRange, on(7, 48, 52));
    const defined = await lead(session, 'definition', 'r in');
    assert.equal(defined[0]?.uri, `file://${file}`);
  });

  it('links what is outside of the file, rules only where their pages can be shown', async () => {
    const links = async (session: Session) => {
      const { textDocument } = session.at(file, '');
      return session.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
    };
    const directory = { range: on(0, 11, 22), target: 'file:///desk/people.json' };
    const address = { range: on(1, 28, 48), target: 'https://x.example/\u{1F600}' };
    assert.deepEqual(await links(await begin()), [directory, address]);
    const all = await links(
      await begin({
        ...fullCapabilities,
        textDocument: { documentLink: { tooltipSupport: true } },
        experimental: { writRulePages: true },
      }),
    );
    assert.deepEqual(
      all.map(({ target, tooltip }) => [target, tooltip?.split(':')[0]]),
      [
        [directory.target, 'directory file people.json'],
        ['writ-rule:/unused-role.md', 'rule unused-role'],
        [address.target, 'https'],
      ],
    );
  });
});

describe('selections', () => {
  it('grow at several places at once, wherever they are', async () => {
    const session = await begin();
    const { textDocument, position } = session.at(file, 'q in');
    const positions = [position, { line: 9999, character: 3 }, { line: 3, character: 7 }];
    const found = await session.request<SelectionRange[]>('textDocument/selectionRange', { textDocument, positions });
    const steps = (of: SelectionRange | undefined): Range[] =>
      of === undefined ? [] : [of.range, ...steps(of.parent)];
    assert.equal(found.length, 3);
    const whole = { start: { line: 0, character: 0 }, end: { line: 8, character: 0 } };
    for (const each of found) assert.deepEqual(steps(each).at(-1), whole);
    assert.deepEqual(steps(found[0]).slice(0, 2), [on(7, 18, 19), on(7, 11, 40)]);
    assert.deepEqual(steps(found[2]).slice(0, 3), [on(3, 5, 7), on(3, 5, 10), on(3, 4, 11)]);
    assert.deepEqual(await session.request('textDocument/selectionRange', { textDocument, positions: [] }), []);
  });

  it('stay in a document that has no parts', async () => {
    const session = await startSession({ files: { '/desk/a.writ': '', '/desk/writ.json': '{}' } });
    const params = {
      textDocument: { uri: 'file:///desk/writ.json' },
      positions: [
        { line: 9, character: 9 },
        { line: 0, character: 1 },
      ],
    };
    const found = await session.request('textDocument/selectionRange', params);
    assert.deepEqual(found, [{ range: on(0, 2, 2) }, { range: on(0, 1, 1) }]);
  });
});

describe('names that are typed together', () => {
  it('are those of a record of a test', async () => {
    const session = await begin();
    const linked = (word: string) =>
      session.request<LinkedEditingRanges | null>('textDocument/linkedEditingRange', session.at(file, word));
    assert.deepEqual((await linked('q in'))?.ranges, [on(7, 18, 19), on(7, 76, 77)]);
    assert.equal(await linked('q }'), null);
    assert.equal(await linked('r in'), null);
  });
});

describe('folds', () => {
  it('are no more than a client shows', async () => {
    const folds = async (session: Session) => {
      const { textDocument } = session.at(file, '');
      return session.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    };
    assert.deepEqual(await folds(await begin()), [{ startLine: 3, endLine: 4 }]);
    const none = { ...fullCapabilities, textDocument: { foldingRange: { rangeLimit: 0 } } };
    assert.deepEqual(await folds(await begin(none)), []);
  });
});
