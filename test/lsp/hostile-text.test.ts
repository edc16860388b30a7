// Texts that break what counts characters and lines carelessly, through the protocol: each test is a situation of docs/support.md.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type {
  CodeAction,
  CompletionItem,
  Hover,
  Location,
  SemanticTokens,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fullCapabilities, type Session, startSession } from './session.ts';

const path = '/desk/a.writ';
const textDocument = { uri: 'file:///desk/a.writ' };

/** Every name, text and comment has characters of two units, before what is asked about and in it. */
const wide = `/* 😀 */   user   𠮷田 "yoshi😀@acme.com" // 😀
/* 😀😀 */ group "😀 Büro" { description "😀" members 𠮷田, 𠮷田x }
/* 😀 */ role 𝒜   { description "😀" /* 😀 */ members "😀 Büro" grants READ_ROLES }
user 𠮷村 "mura@acme.com"
`;

async function begin(text: string, capabilities = fullCapabilities): Promise<Session> {
  const session = await startSession({ files: { [path]: text }, capabilities });
  await session.looked('/desk', () => session.open(path));
  return session;
}

/** What a client makes of edits of the text. */
const applied = (text: string, edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]);

const cut = (text: string, range: Location['range']): string => TextDocument.create('', '', 0, text).getText(range);

function editsOf(edit: WorkspaceEdit | undefined | null): TextEdit[] {
  return ((edit?.documentChanges ?? []) as TextDocumentEdit[]).flatMap(({ edits }) => edits as TextEdit[]);
}

const format = (session: Session) =>
  session.request<TextEdit[]>('textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } });

/** All that can be done about what is found, in the whole text. */
async function actions(session: Session, text: string): Promise<CodeAction[]> {
  const end = TextDocument.create('', '', 0, text).positionAt(text.length);
  const range = { start: { line: 0, character: 0 }, end };
  const found = await session.request<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range,
    context: { diagnostics: [] },
  });
  return Promise.all(
    found.map((each) =>
      each.edit === undefined && each.data !== undefined
        ? session.request<CodeAction>('codeAction/resolve', each)
        : Promise.resolve(each),
    ),
  );
}

/** Line ends of every kind that a text has. */
const lineEnds = (text: string): string[] => [...new Set(text.match(/\r\n|\r|\n/g) ?? [])];

