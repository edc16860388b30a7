// One text, and for every request of the server parameters about it that have an answer.
import type { WireAnswer } from '../../server/src/lsp/protocol-answers.ts';
import type { Session } from './session.ts';

export const text = `organization "Acme" { domains "acme.com" }
// People of the
// service desk.
user alice "alice@acme.com"
group Agents {
  description "Works the queue"
  members alice
}
app "Service Desk" {
  field Status: choice("New", "Open")
  role Agent { description "Works" members Agents grants READ_RECORDS }
  policy "Open ones" { to Agents when Status is "Open" }
}
query alice can READ_RECORDS in "Service Desk"
expect alice can READ_RECORDS in "Service Desk" when Status is "Open"
group Others { description "Others" members alise }
user   bob "bob@acme.com"  {external}
directory "people.json"
test "one" { record ticket in "Service Desk" { Status "New" } }
// see https://example.com
`;

/** Of another project, in which nothing is broken: that would leave open what would help. */
export const sound = `user alice "alice@acme.com"
role Readers { description "Reads" members alice grants READ_ROLES }
`;

export type Params = (session: Session) => unknown;

export const file = '/desk/a.writ';
const twoSpaces = { tabSize: 2, insertSpaces: true };
const at =
  (word: string): Params =>
  (session) =>
    session.at(file, word);
/** With the project compared with an empty one. */
async function compared(session: Session): Promise<object> {
  const params = { ...(document(session) as object), comparison: 'HEAD' };
  await session.request('writ/compare', { ...params, earlier: { label: 'HEAD', files: [], closed: [] } });
  return params;
}
const wholeText = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const askedAt = (session: Session, word: string) => {
  const { textDocument, position } = session.at(file, word);
  return { uri: textDocument.uri, position };
};
export const document: Params = (session) => ({ textDocument: session.at(file, 'user').textDocument });

const hierarchyItem = async (session: Session) => {
  const [item] = await session.request<unknown[]>(
    'textDocument/prepareCallHierarchy',
    session.at(file, 'Agents grants'),
  );
  return item;
};

const refused = {
  principal: 'alice',
  permission: 'DELETE_RECORDS',
  place: '"Service Desk"',
  record: [{ field: 'Status', value: '"Open"' }],
};

const matrix: Params = (session) => ({
  ...(document(session) as object),
  view: 'one',
  subject: { in: '"Service Desk"' },
});

