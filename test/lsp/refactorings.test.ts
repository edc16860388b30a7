// Refactorings and what is done with whole files, through the protocol: what is offered when, and what comes when it is chosen.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import {
  type CodeAction,
  CodeActionTriggerKind,
  LSPErrorCodes,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fullCapabilities, type Options, type Session, startSession } from './session.ts';

const file = '/desk/a.writ';
const text = `user bob "bob@acme.com"
user alice "alice@acme.com"
role Auditor { description "d"  members bob, alice  grants READ_ACTIVITY_LOGS }
app Desk {
  policy P { to alice }
  role Clerk { description "d"  members alice  grants READ_RECORDS, view on Records }
}
`;

async function begin({ tick = 0, ...options }: Partial<Options> & { readonly tick?: number } = {}): Promise<Session> {
  const session = await startSession({ files: { [file]: text }, ...options });
  await session.looked('/desk', () => session.open(file));
  session.slowDown(tick);
  return session;
}

interface Asked {
  /** The words that are selected; with one of them only a cursor. */
  readonly from: string;
  readonly to?: string;
  readonly only?: readonly string[];
  readonly triggerKind?: CodeActionTriggerKind;
}

function paramsOf(session: Session, { from, to = from, only, triggerKind }: Asked) {
  const { textDocument, position } = session.at(file, from);
  const range = { start: position, end: session.at(file, to).position };
  return {
    textDocument,
    range,
    context: { diagnostics: [], ...(only && { only }), ...(triggerKind && { triggerKind }) },
  };
}

function ask(session: Session, asked: Asked): Promise<CodeAction[]> {
  return session.request<CodeAction[]>('textDocument/codeAction', paramsOf(session, asked));
}

function made({ edit }: CodeAction): string {
  const edits = ((edit?.documentChanges ?? []) as TextDocumentEdit[]).flatMap((change) => change.edits as TextEdit[]);
  return TextDocument.applyEdits(TextDocument.create('file:///desk/a.writ', 'writ', 1, text), edits);
}

const automatic = CodeActionTriggerKind.Automatic;

describe('refactorings', () => {
  it('are offered with what they do to access, and with their edits', async () => {
    const session = await begin();
    const [action, ...more] = await ask(session, { from: 'bob,', to: '  grants READ_ACT', only: ['refactor.extract'] });
    assert.ok(action);
    assert.deepEqual(more, []);
    assert.equal(action.title, 'Extract `bob` and `alice` into a new group (access unchanged)');
    assert.equal(action.kind, 'refactor.extract.group');
    assert.match(made(action), /^group "Auditor members" \{ members bob, alice \}$/m);
    assert.match(made(action), /members "Auditor members"/);
    assert.equal(action.command, undefined);
  });

  it('lead on to the choice of a name where the client has that', async () => {
    const session = await begin({
      capabilities: { ...fullCapabilities, experimental: { writCommands: ['writ.renameAt'] } },
    });
    const [action] = await ask(session, { from: 'bob,', only: ['refactor.extract'] });
    assert.deepEqual(action?.command?.arguments, [{ uri: 'file:///desk/a.writ', position: { line: 2, character: 6 } }]);
  });

  it('are not offered to whoever only moves the cursor', async () => {
    const session = await begin();
    const kinds = (actions: readonly CodeAction[]) =>
      actions.map(({ kind }) => kind).filter((kind) => kind?.startsWith('refactor'));
    assert.deepEqual(kinds(await ask(session, { from: 'bob,', triggerKind: automatic })), []);
    assert.notDeepEqual(kinds(await ask(session, { from: 'bob,' })), []);
    assert.notDeepEqual(
      kinds(await ask(session, { from: 'bob,', to: '  grants READ_ACT', triggerKind: automatic })),
      [],
    );
    assert.notDeepEqual(kinds(await ask(session, { from: 'bob,', only: ['refactor'], triggerKind: automatic })), []);
  });

  it('that are refused say why to clients that show it, and are left out for others', async () => {
    const refused = { from: 'Clerk', only: ['refactor.move'] };
    const same = { files: { [file]: `${text}role Clerk { description "d"  grants READ_ACTIVITY_LOGS }\n` } };
    const [action] = await ask(await begin(same), refused);
    assert.deepEqual(action, {
      title: 'Move `Clerk` out of `Desk` into the organization',
      kind: 'refactor.move.role',
      disabled: { reason: 'the organization has a role `Clerk`' },
    });
    const plain = await begin({ ...same, capabilities: { textDocument: { codeAction: {} } } });
    assert.deepEqual(await ask(plain, refused), []);
  });
});

