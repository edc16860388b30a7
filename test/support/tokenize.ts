// Runs the TextMate grammar of Writ with the tokenizer that VS Code itself uses, for the tests of `syntaxes/`.
import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import onigurumaModule from 'vscode-oniguruma';
import textmateModule, { type IGrammar, type StateStack } from 'vscode-textmate';

const grammarFile = new URL('../../syntaxes/writ.tmLanguage.json', import.meta.url);

/** A piece of one line: UTF-16 offsets within the line, and the scopes from `source.writ` inwards. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

export interface Tokenized {
  readonly line: string;
  readonly tokens: readonly Token[];
  /** The tokenizer gave up before the end of the line. */
  readonly stopped: boolean;
}

async function loadGrammar(): Promise<IGrammar> {
  const wasm = await readFile(new URL(import.meta.resolve('vscode-oniguruma/release/onig.wasm')));
  await onigurumaModule.loadWASM(wasm);
  const registry = new textmateModule.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => onigurumaModule.createOnigScanner(patterns),
      createOnigString: (text) => onigurumaModule.createOnigString(text),
    }),
    loadGrammar: async () =>
      textmateModule.parseRawGrammar(await readFile(grammarFile, 'utf8'), 'writ.tmLanguage.json'),
  });
  const grammar = await registry.loadGrammar('source.writ');
  if (grammar === null) throw new Error('the grammar cannot be loaded');
  return grammar;
}

/** The grammar, loaded once for the whole run. */
const grammar: IGrammar = await loadGrammar();

/** The tokens of each line of a text. */
export function tokenize(text: string): Tokenized[] {
  let state: StateStack = textmateModule.INITIAL;
  return text.split(/\r\n|\r|\n/).map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    const tokens = result.tokens.map(({ startIndex: start, endIndex, scopes }) => {
      const end = Math.min(endIndex, line.length);
      return { start, end, text: line.slice(start, end), scopes };
    });
    return { line, tokens, stopped: result.stoppedEarly };
  });
}

/**
 * For each character of a line what an editor takes it for: `s` a text, `c` a comment, `-` neither. In the first two it
 * neither pairs brackets nor closes them. The bits are those of `StandardTokenType` in vscode-textmate.
 */
export function standardTypes(line: string): string {
  const { tokens } = grammar.tokenizeLine2(line, textmateModule.INITIAL);
  const names = ['-', 'c', 's', 'r'];
  let types = '';
  for (let i = 0; i < tokens.length; i += 2) {
    const type = names[((tokens[i + 1] ?? 0) >>> 8) & 3] ?? '?';
    types += type.repeat(Math.min(tokens[i + 2] ?? line.length, line.length) - (tokens[i] ?? 0));
  }
  return types;
}

/** The innermost scopes are the last; a wanted scope names the start of one, at a dot. */
export function hasScope(token: Token, wanted: string): boolean {
  return token.scopes.some((scope) => scope === wanted || scope.startsWith(`${wanted}.`));
}

const marker = /^\s*(\^+)\s+(\S.*)$/;

/**
 * Checks a text in which lines of `^^^ scope other !third` speak of the line of Writ above them: every token under the
 * carets has a scope that starts with `scope`, one that starts with `other`, and none that starts with `third`.
 */
export function checkScopes(marked: string): void {
  const lines = marked.split('\n');
  const tokenized = tokenize(lines.filter((line) => !marker.test(line)).join('\n'));
  let above = -1;
  for (const line of lines) {
    const [, carets = '', wanted = ''] = marker.exec(line) ?? [];
    if (carets === '') {
      above++;
      continue;
    }
    const start = line.indexOf('^');
    const under =
      tokenized[above]?.tokens.filter(
        (t) => t.end > start && t.start < start + carets.length && t.text.trim() !== '',
      ) ?? [];
    assert.notEqual(under.length, 0, `nothing stands above\n${tokenized[above]?.line}\n${line}`);
    for (const token of under) checkToken(token, wanted, `${tokenized[above]?.line}\n${line}`);
  }
}

function checkToken(token: Token, wanted: string, where: string): void {
  for (const scope of wanted.trim().split(/\s+/)) {
    const refused = scope.startsWith('!');
    const found = hasScope(token, refused ? scope.slice(1) : scope);
    assert.notEqual(found, refused, `\`${token.text}\` has the scopes ${token.scopes.join(' ')}\n${where}`);
  }
}

/** The tokens of a line that follows `before`, as lines of text and scopes. */
export function tokensAfter(before: string, line: string): string {
  return tokenize(`${before}\n${line}`).slice(before.split('\n').length).map(describeLine).join('\n');
}

/** A line and its tokens, for baselines and comparisons: white space is left out. */
export function describeLine({ line, tokens }: Tokenized): string {
  const rows = tokens
    .filter((token) => token.text.trim() !== '')
    .map((token) => `  ${token.text.trim()}  ·  ${token.scopes.slice(1).join(' ')}`);
  return [`| ${line}`.trimEnd(), ...rows].join('\n');
}
