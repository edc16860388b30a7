// The grammar of conditions (section 4 of the language).
import type { IToken, ParserMethod } from 'chevrotain';
import type {
  BetweenTest,
  Comparison,
  Condition,
  ListTest,
  RelativeTest,
  Test,
  ValueOperator,
} from './ast-condition.ts';
import type { Value } from './ast-value.ts';
import { ValueParser } from './parser-values.ts';
import * as t from './tokens.ts';

const signs = [t.Greater, t.GreaterEqual, t.Less, t.LessEqual];
const aValue = 'a value';
/** Deeper than this nobody writes, and the stack of whoever reads it further on is finite. */
const deepest = 100;

export class ConditionParser extends ValueParser {
  readonly condition: ParserMethod<[], Condition | undefined> = this.RULE('condition', (): Condition | undefined =>
    this.junction('or'),
  );
  private readonly conjunction: ParserMethod<[], Condition | undefined> = this.RULE(
    'conjunction',
    (): Condition | undefined => this.junction('and'),
  );

  private junction(word: 'and' | 'or'): Condition | undefined {
    const parts: Condition[] = [];
    const part = () => (word === 'or' ? this.subrule(1, this.conjunction) : this.subrule(2, this.negation));
    const next = () => (word === 'or' ? this.subrule(3, this.conjunction) : this.subrule(4, this.negation));
    const add = (found: Condition | undefined) => {
      if (found !== undefined) parts.push(found);
    };
    add(part());
    let count = 1;
    this.many(1, () => {
      this.word(1, word);
      add(next());
      count++;
    });
    const [first] = parts;
    if (first === undefined || count === 1) return first;
    return { kind: word, span: this.fromSpan(first.span), parts };
  }

  /** How many conditions are open around the one being read. */
  private nesting = 0;

  private deeper<T>(read: () => T): T {
    this.nesting++;
    const found = read();
    this.nesting--;
    return found;
  }

  private readonly negation: ParserMethod<[], Condition | undefined> = this.RULE(
    'negation',
    (): Condition | undefined =>
      this.chooseFirst<Condition | undefined>(0, [
        {
          GATE: () => this.nesting < deepest,
          ALT: () => {
            const not = this.word(1, 'not');
            const part = this.deeper(() => this.SUBRULE(this.negation));
            return { kind: 'not', span: this.from(not), part };
          },
        },
        {
          GATE: () => this.nesting < deepest,
          ALT: () => {
            const open = this.CONSUME(t.LParen);
            const part = this.deeper(() => this.SUBRULE(this.condition));
            if (this.soft(1, t.RParen) === undefined) this.missing('`)`, `and` or `or`');
            return { kind: 'parenthesis', span: this.from(open), part };
          },
        },
        { ALT: () => this.SUBRULE(this.comparison) },
        {
          ALT: () => {
            this.missing(this.nesting < deepest ? 'a field' : `no more than ${deepest} conditions inside each other`);
            return undefined;
          },
        },
      ]),
  );

  private readonly comparison: ParserMethod<[], Comparison> = this.RULE('comparison', (): Comparison => {
    const token = this.CONSUME(t.NameLike);
    const field = this.nameOf(token);
    const test = this.need(this.SUBRULE(this.fieldTest), 'an operator');
    return { kind: 'comparison', span: this.from(token), field, test };
  });

  private readonly fieldTest: ParserMethod<[], Test | undefined> = this.RULE('fieldTest', (): Test | undefined =>
    this.OPTION(() =>
      this.choose<Test>(0, [
        { ALT: () => this.SUBRULE(this.isTest) },
        { ALT: () => this.simple('contains', this.word(2, 'contains'), 1) },
        { ALT: () => this.simple('after', this.word(3, 'after'), 2) },
        { ALT: () => this.simple('before', this.word(4, 'before'), 3) },
        { ALT: () => this.withTest('starts with', this.word(5, 'starts'), 4) },
        { ALT: () => this.withTest('ends with', this.word(6, 'ends'), 5) },
        ...signs.map((sign, i) => ({
          ALT: () => this.simple(sign.name as ValueOperator, this.consume(20 + i, sign), 20 + i),
        })),
        { ALT: () => this.SUBRULE(this.overlaps) },
        { ALT: () => this.SUBRULE(this.between) },
        { ALT: () => this.SUBRULE(this.relative) },
      ]),
    ),
  );

  /** A value of a comparison. `or` and `not` are names there only where they do not go on with the condition. */
  private readonly operand: ParserMethod<[], Value | undefined> = this.RULE('operand', (): Value | undefined =>
    this.OPTION({
      GATE: () => !this.continuesCondition(),
      DEF: () => this.SUBRULE(this.value),
    }),
  );

