// Formatting in an editor: what the edits of a document, of a range and of what was typed make of it.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { FormattingOptions, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startSession } from './session.ts';

const file = '/desk/a.writ';
const spaces: FormattingOptions = { tabSize: 2, insertSpaces: true };

interface Asked {
  readonly method: 'formatting' | 'rangeFormatting' | 'onTypeFormatting';
  readonly options?: FormattingOptions;
  readonly ch?: string;
}

/** Takes a text with `$0` at the cursor, or at both ends of the selection; gives it formatted, with how many edits. */
async function formatted(marked: string, { method, options = spaces, ch }: Asked) {
  const text = marked.replaceAll('$0', '');
  const document = TextDocument.create('file:///desk/a.writ', 'writ', 1, text);
  const from = Math.max(0, marked.indexOf('$0'));
  const to = Math.max(from, marked.lastIndexOf('$0') - '$0'.length);
  const session = await startSession({ files: { [file]: text } });
  await session.looked('/desk', () => session.open(file));
  const edits = await session.request<TextEdit[]>(`textDocument/${method}`, {
    textDocument: { uri: document.uri },
    options,
    range: { start: document.positionAt(from), end: document.positionAt(to) },
    position: document.positionAt(from),
    ch,
  });
  assert.deepEqual(session.errors, []);
  return { text: TextDocument.applyEdits(document, edits), edits };
}

const sloppy = 'app A {\nfield  X: text\n    field  Y: text\nrole R { members  a\n}\n}\n\n\nuser  a "a@b.c"\n';

describe('formatting', () => {
  it('of a document changes only the blanks that are to be others', async () => {
    const { text, edits } = await formatted(sloppy, { method: 'formatting' });
    assert.equal(
      text,
      'app A {\n  field X: text\n  field Y: text\n  role R {\n    members a\n  }\n}\n\nuser a "a@b.c"\n',
    );
    assert.ok(edits.length > 5);
    for (const { newText } of edits) assert.match(newText, /^\s*$/);
  });

  it('honours the options of the editor', async () => {
    const tabs = await formatted(sloppy, { method: 'formatting', options: { tabSize: 4, insertSpaces: false } });
    assert.match(tabs.text, /^\tfield X: text\n\tfield Y: text\n\trole R \{\n\t\tmembers a$/m);
    const four = await formatted(sloppy, { method: 'formatting', options: { tabSize: 4, insertSpaces: true } });
    assert.match(four.text, /^ {4}field X: text$/m);
  });

  it('of a range changes the items that it touches', async () => {
    const { text } = await formatted(sloppy.replace('field  Y', 'fie$0ld  $0Y'), { method: 'rangeFormatting' });
    assert.equal(text, sloppy.replace('    field  Y: text', '  field Y: text'));
  });

  it('of a range over several declarations changes them', async () => {
    const { text } = await formatted(`user  z "z@b.c"\n${sloppy.replace('field  X', '$0field  X')}$0`, {
      method: 'rangeFormatting',
    });
    assert.match(text, /^user {2}z "z@b.c"\napp A \{\n {2}field X: text\n/);
    assert.match(text, /user a "a@b.c"\n$/);
  });

  it('behind a closing brace formats its block', async () => {
    const { text } = await formatted(sloppy.replace('\n}\n}', '\n}$0\n}'), { method: 'onTypeFormatting', ch: '}' });
    assert.equal(text, sloppy.replace('role R { members  a\n}', '  role R {\n    members a\n  }'));
  });

  const lines: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'in a block': ['app A {\n  role R {\n$0', 'app A {\n  role R {\n    '],
    'behind a comma': ['role R {\n  grants A,\n$0', 'role R {\n  grants A,\n    '],
    'at a closing brace': ['app A {\n  role R {\n      $0}', 'app A {\n  role R {\n  }'],
    'behind a declaration': ['user a "a@b.c"\n    $0', 'user a "a@b.c"\n'],
    'in a comment': ['app A {\n/*\n$0', 'app A {\n/*\n'],
  };
  for (const [title, [before, after]] of Object.entries(lines))
    it(`on a new line ${title} indents it`, async () => {
      const { text } = await formatted(before, { method: 'onTypeFormatting', ch: '\n' });
      assert.equal(text, after);
    });
});
