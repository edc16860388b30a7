// Diagnostics that the client asks for.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type {
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { ProgressType } from 'vscode-languageserver';
import { type Session, startSession } from './session.ts';

const files = {
  '/desk/writ.json': '{}',
  '/desk/people.writ': 'user alice "alice@acme.com"\n',
  '/desk/desk.writ': 'group Agents { description "Queue" members alice, bob }\nmanaged role Admin { members Agents }\n',
};

const pulling = () => startSession({ files, initializationOptions: { diagnostics: 'pull' } });

const ask = (session: Session, path: string, previousResultId?: string) =>
  session.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri: `file://${path}` },
    ...(previousResultId === undefined ? {} : { previousResultId }),
  });

const codes = (report: DocumentDiagnosticReport | WorkspaceDocumentDiagnosticReport) =>
  report.kind === 'full' ? report.items.map(({ code }) => code) : report.kind;

describe('diagnostics that are asked for', () => {
  it('are advertised and not published where the client wants it so, and else the other way round', async () => {
    const session = await pulling();
    assert.deepEqual(session.server.capabilities.diagnosticProvider, {
      identifier: 'writ',
      interFileDependencies: true,
      workspaceDiagnostics: true,
      workDoneProgress: true,
    });
    await session.looked('/desk', () => session.open('/desk/desk.writ'));
    assert.equal(session.published('/desk/desk.writ'), undefined);
    const other = await startSession({ files });
    assert.equal(other.server.capabilities.diagnosticProvider, undefined);
    assert.deepEqual(other.problems('/desk/desk.writ'), ['unknown-principal']);
  });

  it('are unchanged as long as they are, under the id that they had', async () => {
    const session = await pulling();
    await session.open('/desk/desk.writ');
    const first = await ask(session, '/desk/desk.writ');
    assert.deepEqual(codes(first), ['unknown-principal']);
    assert.deepEqual(await ask(session, '/desk/desk.writ', first.resultId), {
      kind: 'unchanged',
      resultId: first.resultId,
    });
    assert.deepEqual(codes(await ask(session, '/desk/desk.writ', 'of somebody else')), ['unknown-principal']);
    await session.edit('/desk/desk.writ', ', bob', '');
    const second = await ask(session, '/desk/desk.writ', first.resultId);
    assert.deepEqual(codes(second), []);
    assert.notEqual(second.resultId, first.resultId);
  });

  it('change in one file by what is typed in another', async () => {
    const session = await pulling();
    await session.open('/desk/people.writ');
    assert.deepEqual(codes(await ask(session, '/desk/desk.writ')), ['unknown-principal']);
    await session.edit('/desk/people.writ', 'user alice', 'user bob "bob@acme.com"\nuser alice');
    assert.deepEqual(codes(await ask(session, '/desk/desk.writ')), []);
  });

  it('come for all files, with versions of open ones, and only what is new', async () => {
    const session = await pulling();
    await session.open('/desk/people.writ');
    const { items } = await session.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    assert.deepEqual(
      items.map((each) => [each.uri, each.version, codes(each)]),
      [
        ['file:///desk/desk.writ', null, ['unknown-principal']],
        ['file:///desk/people.writ', 1, []],
      ],
    );
    const previousResultIds = items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    const again = await session.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
    assert.deepEqual(again.items.map(codes), ['unchanged', 'unchanged']);
  });

  it('come in parts where the client takes parts', async () => {
    const session = await pulling();
    const parts: WorkspaceDiagnosticReport[] = [];
    session.client.onProgress(new ProgressType<WorkspaceDiagnosticReport>(), 'parts', (part) => {
      parts.push(part);
    });
    const rest = await session.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken: 'parts',
    });
    assert.deepEqual(rest.items, []);
    assert.deepEqual(
      parts.flatMap(({ items }) => items.map(({ uri }) => uri)),
      ['file:///desk/desk.writ', 'file:///desk/people.writ'],
    );
  });

  it('are empty of what nobody knows', async () => {
    const session = await pulling();
    assert.deepEqual(await ask(session, '/elsewhere/x.writ'), { kind: 'full', items: [] });
    assert.deepEqual(session.errors, []);
  });
});