describe('hostile text', () => {
  it('characters beyond the BMP before a name and in it: findings, hovers, renames and completions stand where they should', async () => {
    const session = await begin(wide);
    const [finding] = session.published(path)?.diagnostics ?? [];
    assert.equal(finding && cut(wide, finding.range), '𠮷田x');
    const hover = await session.request<Hover>('textDocument/hover', session.at(path, '𠮷田,'));
    assert.equal(hover.range && cut(wide, hover.range), '𠮷田');
    const edit = await session.request<WorkspaceEdit>('textDocument/rename', {
      ...session.at(path, '𠮷田,'),
      newName: '𝒴',
    });
    const renamed = wide.replace('user   𠮷田 ', 'user   𝒴 ').replace('𠮷田,', '𝒴,');
    assert.equal(applied(wide, editsOf(edit)), renamed);
    const { position } = session.at(path, '𠮷田x');
    const { items } = await session.request<{ items: CompletionItem[] }>('textDocument/completion', {
      textDocument,
      position: { ...position, character: position.character + 2 },
    });
    const item = items.find(({ label }) => label === '𠮷村');
    assert.ok(item?.textEdit !== undefined && 'range' in item.textEdit);
    assert.equal(cut(wide, item.textEdit.range), '𠮷田x');
    assert.deepEqual(session.errors, []);
  });

  it('characters beyond the BMP before a name and in it: colours cover whole names, formatting changes none of them', async () => {
    const session = await begin(wide);
    const { data } = await session.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    const words: string[] = [];
    for (let i = 0, line = 0, character = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, length = 0] = data.slice(i, i + 3);
      line += down;
      character = down === 0 ? character + right : right;
      words.push(cut(wide, { start: { line, character }, end: { line, character: character + length } }));
    }
    for (const name of ['𠮷田', '"😀 Büro"', '𝒜', '"yoshi😀@acme.com"'])
      assert.ok(words.includes(name), `${name} in ${words}`);
    const formatted = applied(wide, await format(session));
    assert.equal(formatted.replace(/\s/g, ''), wide.replace(/\s/g, ''));
    assert.notEqual(formatted, wide);
  });

  for (const [name, end] of [
    ['CRLF', '\r\n'],
    ['a lone CR', '\r'],
  ] as const)
    it(`lines that end in ${name}: formatting, fixes, refactorings and insertions keep it`, async () => {
      const text = `user alice "alice@acme.com"
group Agents {
description "d"
  members alise,
    alice
}
// Why.
role Clerk { description "d" members Agents, someone grants READ_ROLES, READ_GROUPS }
app Desk { field S: choice("a", "b") role R { description "d" members alice grants READ_RECORDS } }
query alice can READ_RECORDS in Desk
`.replaceAll('\n', end);
      const session = await begin(text);
      assert.deepEqual(lineEnds(applied(text, await format(session))), [end]);
      const seen: string[] = [];
      for (const { title, edit } of await actions(session, text)) {
        const edits = editsOf(edit);
        if (edits.some(({ newText }) => /[\r\n]/.test(newText))) seen.push(title);
        assert.deepEqual(lineEnds(applied(text, edits)), [end], title);
      }
      await session.looked('/desk', () => session.edit(path, '}', ''));
      const broken = text.replace('}', '');
      for (const { title, edit } of await actions(session, broken)) {
        if (/brace|`}`/.test(title)) seen.push(title);
        assert.deepEqual(lineEnds(applied(broken, editsOf(edit))), [end], title);
      }
      assert.ok(
        seen.some((title) => title.includes('}')),
        seen.join('; '),
      );
      assert.ok(seen.length > 3, `too few that insert lines: ${seen.join('; ')}`);
    });

  for (const [name, end] of [
    ['CRLF', '\r\n'],
    ['a lone CR', '\r'],
  ] as const)
    it(`lines that end in ${name}: what is completed ends its lines so, beside the cursor as well`, async () => {
      const text = `user alice "alice@acme.com"\ngroup G { description "d" members alice, bo }\n\n`.replaceAll(
        '\n',
        end,
      );
      // The lines of a snippet are the editor's: a client that takes none is given text.
      const session = await begin(text, {});
      const list = async (line: number, character: number) =>
        (
          await session.request<{ items: CompletionItem[] }>('textDocument/completion', {
            textDocument,
            position: { line, character },
          })
        ).items;
      const items = [...(await list(2, 0)), ...(await list(1, session.at(path, 'bo }').position.character + 2))];
      const texts = items.flatMap(({ textEdit, additionalTextEdits = [] }) => [
        textEdit?.newText ?? '',
        ...additionalTextEdits.map(({ newText }) => newText),
      ]);
      assert.ok(texts.filter((each) => /[\r\n]/.test(each)).length > 2);
      for (const each of texts)
        assert.ok(
          lineEnds(each).every((one) => one === end),
          JSON.stringify(each),
        );
    });

  it('tabs: columns count one each, and formatting with tabs keeps them in front and what stands behind in place', async () => {
    const text = 'group G {\n\tdescription\t"a\tb"\n\tmembers\tsomeone\n}\n';
    const session = await begin(text);
    const ranges = (session.published(path)?.diagnostics ?? []).map(({ range }) => cut(text, range));
    assert.ok(ranges.includes('someone'), ranges.join());
    const edits = await session.request<TextEdit[]>('textDocument/formatting', {
      textDocument,
      options: { tabSize: 4, insertSpaces: false },
    });
    assert.equal(applied(text, edits), 'group G {\n\tdescription "a\tb"\n\tmembers someone\n}\n');
  });

  it('a byte order mark on the disk counts as no column; one in an open document is one, and formatting keeps it', async () => {
    const text = '\ufeffgroup G   { description "d" members someone }\n';
    const session = await startSession({ files: { [path]: text } });
    const start = () =>
      session.published(path)?.diagnostics.find(({ code }) => code === 'unknown-principal')?.range.start.character;
    assert.equal(start(), text.indexOf('someone') - 1);
    await session.looked('/desk', () => session.open(path, text));
    assert.equal(start(), text.indexOf('someone'));
    assert.equal(applied(text, await format(session)), '\ufeffgroup G { description "d" members someone }\n');
    assert.deepEqual(session.errors, []);
  });
});