/** By method, parameters that have an answer. */
export const sensible: Readonly<Record<string, Params>> = {
  'textDocument/completion': at('Agents grants'),
  'completionItem/resolve': (session) => ({ label: 'Agents', kind: 9, data: askedAt(session, 'Agents grants') }),
  'textDocument/inlayHint': (session) => ({ ...(document(session) as object), range: wholeText }),
  'inlayHint/resolve': (session) => {
    const { textDocument, position } = session.at(file, ' grants READ');
    return { position, label: '', data: { uri: textDocument.uri, kind: 'principals' } };
  },
  'textDocument/codeLens': document,
  'codeLens/resolve': (session) => {
    const { textDocument, position } = session.at(file, 'Agents {');
    return { range: { start: position, end: position }, data: { uri: textDocument.uri, kind: 'members' } };
  },
  'textDocument/signatureHelp': (session) => {
    const { textDocument, position } = session.at(file, '"Open" }');
    return { textDocument, position };
  },
  'textDocument/hover': at('Agents grants'),
  'textDocument/definition': at('Agents grants'),
  'textDocument/declaration': at('Agents grants'),
  'textDocument/typeDefinition': at('Status is'),
  'textDocument/implementation': at('READ_RECORDS'),
  'textDocument/selectionRange': (session) => ({
    ...(document(session) as object),
    positions: [session.at(file, 'Agents').position],
  }),
  'textDocument/documentLink': document,
  'textDocument/linkedEditingRange': at('ticket in'),
  'textDocument/references': (session) => ({ ...session.at(file, 'Agents'), context: { includeDeclaration: true } }),
  'textDocument/prepareRename': at('Agents grants'),
  'textDocument/rename': (session) => ({ ...session.at(file, 'Agents grants'), newName: 'Clerks' }),
  'textDocument/documentHighlight': at('Agents'),
  'textDocument/documentSymbol': document,
  'textDocument/foldingRange': document,
  'textDocument/prepareCallHierarchy': at('Agents grants'),
  'callHierarchy/incomingCalls': async (session) => ({ item: await hierarchyItem(session) }),
  'callHierarchy/outgoingCalls': async (session) => ({ item: await hierarchyItem(session) }),
  'textDocument/semanticTokens/full': document,
  'textDocument/semanticTokens/full/delta': (session) => ({ ...(document(session) as object), previousResultId: '1' }),
  'textDocument/semanticTokens/range': (session) => {
    const start = { line: 0, character: 0 };
    return { ...(document(session) as object), range: { start, end: session.at(file, 'app').position } };
  },
  'textDocument/codeAction': (session) => {
    const { textDocument, position } = session.at(file, 'alise');
    return { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } };
  },
  'codeAction/resolve': () => ({ title: 'as it came' }),
  'textDocument/formatting': (session) => ({ ...(document(session) as object), options: twoSpaces }),
  'textDocument/rangeFormatting': (session) => {
    const { textDocument, position } = session.at(file, 'bob ');
    return { textDocument, range: { start: position, end: position }, options: twoSpaces };
  },
  'textDocument/onTypeFormatting': (session) => {
    const { textDocument, position } = session.at(file, '{external}');
    const end = { line: position.line, character: position.character + '{external}'.length };
    return { textDocument, position: end, ch: '}', options: twoSpaces };
  },
  'workspace/symbol': () => ({ query: 'agen' }),
  'workspace/willRenameFiles': () => ({
    files: [{ oldUri: 'file:///desk/people.json', newUri: 'file:///desk/staff.json' }],
  }),
  'textDocument/diagnostic': document,
  'workspace/diagnostic': () => ({ previousResultIds: [] }),
  'writ/projects': () => ({}),
  'writ/templates': () => ({}),
  'writ/newProject': () => ({ template: 'minimal', name: 'Acme' }),
  'writ/rules': () => ({}),
  'writ/rulePage': () => ({ rule: 'unused-role' }),
  'writ/inlineAnswers': document,
  'writ/evaluationChoices': document,
  'writ/principals': (session) => ({ ...(document(session) as object), text: 'ali' }),
  'writ/evaluate': (session) => ({
    ...(document(session) as object),
    request: { principal: 'alice', permission: 'READ_RECORDS', place: '"Service Desk"' },
  }),
  'writ/explainQuery': at('READ_RECORDS in'),
  'writ/answer': (session) => ({ ...(document(session) as object), request: refused }),
  'writ/assumptions': (session) => ({ ...(document(session) as object), request: refused, text: '' }),
  'writ/remedy': async (session) => {
    await session.looked('/desk/sound', () =>
      session.disk({ '/desk/sound/writ.json': '{}', '/desk/sound/a.writ': sound }),
    );
    const request = { principal: 'alice', permission: 'READ_GROUPS', place: 'organization' };
    const asked = { project: 'file:///desk/sound', request };
    const { remedies } = await session.request<WireAnswer>('writ/answer', asked);
    return { ...asked, key: remedies.find(({ key }) => key !== null)?.key };
  },
  'writ/insert': (session) => ({ ...(document(session) as object), request: refused, as: 'query' }),
  'writ/list': (session) => ({
    ...(document(session) as object),
    request: { who: { permission: 'READ_RECORDS', place: '"Service Desk"' } },
  }),
  'writ/matrix': matrix,
  'writ/matrixRows': async (session) => {
    await session.request('writ/matrix', matrix(session));
    return { view: 'one', from: 0, count: 3 };
  },
  'writ/matrixText': async (session) => {
    await session.request('writ/matrix', matrix(session));
    return { view: 'one', format: 'csv' };
  },
  'writ/tests': () => ({}),
  'writ/assistant': (session) => ({
    ...(document(session) as object),
    tool: 'check',
    input: {},
    comparison: 'HEAD',
  }),
  'writ/runTests': document,
  'writ/coverage': document,
  'writ/removals': document,
  'writ/compare': (session) => ({ ...(document(session) as object), comparison: 'HEAD', earlier: null }),
  'writ/difference': compared,
  'writ/differenceTest': async (session) => ({ ...(await compared(session)), side: 'after' }),
  'writ/effectivePermissions': (session) => ({ ...(document(session) as object), principal: 'alice' }),
};
