// Every request that the server answers, with the parameters that a random aim makes of it. A row that is missing fails a test.
import type { Position } from 'vscode-languageserver';
import { codeActionKinds, completionTriggers } from '../../../server/src/lsp/options.ts';
import { uriOf } from '../../lsp/session.ts';

/** What a question is about: a place of a document, another behind or before it, and a number for all that can be chosen. */
export interface Aim {
  readonly path: string;
  readonly position: Position;
  readonly to: Position;
  readonly pick: number;
}

export interface Question {
  /** The request that it goes on from, item by item. */
  readonly of?: string;
  readonly params: (aim: Aim, item: unknown) => unknown;
}

const document = ({ path }: Aim) => ({ textDocument: { uri: uriOf(path) } });
const place = (aim: Aim) => ({ ...document(aim), position: aim.position });
const range = (aim: Aim) => {
  const { position: a, to: b } = aim;
  const isBefore = a.line < b.line || (a.line === b.line && a.character <= b.character);
  return { ...document(aim), range: isBefore ? { start: a, end: b } : { start: b, end: a } };
};
const choose = <T>({ pick }: Aim, values: readonly T[]): T | undefined => values[pick % values.length];

const names = ['Renamed', 'two words', 'Agents', 'role', '', '"quoted"', 'naïve 😀', 'alice', 'x.y', '\n'];
const principals = ['alice', 'Agents', '"all-users"', 'nobody at all', 'bob', ''];
const permissions = ['READ_RECORDS', 'ADMIN', 'VIEW', 'UPDATE_RECORDS', 'x'];
const places = ['organization', 'Desk', '"Service Desk"', 'x'];
const queries = ['', 'a', 'desk', 'Agents', '"', '😀'];
const kinds = [undefined, undefined, undefined, ...codeActionKinds.map((kind) => [kind]), ['']];
const styles = [
  { tabSize: 2, insertSpaces: true },
  { tabSize: 4, insertSpaces: false },
  { tabSize: -1, insertSpaces: true },
];

const placed = { params: place };
const whole = { params: document };
const between = { params: range };
const next = (of: string, name?: string): Question => ({
  of,
  params: (_, item) => (name === undefined ? item : { [name]: item }),
});

/** Each tool with what it takes. */
const assistantCalls = (aim: Aim) => {
  const where = { permission: choose(aim, permissions), place: choose(aim, places) };
  const principal = choose(aim, principals);
  return [
    { tool: 'evaluate', input: { ...where, principal } },
    { tool: 'who_can', input: where },
    { tool: 'explain', input: { question: `${principal} can ${where.permission} in ${where.place}` } },
    { tool: 'check', input: { severity: 'hint' } },
    { tool: 'difference', input: {} },
  ];
};

const evaluation = (aim: Aim) => ({
  principal: choose(aim, principals),
  permission: choose(aim, permissions),
  place: 'organization',
});

