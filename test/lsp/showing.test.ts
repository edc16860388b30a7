// Hints, lenses and signatures through the protocol: what clients can take, settings, and what is asked for later.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { CodeLens, InlayHint, InlayHintLabelPart, SignatureHelp } from 'vscode-languageserver';
import { fullCapabilities, type Options, type Session, startSession } from './session.ts';

const file = '/desk/a.writ';
const text = `user alice "alice@acme.com"
group Agents {
  members alice
}
role Reader {
  members Agents
  grants READ_RECORDS, view on Attachments
}
app Desk {
  field Status: choice("New", "Open")
  policy P { to Agents when Status is "Open" }
}
query alice can READ_RECORDS in Desk
`;
const uri = 'file:///desk/a.writ';
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

const lazy = { resolveSupport: { properties: ['tooltip', 'label.location'] } };
const editor = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: { ...fullCapabilities.textDocument, inlayHint: lazy },
};
const commands = ['writ.showReferences', 'writ.showEffectivePermissions', 'writ.evaluateAccess', 'writ.explainQuery'];

async function begin(options: Partial<Options> = {}): Promise<Session> {
  const session = await startSession({ files: { [file]: text }, ...options });
  await session.looked('/desk', () => session.open(file));
  return session;
}

async function hintsOf(session: Session, range = whole): Promise<InlayHint[]> {
  return session.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });
}

const labelOf = ({ label }: InlayHint): string =>
  typeof label === 'string' ? label : label.map(({ value }) => value).join('');

async function labels(session: Session, range = whole): Promise<string[]> {
  return (await hintsOf(session, range)).map(labelOf);
}

async function titles(session: Session): Promise<string[]> {
  const lenses = await session.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  assert.ok(lenses.every(({ command }) => command === undefined));
  const resolved = await Promise.all(lenses.map((each) => session.request<CodeLens>('codeLens/resolve', each)));
  return resolved.map(({ command }) => `${command?.title} > ${command?.command}`);
}

const all = ['1 person', 'READ_ATTACHMENTS', '1 person', '◐ allowed when Status is "Open"'];

describe('inlay hints in the protocol', () => {
  it('are those of the range', async () => {
    const session = await begin();
    assert.deepEqual(await labels(session), all);
    const line = { start: { line: 6, character: 0 }, end: { line: 6, character: 99 } };
    assert.deepEqual(await labels(session, line), ['READ_ATTACHMENTS']);
  });

  it('have their tooltips and places at once where nothing can be asked later', async () => {
    const session = await begin();
    const [hint] = await hintsOf(session);
    assert.match(JSON.stringify(hint?.tooltip), /Members.*alice/);
    const [part] = (hint?.label ?? []) as InlayHintLabelPart[];
    assert.equal(part?.location?.uri, uri);
    assert.equal(part?.location?.range.start.line, 1);
  });

  it('have them later where the client asks', async () => {
    const session = await begin({ capabilities: editor });
    const [hint] = await hintsOf(session);
    assert.equal(hint?.tooltip, undefined);
    const resolved = await session.request<InlayHint>('inlayHint/resolve', hint);
    assert.match(JSON.stringify(resolved.tooltip), /Members.*alice/);
    assert.equal((resolved.label as InlayHintLabelPart[])[0]?.location?.range.start.line, 1);
    assert.equal(labelOf(resolved), '1 person');
  });

  it('leave out answers for a client that shows them itself', async () => {
    const session = await begin({ capabilities: { ...editor, experimental: { writAnswers: true } } });
    assert.deepEqual(await labels(session), all.slice(0, 3));
  });

  it('keep the last answer of a text that cannot be read, as an old one', async () => {
    const session = await begin();
    const [before] = (await labels(session)).slice(-1);
    await session.edit(file, 'role Reader {', 'role Reader { grants ');
    const [after] = (await labels(session)).slice(-1);
    assert.equal(after, `${before} (old)`);
    await session.edit(file, 'role Reader { grants ', 'role Reader {');
    assert.equal((await labels(session)).at(-1), before);
  });

  it('follow the settings', async () => {
    const session = await begin({ capabilities: editor, settings: { inlayHints: { principals: false } } });
    await session.until(() => session.refreshes() >= 2);
    assert.deepEqual((await labels(session)).length, 2);
    await session.configure({ inlayHints: { levels: false, answers: false } });
    await session.until(() => session.refreshes() >= 4);
    assert.deepEqual(await labels(session), ['1 person', '1 person']);
    await session.configure({ inlayHints: 'nonsense' });
    await session.until(() => session.refreshes() >= 6);
    assert.equal((await labels(session)).length, 4);
    assert.deepEqual(session.errors, []);
  });

  it('follow the options of a client that cannot be asked, and settings that it sends', async () => {
    const session = await begin({ initializationOptions: { inlayHints: { levels: false, answers: false } } });
    assert.deepEqual(await labels(session), ['1 person', '1 person']);
    await session.configure({ inlayHints: { principals: false, answers: false } });
    assert.deepEqual(await labels(session), ['READ_ATTACHMENTS']);
  });

  it('are asked for again where something else changes them', async () => {
    const session = await begin({ capabilities: editor });
    await session.until(() => session.refreshes() >= 2);
    const before = session.refreshes();
    await session.looked('/desk', () => session.disk({ '/desk/b.writ': 'user bob "bob@acme.com"' }));
    session.advance(1000);
    await session.until(() => session.refreshes() > before);
  });
});