describe('actions that take long', () => {
  const slow = { tick: 100 };

  it('come without their edits, and with those when they are chosen', async () => {
    const session = await begin(slow);
    const actions = await ask(session, { from: 'READ_RECORDS', triggerKind: automatic });
    const [action] = actions.filter(({ data }) => data !== undefined);
    assert.ok(action);
    assert.equal(action.title, 'Remove `READ_RECORDS`');
    assert.equal(action.edit, undefined);
    const resolved = await session.request<CodeAction>('codeAction/resolve', action);
    assert.equal(resolved.title, action.title);
    assert.match(made(resolved), /grants view on Records/);
    assert.deepEqual(Object.values(resolved.edit?.changeAnnotations ?? {}), [
      { label: 'Remove `READ_RECORDS` (access unchanged)' },
    ]);
  });

  it('show what they do before they do it, where that is not what their titles say', async () => {
    const session = await begin(slow);
    const [action] = await ask(session, { from: 'Clerk', only: ['refactor.move'], triggerKind: automatic });
    assert.equal(action?.title, 'Move `Clerk` out of `Desk` into the organization');
    const { edit } = await session.request<CodeAction>('codeAction/resolve', action);
    assert.deepEqual(Object.values(edit?.changeAnnotations ?? {}), [
      {
        label:
          'Move `Clerk` out of `Desk` into the organization (`alice` gains `READ_DOCUMENT_MODELS`, 2 more permissions in the organization)',
        needsConfirmation: true,
      },
    ]);
  });

  it('are refused with the reason', async () => {
    const files = { [file]: `${text}role Clerk { description "d"  grants READ_ACTIVITY_LOGS }\n` };
    const session = await begin({ ...slow, files });
    const [action] = await ask(session, { from: 'Clerk', only: ['refactor.move'], triggerKind: automatic });
    await assert.rejects(session.request('codeAction/resolve', action), {
      code: LSPErrorCodes.RequestFailed,
      message: 'Move `Clerk` out of `Desk` into the organization: the organization has a role `Clerk`',
    });
  });

  it('are not made in another text than they were meant for', async () => {
    const session = await begin(slow);
    const [action] = await ask(session, { from: 'READ_RECORDS', triggerKind: automatic });
    await session.edit(file, 'user', 'user  ');
    await assert.rejects(session.request('codeAction/resolve', action), { code: LSPErrorCodes.ContentModified });
  });

  it('come with their edits for clients that cannot wait for them', async () => {
    const { codeAction: _, ...others } = fullCapabilities.textDocument ?? {};
    const session = await begin({ ...slow, capabilities: { ...fullCapabilities, textDocument: others } });
    const [action] = await ask(session, { from: 'READ_RECORDS', triggerKind: automatic });
    assert.equal(action?.title, 'Remove `READ_RECORDS` (access unchanged)');
    assert.ok(action.edit);
  });

  it('are looked for again where only another file has changed', async () => {
    const session = await begin({ files: { [file]: text, '/desk/b.writ': 'user zed "zed@acme.com"\n' } });
    await session.open('/desk/b.writ');
    const asked = ask(session, { from: 'Clerk', only: ['refactor.move'] });
    await session.edit('/desk/b.writ', 'zed', 'zoe');
    const [action] = await asked;
    assert.match(action?.title ?? '', /^Move `Clerk` out of `Desk`/);
  });

  it('end when they are cancelled, or another text comes', async () => {
    const session = await begin();
    const params = paramsOf(session, { from: 'Clerk' });
    const cancel = new (await import('vscode-languageserver/node')).CancellationTokenSource();
    const cancelled = session.client.sendRequest('textDocument/codeAction', params, cancel.token);
    cancel.cancel();
    await assert.rejects(cancelled, { code: LSPErrorCodes.RequestCancelled });
    const outdated = session.request('textDocument/codeAction', params);
    await Promise.all([
      assert.rejects(outdated, { code: LSPErrorCodes.ContentModified }),
      session.edit(file, 'user', 'user '),
    ]);
  });
});

describe('sorting a file', () => {
  it('is there where it is asked for, and only then', async () => {
    const session = await begin();
    for (const only of ['source.sort', 'source.sort.writ']) {
      const [action, ...more] = await ask(session, { from: 'user', only: [only], triggerKind: automatic });
      assert.deepEqual(more, []);
      assert.equal(action?.title, 'Sort (access unchanged)');
      assert.equal(action.kind, 'source.sort.writ');
      assert.match(
        made(action),
        /^user alice [^\n]*\nuser bob [^\n]*\nrole Auditor \{ description "d" {2}members alice, bob/,
      );
      assert.match(made(action), /role Clerk [^\n]*\n {2}policy P/);
    }
    const unasked = await ask(session, { from: 'user' });
    assert.deepEqual(
      unasked.filter(({ kind }) => kind?.startsWith('source')),
      [],
    );
  });

  it('says why not where something cannot be read', async () => {
    const session = await begin({ files: { [file]: `${text}group {\n` } });
    const [action] = await ask(session, { from: 'user', only: ['source.sort'] });
    assert.deepEqual(action?.disabled, { reason: 'something in the file cannot be read' });
  });
});
