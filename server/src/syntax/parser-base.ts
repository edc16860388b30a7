// What every part of the grammar needs: spans, problems, soft tokens, names, references and values.
// The grammar is total: a token that is missing is reported and left out, never thrown about, so that each property
// keeps what could be read of it.
import { EmbeddedActionsParser, EOF, type IToken, type ParserMethod, type TokenType } from 'chevrotain';
import type { Span } from '../text/span.ts';
import type { Name, Ref, Text } from './ast-value.ts';
import type { Word } from './keywords.ts';
import { generalLookahead, lookahead, maxLookahead } from './lookahead.ts';
import { decodeString } from './strings.ts';
import * as t from './tokens.ts';

export interface SyntaxProblem {
  /** Relative to the unit. */
  readonly span: Span;
  readonly message: string;
  /** The one edit that makes it right, where there is one. */
  readonly fix?: { readonly title: string; readonly span: Span; readonly text: string };
}

export interface Alternative<T> {
  readonly ALT: () => T;
  readonly GATE?: () => boolean;
}

/** No further is looked for where the line of a brace begins: a text may be one line. */
const longestHead = 500;

export class BaseParser extends EmbeddedActionsParser {
  /** Offset of the unit in the text that the tokens were read from. */
  protected base = 0;
  protected text = '';
  problems: SyntaxProblem[] = [];
  private reportedAt = -1;

  protected constructor(options: { readonly validate: boolean }) {
    super(t.allTokens, {
      lookaheadStrategy: options.validate ? generalLookahead : lookahead,
      maxLookahead,
      recoveryEnabled: false,
      skipValidations: !options.validate,
    });
  }

  /** Makes ready for one unit: its tokens, the text that they index, and where the unit starts there. */
  protected begin(tokens: IToken[], text: string, base: number): void {
    this.input = tokens;
    this.text = text;
    this.base = base;
    this.problems = [];
    this.reportedAt = -1;
  }

  protected at(token: IToken): Span {
    // While the grammar is recorded there may be no token, or nothing of one; an action for each would take longer.
    const { startOffset = 0, image = '' }: Partial<IToken> = token ?? {};
    const start = startOffset - this.base;
    return { start, end: start + image.length };
  }

  /** From a token to the last one read. */
  protected from(token: IToken): Span {
    return this.untilLast(this.at(token));
  }

  /** Actions do not run while the grammar is recorded, when what was read is only a placeholder. */
  protected fromSpan(first: Span): Span {
    return this.ACTION(() => this.untilLast(first));
  }

  private untilLast(first: Span): Span {
    const last = this.LA(0);
    return { start: first.start, end: Math.max(first.end, last.startOffset - this.base + last.image.length) };
  }

  /** Where the next token stands, or at the end of the unit its last token. */
  protected here(): Span {
    const next = this.LA(1);
    return next.tokenType === EOF ? this.at(this.LA(0)) : this.at(next);
  }

  /** True where the next token is the first of its line. */
  protected onNewLine(): boolean {
    const next = this.LA(1);
    const last = this.LA(0);
    if (next.tokenType === EOF) return true;
    return /[\r\n]/.test(this.text.slice(t.endOf(last), next.startOffset));
  }

  protected report(problem: SyntaxProblem): void {
    this.ACTION(() => this.problems.push(problem));
  }

  /** Says what should stand here; once for a place, since what follows is then guesswork. */
  protected missing(what: string, fix?: () => SyntaxProblem['fix']): void {
    this.ACTION(() => {
      const next = this.LA(1);
      const place = next.tokenType === EOF ? Number.MAX_SAFE_INTEGER : next.startOffset;
      if (place === this.reportedAt) return;
      this.reportedAt = place;
      const message =
        next.tokenType === EOF
          ? `expected ${what} before the end`
          : `expected ${what}, found \`${shorten(next.image)}\``;
      const insertion = fix === undefined ? this.insertionOf(what) : fix();
      const span = this.here();
      this.problems.push(insertion === undefined ? { span, message } : { span, message, fix: insertion });
    });
  }