describe('code lenses in the protocol', () => {
  it('run the commands that the client has', async () => {
    const session = await begin({ capabilities: { ...editor, experimental: { writCommands: commands } } });
    assert.deepEqual(await titles(session), [
      '1 person > writ.showReferences',
      'permissions > writ.showEffectivePermissions',
      'used in 2 places > writ.showReferences',
      'held by 1 person > writ.showReferences',
      '2 permissions > ',
      'permissions > writ.showEffectivePermissions',
      'used in 1 place > writ.showReferences',
      'Why > writ.explainQuery',
      'Evaluate for a record… > writ.evaluateAccess',
    ]);
  });

  it('run nothing where the client has no commands, and leave out what says nothing without', async () => {
    const session = await begin();
    assert.deepEqual(await titles(session), [
      '1 person > ',
      'permissions > ',
      'used in 2 places > ',
      'held by 1 person > ',
      '2 permissions > ',
      'permissions > ',
      'used in 1 place > ',
    ]);
  });

  it('hand over what the commands take', async () => {
    const session = await begin({ capabilities: { ...editor, experimental: { writCommands: commands } } });
    const lenses = await session.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    const args = await Promise.all(
      lenses.map(async (each) => (await session.request<CodeLens>('codeLens/resolve', each)).command?.arguments?.[0]),
    );
    const place = { uri, line: 1, character: 6 };
    assert.deepEqual(args[0], {
      ...place,
      places: [{ uri, range: { start: { line: 0, character: 5 }, end: { line: 0, character: 10 } } }],
    });
    assert.deepEqual(args[1], { principal: 'Agents', project: 'file:///desk' });
    assert.deepEqual(args[2], place);
    assert.deepEqual(args[5], { place: 'Desk', project: 'file:///desk' });
    assert.deepEqual(args[8], {
      principal: 'alice',
      permission: 'READ_RECORDS',
      place: 'Desk',
      project: 'file:///desk',
      choose: 'record',
    });
  });

  it('can be switched off', async () => {
    const off = { codeLens: { members: false, permissions: false, usedBy: false, questions: false } };
    const session = await begin({ initializationOptions: off });
    assert.deepEqual(await titles(session), []);
    await session.configure({ codeLens: { users: true, members: false, permissions: false, questions: false } });
    assert.deepEqual(await titles(session), ['used in 2 places > ', 'used in 2 places > ', 'used in 1 place > ']);
  });

  it('stay as they are where what they stood above is gone', async () => {
    const session = await begin();
    const range = { start: { line: 40, character: 0 }, end: { line: 40, character: 0 } };
    const lens = { range, data: { uri, kind: 'members' } };
    assert.deepEqual(await session.request('codeLens/resolve', lens), lens);
    for (const data of [
      undefined,
      null,
      7,
      { uri: 7 },
      { uri, kind: 'nonsense' },
      { uri: 'file:///none.writ', kind: 'why' },
    ])
      assert.deepEqual(
        await session.request('codeLens/resolve', { range, data }),
        data === undefined ? { range } : { range, data },
      );
  });
});

describe('signature help in the protocol', () => {
  const ask = (session: Session) =>
    session.request<SignatureHelp>('textDocument/signatureHelp', session.at(file, '"Open" }\n}'));

  it('says parameters as the client can take them', async () => {
    const plain = await ask(await begin());
    assert.equal(plain.signatures[0]?.label, 'Status is option');
    assert.equal(plain.signatures[0]?.parameters?.[0]?.label, 'option');
    assert.equal(plain.activeParameter, 0);
    const parameterInformation = { labelOffsetSupport: true };
    const signatureHelp = { signatureInformation: { parameterInformation, activeParameterSupport: true } };
    const capabilities = { ...editor, textDocument: { ...editor.textDocument, signatureHelp } };
    const exact = await ask(await begin({ capabilities }));
    assert.deepEqual(exact.signatures[0]?.parameters?.[0]?.label, [10, 16]);
    assert.equal(exact.signatures[0]?.activeParameter, 0);
  });

  it('is null where no value is waited for', async () => {
    const session = await begin();
    assert.equal(await session.request('textDocument/signatureHelp', session.at(file, 'user alice')), null);
  });
});
