// The grammar of lists and values: what conditions, record bodies and properties are made of.
import type { IToken, ParserMethod, TokenType } from 'chevrotain';
import type { Ref, Text, Value } from './ast-value.ts';
import { BaseParser } from './parser-base.ts';
import * as t from './tokens.ts';

export class ValueParser extends BaseParser {
  /** `one, two, three`; an empty place between commas is reported and left out, but for a whole list before `end`. */
  protected commaList<T>(one: ParserMethod<[], T | undefined>, what: string, end?: TokenType): T[] {
    const list: T[] = [];
    const add = (value: T | undefined) => {
      if (value === undefined) this.missing(what);
      else list.push(value);
    };
    const first = this.subrule(60, one);
    if (first !== undefined || this.LA(1).tokenType !== end) add(first);
    this.many(60, () => {
      this.consume(60, t.Comma);
      add(this.subrule(61, one));
    });
    return list;
  }

  readonly refs: ParserMethod<[string], Ref[]> = this.RULE('refs', (what: string): Ref[] =>
    this.commaList(this.maybeRef, what),
  );

  readonly texts: ParserMethod<[string], Text[]> = this.RULE('texts', (what: string): Text[] =>
    this.commaList(this.quoted, what),
  );

  /** `( one, two )`. */
  protected parenthesized<T>(one: ParserMethod<[], T | undefined>, what: string): T[] {
    const open = this.soft(62, t.LParen);
    if (open === undefined) {
      this.missing('`(`');
      return [];
    }
    // An empty list parses: that it cannot be empty is the model's to say.
    const list = this.commaList(one, what, t.RParen);
    if (this.soft(63, t.RParen) === undefined) this.missing('`)` or `,`', () => this.insertion(')', ')'));
    return list;
  }

  readonly value: ParserMethod<[], Value | undefined> = this.RULE('value', (): Value | undefined =>
    this.OPTION(() =>
      this.choose<Value>(0, [
        { ALT: () => this.literal('number', this.CONSUME(t.NumberToken)) },
        { ALT: () => this.literal('date', this.CONSUME(t.DateToken)) },
        { ALT: () => this.literal('datetime', this.CONSUME(t.DateTime)) },
        { ALT: () => this.currentUser() },
        { ALT: () => this.fieldValue() },
        { ALT: () => this.refValue() },
      ]),
    ),
  );

  private literal(kind: 'number' | 'date' | 'datetime', token: IToken): Value {
    return { kind, span: this.at(token), text: token.image };
  }

  private currentUser(): Value {
    const token = this.word(10, 'current');
    this.softWord(11, 'user');
    const attribute = this.option(12, () => {
      this.consume(12, t.Dot);
      return this.need(this.subrule(12, this.name), 'an attribute after the dot');
    });
    return { kind: 'current user', span: this.from(token), attribute };
  }

  private fieldValue(): Value {
    const token = this.word(13, 'field');
    const name = this.need(this.subrule(13, this.name), 'the name of a field');
    return { kind: 'field', span: this.from(token), name };
  }

  private refValue(): Value {
    const ref = this.subrule(14, this.ref);
    if (ref.qualifier === undefined && ref.name?.quoted === true)
      return { kind: 'string', span: ref.span, text: ref.name.text };
    return { kind: 'name', span: ref.span, ref };
  }
}