  /** What is missing, right behind the last token, where it is one word or sign. */
  private insertionOf(what: string): SyntaxProblem['fix'] {
    const token = /^`([^`]+)`$/.exec(what)?.[1];
    const last = this.LA(0);
    if (token === undefined || last.tokenType === EOF) return undefined;
    return this.insertion(token, /^[:(]$/.test(token) ? token : ` ${token}`);
  }

  /** The brace that a block lacks: on a line of its own where the block has several. */
  protected closing(brace: IToken): SyntaxProblem['fix'] {
    const before = this.text.slice(Math.max(0, brace.startOffset - longestHead), brace.startOffset);
    const [head = ''] = before.split(/[\r\n]/).slice(-1);
    const indent = /^[ \t]*/.exec(head)?.[0] ?? '';
    const inside = this.text.slice(brace.startOffset, t.endOf(this.LA(0)));
    const line = /\r\n|\r|\n/.exec(inside)?.[0];
    return this.insertion('}', line === undefined ? ' }' : `${line}${indent}}`);
  }

  /** Puts a text behind the last token. */
  protected insertion(token: string, text: string): SyntaxProblem['fix'] {
    const { end } = this.at(this.LA(0));
    return { title: `Insert \`${token}\``, span: { start: end, end }, text };
  }

  /** True where a problem was already reported at the next token. */
  protected wasReportedHere(): boolean {
    return this.LA(1).startOffset === this.reportedAt;
  }

  protected markReported(): void {
    this.reportedAt = this.LA(1).startOffset;
  }

  /** A value that must be there: reports what is missing where it is not. */
  protected need<T>(value: T | undefined, what: string): T | undefined {
    if (value === undefined) this.missing(what);
    return value;
  }

  protected soft(index: number, type: TokenType): IToken | undefined {
    return this.option(index, () => this.consume(index, type));
  }

  protected softWord(index: number, word: Word): IToken | undefined {
    const token = this.soft(index, t.wordType(word));
    if (token === undefined) this.missing(`\`${word}\``);
    return token;
  }

  protected word(index: number, word: Word): IToken {
    return this.consume(index, t.wordType(word));
  }

  /** Reads a word and gives it. */
  protected is<W extends Word>(index: number, word: W): W {
    this.word(index, word);
    return word;
  }

  /** One of several alternatives that never overlap. */
  protected choose<T>(index: number, alternatives: Alternative<T>[]): T {
    return this.or(index, alternatives);
  }

  /** One of several alternatives that may overlap: the first that fits. */
  protected chooseFirst<T>(index: number, alternatives: Alternative<T>[]): T {
    return this.or(index, { DEF: alternatives, IGNORE_AMBIGUITIES: true });
  }

  protected nameOf(token: IToken): Name {
    const span = this.at(token);
    if (token.tokenType !== t.StringToken) return { span, text: token.image, quoted: false };
    return { span, text: this.decode(token), quoted: true };
  }

  private decode(token: IToken): string {
    return this.ACTION(() => {
      const { text, bad } = decodeString(token.image);
      const { start } = this.at(token);
      for (const { span, message } of bad)
        this.problems.push({ span: { start: start + span.start, end: start + span.end }, message });
      return text;
    });
  }

  /** A name, where one stands. */
  readonly name: ParserMethod<[], Name | undefined> = this.RULE('name', (): Name | undefined =>
    this.OPTION(() => this.nameOf(this.CONSUME(t.NameLike))),
  );

  /** The name that a declaration gives. A reserved word in its place is reported and taken for it. */
  readonly declared: ParserMethod<[string], Name | undefined> = this.RULE(
    'declared',
    (what: string): Name | undefined => {
      const name = this.SUBRULE(this.name);
      return name ?? this.ACTION(() => this.reservedName(what));
    },
  );

  private reservedName(what: string): Name | undefined {
    const token = this.LA(1);
    const after = this.LA(2).tokenType;
    const isNamed = after === t.LCurly || after === t.Colon;
    if (!t.isBareWord(token.tokenType) || !isNamed || this.onNewLine()) {
      this.missing(what);
      return undefined;
    }
    const span = this.at(token);
    const text = JSON.stringify(token.image);
    const message = `\`${token.image}\` is a word of the language: as a name it is quoted`;
    this.problems.push({ span, message, fix: { title: `Change to \`${text}\``, span, text } });
    this.consume(0, token.tokenType);
    return { span, text: token.image, quoted: false };
  }

  readonly quoted: ParserMethod<[], Text | undefined> = this.RULE('quoted', (): Text | undefined =>
    this.OPTION(() => {
      const token = this.CONSUME(t.StringToken);
      return { span: this.at(token), text: this.decode(token) };
    }),
  );

  /** A word of the catalogue: any bare word, reserved or not, unless it begins the next line's item. */
  protected catalogueWord(index: number, startsItem: (type: TokenType) => boolean): Name | undefined {
    return this.option(index, {
      GATE: () => !(startsItem(this.LA(1).tokenType) && this.onNewLine()),
      DEF: () =>
        this.or(index, [
          { ALT: () => this.nameOf(this.consume(index, t.BareWord)) },
          { ALT: () => this.nameOf(this.consume(index, t.StringToken)) },
        ]),
    });
  }

  readonly ref: ParserMethod<[], Ref> = this.RULE(
    'ref',
    (): Ref =>
      this.choose<Ref>(0, [
        {
          ALT: () => {
            const word = this.CONSUME(t.wordType('organization'));
            if (this.soft(9, t.Dot) === undefined) this.missing('`.` and a name');
            const name = this.need(this.SUBRULE(this.name), 'a name after `organization.`');
            return {
              kind: 'ref',
              span: this.from(word),
              qualifier: { kind: 'organization', span: this.at(word) },
              name,
            };
          },
        },
        {
          ALT: () => {
            const token = this.CONSUME(t.NameLike);
            const first = this.nameOf(token);
            const second = this.OPTION(() => {
              this.CONSUME1(t.Dot);
              return { name: this.need(this.SUBRULE1(this.name), 'a name after the dot') };
            });
            const span = this.from(token);
            if (second === undefined) return { kind: 'ref', span, qualifier: undefined, name: first };
            return { kind: 'ref', span, qualifier: first, name: second.name };
          },
        },
      ]),
  );

  readonly maybeRef: ParserMethod<[], Ref | undefined> = this.RULE('maybeRef', (): Ref | undefined =>
    this.OPTION(() => this.SUBRULE(this.ref)),
  );
}

/** The first words of a long token: a message is one line. */
export function shorten(image: string): string {
  const line = image.split(/[\r\n]/, 1)[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
