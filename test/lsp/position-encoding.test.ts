// Columns in UTF-8, UTF-16 and UTF-32: whatever a client counts in, the same places are asked about, changed and given.
import { strict as assert } from 'node:assert';
import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { documentsIn } from '../../server/src/lsp/documents.ts';
import { features } from '../../server/src/lsp/features.ts';
import { type Encoding, encodedLines, encodingOf, encodings } from '../../server/src/lsp/position-encoding.ts';
import { lineMap } from '../../server/src/text/line-map.ts';
import { file, text as plain, sensible, sound } from './sensible.ts';
import { fullCapabilities, type Session, startSession } from './session.ts';

interface Position {
  readonly line: number;
  readonly character: number;
}

/** How long a text is, counted otherwise than the server does. */
function lengthIn(text: string, encoding: Encoding): number {
  if (encoding === 'utf-16') return text.length;
  return encoding === 'utf-8' ? Buffer.byteLength(text) : [...text].length;
}

const linesOf = (text: string) => text.split(/\r\n|\r|\n/);

/** A position in UTF-16 as the client would say it. */
function told(text: string, { line, character }: Position, encoding: Encoding): Position {
  return { line, character: lengthIn((linesOf(text)[line] ?? '').slice(0, character), encoding) };
}

/** A position that the server gave, in UTF-16; one that stands inside of a character or behind its line is none. */
function heard(text: string, { line, character }: Position, encoding: Encoding): Position {
  const content = linesOf(text)[line] ?? '';
  for (let at = 0; at <= content.length; at++) {
    const isInside = /[\ud800-\udbff]$/.test(content.slice(0, at)) && /^[\udc00-\udfff]/.test(content.slice(at));
    if (!isInside && lengthIn(content.slice(0, at), encoding) === character) return { line, character: at };
  }
  throw new Error(`${line}:${character} is no place in ${encoding}`);
}

type Move = (position: Position, uri: string) => Position;

/** A message with every position in it moved; what stands in no document that it names stands in `uri`. */
function moved(value: unknown, move: Move, uri: string): unknown {
  if (Array.isArray(value)) return value.map((each) => moved(each, move, uri));
  if (typeof value !== 'object' || value === null) return value;
  const all = new Map<string, unknown>(Object.entries(value));
  const [line, character] = [all.get('line'), all.get('character')];
  if (typeof line === 'number' && typeof character === 'number') return { ...value, ...move({ line, character }, uri) };
  const document = all.get('textDocument');
  const own = [all.get('targetUri'), all.get('uri'), document && new Map(Object.entries(document)).get('uri'), uri];
  const at = String(own.find((each) => typeof each === 'string'));
  return Object.fromEntries([...all].map(([key, each]) => [key, moved(each, move, key.includes(':/') ? key : at)]));
}

/** As text, the words that tokens colour. */
function wordsOf({ data }: SemanticTokens, text: string, encoding: Encoding): string[] {
  const words: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type, modifiers] = data.slice(i, i + 5);
    [line, character] = [line + down, down === 0 ? character + right : right];
    const [from, to] = [character, character + length].map((each) => heard(text, { line, character: each }, encoding));
    words.push(`${line} ${linesOf(text)[line]?.slice(from?.character, to?.character)} ${type} ${modifiers}`);
  }
  return words;
}

/** The text of the features, with characters of every length before all that is asked about. */
const wide = plain.replace(/^/gm, '/* \u{1F600}é\u6f22e\u0310 */ ').replaceAll('\n', '\r\n');
const people = '{ "x": "\u{1F600}é",\n"é\u{1F600}": 1, "Resources": [{ "userName": "zoe@acme.com", "active": true }] }';
const texts: Readonly<Record<string, string>> = {
  'file:///desk/a.writ': wide,
  'file:///desk/people.json': people,
  'file:///desk/sound/a.writ': sound,
};

async function begin(encoding: Encoding): Promise<Session> {
  const session = await startSession({
    files: { [file]: wide, '/desk/people.json': people },
    capabilities: { ...fullCapabilities, general: { positionEncodings: [encoding] } },
    initializationOptions: { diagnostics: 'pull' },
  });
  assert.equal(session.server.capabilities.positionEncoding, encoding);
  await session.looked('/desk', () => session.open(file));
  return session;
}

const toClient =
  (encoding: Encoding): Move =>
  (position, uri) =>
    told(texts[uri] ?? '', position, encoding);
const fromServer =
  (encoding: Encoding): Move =>
  (position, uri) =>
    heard(texts[uri] ?? '', position, encoding);

/** Asks in one unit, and gives the answer in UTF-16. */
async function ask(session: Session, method: string, encoding: Encoding): Promise<unknown> {
  const uri = 'file:///desk/a.writ';
  // What the table of parameters asks for itself comes and goes in UTF-16.
  const asking: Session = {
    ...session,
    async request<R>(other: string, params: unknown) {
      const answer = await session.request(other, moved(params, toClient(encoding), uri));
      return moved(answer, fromServer(encoding), uri) as R;
    },
  };
  const params = await sensible[method]?.(asking);
  return asking.request(method, params);
}