  private continuesCondition(): boolean {
    const next = this.LA(1).tokenType;
    if (next !== t.wordType('or') && next !== t.wordType('not')) return false;
    const after = this.LA(2);
    return after.tokenType === t.LParen || after.tokenType === t.StringToken || after.tokenType === t.Identifier;
  }

  private simple(operator: ValueOperator, token: IToken, index: number): Test {
    const value = this.need(this.subrule(30 + index, this.operand), aValue);
    return { operator, operatorSpan: this.at(token), value, span: this.from(token) };
  }

  private withTest(operator: 'starts with' | 'ends with', token: IToken, index: number): Test {
    this.softWord(30 + index, 'with');
    const operatorSpan = this.from(token);
    const value = this.need(this.subrule(30 + index, this.operand), aValue);
    return { operator, operatorSpan, value, span: this.from(token) };
  }

  private readonly isTest: ParserMethod<[], Test> = this.RULE('isTest', (): Test => {
    const is = this.word(1, 'is');
    return this.chooseFirst<Test>(0, [
      {
        ALT: () => {
          this.word(2, 'empty');
          return { operator: 'is empty', operatorSpan: this.from(is), span: this.from(is) };
        },
      },
      {
        ALT: () => {
          this.word(3, 'not');
          this.word(4, 'empty');
          return { operator: 'is not empty', operatorSpan: this.from(is), span: this.from(is) };
        },
      },
      {
        ALT: () => {
          this.word(5, 'one');
          this.word(6, 'of');
          const operatorSpan = this.from(is);
          const values = this.SUBRULE(this.valueList);
          return { operator: 'is one of', operatorSpan, values, span: this.from(is) };
        },
      },
      {
        ALT: () => {
          this.word(7, 'in');
          const operatorSpan = this.from(is);
          const group = this.need(this.SUBRULE(this.maybeRef), 'the name of a group');
          return { operator: 'is in', operatorSpan, group, span: this.from(is) };
        },
      },
      {
        ALT: () => {
          this.word(8, 'not');
          const operatorSpan = this.from(is);
          const value = this.need(this.SUBRULE1(this.operand), aValue);
          return { operator: 'is not', operatorSpan, value, span: this.from(is) };
        },
      },
      {
        ALT: () => {
          const operatorSpan = this.at(is);
          const value = this.need(this.SUBRULE2(this.operand), aValue);
          return { operator: 'is', operatorSpan, value, span: this.from(is) };
        },
      },
    ]);
  });

  readonly valueList: ParserMethod<[], Value[]> = this.RULE('valueList', (): Value[] =>
    this.parenthesized(this.value, aValue),
  );

  private readonly overlaps: ParserMethod<[], ListTest> = this.RULE('overlaps', (): ListTest => {
    const token = this.word(1, 'overlaps');
    const values = this.SUBRULE(this.valueList);
    return { operator: 'overlaps', operatorSpan: this.at(token), values, span: this.from(token) };
  });

  private readonly between: ParserMethod<[], BetweenTest> = this.RULE('between', (): BetweenTest => {
    const token = this.word(1, 'between');
    const low = this.need(this.SUBRULE(this.operand), aValue);
    this.softWord(2, 'and');
    const high = this.need(this.SUBRULE1(this.operand), aValue);
    return { operator: 'between', operatorSpan: this.at(token), low, high, span: this.from(token) };
  });

  private readonly relative: ParserMethod<[], RelativeTest> = this.RULE('relative', (): RelativeTest => {
    const token = this.word(1, 'in');
    this.softWord(2, 'the');
    const last = this.soft(3, t.wordType('last'));
    const next = this.soft(4, t.wordType('next'));
    if (last === undefined && next === undefined) this.missing('`last` or `next`');
    const operatorSpan = this.from(token);
    const number = this.need(this.soft(5, t.NumberToken), 'a whole number');
    const unit = this.need(this.SUBRULE(this.timeUnit), '`days`, `weeks`, `months` or `years`');
    const count = number === undefined ? undefined : { span: this.at(number), text: number.image };
    return {
      operator: next === undefined ? 'in the last' : 'in the next',
      operatorSpan,
      count,
      unit,
      span: this.from(token),
    };
  });

  private readonly timeUnit: ParserMethod<[], RelativeTest['unit']> = this.RULE('timeUnit', (): RelativeTest['unit'] =>
    this.OPTION(() =>
      this.choose<'days' | 'weeks' | 'months' | 'years'>(0, [
        { ALT: () => this.is(1, 'days') },
        { ALT: () => this.is(2, 'weeks') },
        { ALT: () => this.is(3, 'months') },
        { ALT: () => this.is(4, 'years') },
      ]),
    ),
  );
}