export const questions: Readonly<Record<string, Question>> = {
  'textDocument/hover': placed,
  'textDocument/definition': placed,
  'textDocument/declaration': placed,
  'textDocument/typeDefinition': placed,
  'textDocument/implementation': placed,
  'textDocument/references': {
    params: (aim) => ({ ...place(aim), context: { includeDeclaration: aim.pick % 2 === 0 } }),
  },
  'textDocument/documentHighlight': placed,
  'textDocument/documentSymbol': whole,
  'workspace/symbol': { params: (aim) => ({ query: choose(aim, queries) }) },
  'textDocument/foldingRange': whole,
  'textDocument/semanticTokens/full/delta': whole,
  'textDocument/semanticTokens/full': whole,
  'textDocument/semanticTokens/range': between,
  'textDocument/prepareCallHierarchy': placed,
  'callHierarchy/incomingCalls': next('textDocument/prepareCallHierarchy', 'item'),
  'callHierarchy/outgoingCalls': next('textDocument/prepareCallHierarchy', 'item'),
  'textDocument/selectionRange': { params: (aim) => ({ ...document(aim), positions: [aim.position, aim.to] }) },
  'textDocument/documentLink': whole,
  'textDocument/linkedEditingRange': placed,
  'textDocument/inlayHint': between,
  'inlayHint/resolve': next('textDocument/inlayHint'),
  'textDocument/codeLens': whole,
  'codeLens/resolve': next('textDocument/codeLens'),
  'textDocument/signatureHelp': placed,
  'textDocument/diagnostic': whole,
  'workspace/diagnostic': { params: () => ({ previousResultIds: [] }) },
  'textDocument/completion': {
    params: (aim) => ({
      ...place(aim),
      context: aim.pick % 3 === 0 ? { triggerKind: 2, triggerCharacter: choose(aim, completionTriggers) } : undefined,
    }),
  },
  'completionItem/resolve': next('textDocument/completion'),
  'textDocument/codeAction': {
    params: (aim) => ({
      ...range(aim),
      context: { diagnostics: [], only: choose(aim, kinds), triggerKind: 1 + (aim.pick % 2) },
    }),
  },
  'codeAction/resolve': next('textDocument/codeAction'),
  'textDocument/rename': { params: (aim) => ({ ...place(aim), newName: choose(aim, names) }) },
  'textDocument/prepareRename': placed,
  'workspace/willRenameFiles': {
    params: (aim) => {
      const oldUri = uriOf(aim.path);
      return { files: [{ oldUri, newUri: aim.pick % 2 === 0 ? `${oldUri}x` : oldUri.replace(/[^/]*$/, 'moved/$&') }] };
    },
  },
  'textDocument/formatting': { params: (aim) => ({ ...document(aim), options: choose(aim, styles) }) },
  'textDocument/rangeFormatting': { params: (aim) => ({ ...range(aim), options: choose(aim, styles) }) },
  'textDocument/onTypeFormatting': {
    params: (aim) => ({ ...place(aim), ch: choose(aim, ['}', '\n']), options: choose(aim, styles) }),
  },
  'writ/projects': { params: () => ({}) },
  'writ/templates': { params: () => ({}) },
  'writ/newProject': {
    params: (aim) => ({ template: choose(aim, ['minimal', 'accounts', 'x']), name: choose(aim, names) }),
  },
  'writ/rules': { params: () => ({}) },
  'writ/rulePage': { params: (aim) => ({ rule: choose(aim, ['unused-role', 'syntax', 'x']) }) },
  'writ/inlineAnswers': whole,
  'writ/evaluationChoices': whole,
  'writ/principals': { params: (aim) => ({ ...document(aim), text: choose(aim, principals) }) },
  'writ/evaluate': {
    params: (aim) => ({
      ...document(aim),
      request: evaluation(aim),
    }),
  },
  'writ/explainQuery': placed,
  'writ/answer': { params: (aim) => ({ ...document(aim), request: evaluation(aim) }) },
  'writ/assumptions': { params: (aim) => ({ ...document(aim), request: evaluation(aim), text: '' }) },
  'writ/remedy': { params: (aim) => ({ ...document(aim), request: evaluation(aim), key: 'nothing' }) },
  'writ/insert': {
    params: (aim) => ({ ...document(aim), request: evaluation(aim), as: choose(aim, ['query', 'expect', 'record']) }),
  },
  'writ/list': {
    params: (aim) => {
      const place = choose(aim, places);
      const who = { permission: choose(aim, permissions), place };
      return {
        ...document(aim),
        request: aim.pick % 2 === 0 ? { who } : { what: { principal: choose(aim, principals), place } },
      };
    },
  },
  'writ/matrix': {
    params: (aim) => ({
      ...document(aim),
      view: 'one',
      subject: aim.pick % 2 === 0 ? { in: choose(aim, places) } : { of: choose(aim, principals) },
      filter: { only: choose(aim, [undefined, 'allowed-when', 'error']) },
    }),
  },
  'writ/matrixRows': { params: () => ({ view: 'one', from: 0, count: 20 }) },
  'writ/matrixText': { params: () => ({ view: 'one', format: 'csv' }) },
  'writ/tests': { params: () => ({}) },
  'writ/assistant': {
    params: (aim) => ({
      ...document(aim),
      ...choose(aim, assistantCalls(aim)),
      comparison: 'HEAD',
    }),
  },
  'writ/runTests': { params: document },
  'writ/coverage': { params: document },
  'writ/removals': { params: document },
  // A comparison is state that a server begun anew has not: test/lsp/difference.test.ts compares those.
  'writ/compare': { params: (aim) => ({ ...document(aim), comparison: 'HEAD', earlier: null }) },
  'writ/difference': { params: (aim) => ({ ...document(aim), comparison: 'HEAD' }) },
  'writ/differenceTest': { params: (aim) => ({ ...document(aim), comparison: 'HEAD', side: 'after' }) },
  'writ/effectivePermissions': { params: (aim) => ({ ...document(aim), principal: choose(aim, principals) }) },
};

/** What a client may go on from: the items of a list, at most as many as are wanted, from one that the aim picks on. */
export function itemsOf(answer: unknown, { pick }: Aim, most: number): readonly unknown[] {
  const items = Array.isArray(answer) ? answer : itemList(answer);
  if (items.length <= most) return items;
  const from = pick % (items.length - most + 1);
  return items.slice(from, from + most);
}

/** An item of a completion list has what the list says for all. */
function itemList(answer: unknown): readonly unknown[] {
  const list = new Map<string, unknown>(typeof answer === 'object' && answer !== null ? Object.entries(answer) : []);
  const items: unknown = list.get('items');
  const defaults: unknown = list.get('itemDefaults');
  const data = typeof defaults === 'object' && defaults !== null && 'data' in defaults ? { data: defaults.data } : {};
  return Array.isArray(items) ? items.map((item: object) => ({ ...data, ...item })) : [];
}