describe('the unit of columns', () => {
  it('is the first that a client offers and the server knows', () => {
    const picked = (positionEncodings?: string[]) =>
      encodingOf(positionEncodings ? { general: { positionEncodings } } : {});
    assert.equal(picked(), 'utf-16');
    assert.equal(picked([]), 'utf-16');
    assert.equal(picked(['utf-16', 'utf-8']), 'utf-16');
    assert.equal(picked(['utf-8', 'utf-16']), 'utf-8');
    assert.equal(picked(['utf-7', 'utf-32', 'utf-8']), 'utf-32');
    assert.equal(picked(['utf-7']), 'utf-16');
  });

  for (const { method } of features)
    it(`does not matter to ${method}`, async () => {
      const answers = await Promise.all(
        encodings.map(async (encoding) => {
          const session = await begin(encoding);
          const answer = await ask(session, method, encoding);
          assert.deepEqual(session.errors, []);
          const isOfTokens =
            typeof answer === 'object' && answer !== null && 'data' in answer && Array.isArray(answer.data);
          return isOfTokens ? wordsOf(answer as SemanticTokens, wide, encoding) : answer;
        }),
      );
      const [utf8, utf16, utf32] = answers;
      assert.ok(Array.isArray(utf16) ? utf16.length > 0 : utf16 !== null, 'there is nothing to compare');
      assert.deepEqual(utf8, utf16);
      assert.deepEqual(utf32, utf16);
    });

  it('does not matter to what is published', async () => {
    const published = await Promise.all(
      encodings.map(async (encoding) => {
        const session = await startSession({
          files: { [file]: wide },
          capabilities: { ...fullCapabilities, general: { positionEncodings: [encoding] } },
        });
        const { diagnostics = [] } = session.published(file) ?? {};
        return moved(diagnostics, fromServer(encoding), 'file:///desk/a.writ');
      }),
    );
    assert.ok(Array.isArray(published[0]) && published[0].length > 0);
    assert.deepEqual(published[0], published[1]);
    assert.deepEqual(published[2], published[1]);
  });

  for (const encoding of encodings)
    it(`counts edits of colours in ${encoding}`, async () => {
      const session = await begin(encoding);
      const { uri } = session.at(file, '').textDocument;
      const tokens = (name: string, more: object = {}) =>
        session.request<SemanticTokens & SemanticTokensDelta>(`textDocument/semanticTokens/${name}`, {
          textDocument: { uri },
          ...more,
        });
      const before = await tokens('full');
      const at = told(wide, { line: 4, character: wide.split('\r\n')[4]?.indexOf('Agents') ?? 0 }, encoding);
      const contentChanges = [
        { range: { start: at, end: { line: at.line, character: at.character + 'Agents'.length } }, text: 'Ägents' },
        { range: { start: at, end: { line: at.line, character: at.character + lengthIn('Ä', encoding) } }, text: 'É' },
      ];
      await session.client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges,
      });
      const { edits = [] } = await tokens('full/delta', { previousResultId: before.resultId });
      const data = [...before.data];
      for (const edit of edits) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
      const now = wide.replace('group Agents', 'group Égents');
      assert.ok(wordsOf({ data }, now, encoding).some((word) => word.includes('Égents')));
      assert.deepEqual(data, (await tokens('full')).data);
    });
});

const anyText = fc.string({
  unit: fc.constantFrom(
    'a',
    '\t',
    '\n',
    '\r',
    '\r\n',
    'é',
    'e\u0301',
    '\u6f22',
    '\u{1F600}',
    '\ufeff',
    '\ud800',
    '\udc00',
  ),
  maxLength: 30,
});

/** Offsets between characters: not inside of a pair, and not inside of a line end. */
function cuts(text: string): number[] {
  const all = Array.from({ length: text.length + 1 }, (_, at) => at);
  return all
    .filter((at) => !/[\ud800-\udbff]$/.test(text.slice(0, at)) || !/^[\udc00-\udfff]/.test(text.slice(at)))
    .filter((at) => text.slice(at - 1, at + 1) !== '\r\n');
}

describe('positions', () => {
  for (const encoding of encodings) {
    it(`in ${encoding} are those of offsets, there and back`, () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const lines = encodedLines(lineMap(text), text, encoding);
          for (const offset of cuts(text)) {
            const position = lines.position(offset);
            assert.deepEqual(position, told(text, lineMap(text).position(offset), encoding));
            assert.equal(lines.offset(position), offset);
          }
        }),
        { numRuns: 1000 },
      );
    });

    it(`in ${encoding} are cut to their character, their line and the text`, () => {
      fc.assert(
        fc.property(anyText, fc.nat(5), fc.nat(40), (text, line, character) => {
          const lines = encodedLines(lineMap(text), text, encoding);
          const all = cuts(text);
          const offset = lines.offset({ line, character });
          assert.ok(all.includes(offset));
          const places = all.map((each) => lines.position(each)).filter((each) => each.line === line);
          const best = places.filter((each) => each.character <= character).at(-1);
          assert.deepEqual(lines.position(offset), best ?? lines.position(text.length));
        }),
        { numRuns: 1000 },
      );
    });

    it(`in ${encoding} are where a document is changed`, () => {
      const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), anyText), { maxLength: 4 });
      fc.assert(
        fc.property(anyText, edits, (text, all) => {
          const { create, update } = documentsIn(() => encoding);
          let now = text;
          const changes = all.map(([a, b, by]) => {
            const places = cuts(now);
            const [start = 0, end = 0] = [a, b].map((each) => places[each % places.length] ?? 0).sort((x, y) => x - y);
            const [from, to] = [start, end].map((each) => told(now, lineMap(now).position(each), encoding));
            now = now.slice(0, start) + by + now.slice(end);
            assert.ok(from && to);
            return { range: { start: from, end: to }, text: by };
          });
          const document = update(create('file:///a', 'writ', 1, text), changes, 2);
          assert.equal(document.getText(), now);
          assert.equal(document.version, 2);
          const whole = update(TextDocument.create('file:///a', 'writ', 1, text), [{ text: now }], 2);
          assert.equal(whole.getText(), now);
        }),
        { numRuns: 1000 },
      );
    });
  }
});
