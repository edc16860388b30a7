// The grammar of record bodies: fields, relations, and how what cannot be read is passed over.
import type { IToken, ParserMethod, TokenType } from 'chevrotain';
import type { RecordBody, RecordField, RecordItem, Relation, RelationKind } from './ast-value.ts';
import { blockWords } from './blocks.ts';
import { ConditionParser } from './parser-condition.ts';
import * as t from './tokens.ts';

const aPrincipal = 'a user, group or service account';
const relationWords: ReadonlySet<TokenType> = new Set(blockWords.record.map(t.wordType));

/** What was in a stretch that could not be read. */
export interface PassedOver {
  readonly words: string[];
  readonly hasDate: boolean;
}

interface RelationStart {
  readonly relation: RelationKind;
  readonly token: IToken;
}

export class RecordParser extends ConditionParser {
  readonly recordBody: ParserMethod<[], RecordBody | undefined> = this.RULE('recordBody', (): RecordBody | undefined =>
    this.OPTION(() => {
      const open = this.CONSUME(t.LCurly);
      const items: RecordItem[] = [];
      const before = this.problems.length;
      this.skipToRecordItem();
      this.MANY(() => {
        items.push(
          this.choose<RecordItem>(0, [
            { ALT: () => this.SUBRULE(this.relation) },
            { ALT: () => this.SUBRULE(this.recordField) },
          ]),
        );
        this.skipToRecordItem();
      });
      const close = this.soft(2, t.RCurly);
      if (close === undefined) this.missing('`}` to close the record', () => this.closing(open));
      const broken = this.problems.length > before;
      return { span: this.from(open), closed: close !== undefined, items, broken };
    }),
  );

  /** Passes over what begins no item, so that the items after it are read. */
  private skipToRecordItem(): void {
    this.ACTION(() => {
      const starts = (type: TokenType) => relationWords.has(type) || t.canBeName(type);
      this.passOver(starts, () => this.missing('a field, a relation or `}`'));
    });
  }

  /** Skips tokens up to one that `starts` accepts, a closing brace or the end, and gives their bare words; `say` is called once. */
  protected passOver(starts: (type: TokenType) => boolean, say: () => void): PassedOver {
    const words: string[] = [];
    let hasDate = false;
    let depth = 0;
    let said = false;
    while (this.LA(1).tokenType !== t.endOfInput) {
      const { tokenType } = this.LA(1);
      if (depth === 0 && (tokenType === t.RCurly || starts(tokenType))) return { words, hasDate };
      if (!said) say();
      said = true;
      if (tokenType === t.LCurly) depth++;
      if (tokenType === t.RCurly) depth--;
      if (t.isBareWord(tokenType)) words.push(this.LA(1).image);
      if (tokenType === t.DateToken || tokenType === t.DateTime) hasDate = true;
      this.consume(0, tokenType);
    }
    return { words, hasDate };
  }

  private readonly recordField: ParserMethod<[], RecordField> = this.RULE('recordField', (): RecordField => {
    const token = this.CONSUME(t.NameLike);
    const name = this.nameOf(token);
    const value = this.choose<RecordField['value']>(0, [
      { ALT: () => this.is(1, 'empty') },
      { GATE: () => this.LA(1).tokenType === t.LParen, ALT: () => this.SUBRULE(this.valueList) },
      { ALT: () => this.need(this.SUBRULE(this.value), 'a value or `empty`') },
    ]);
    return { kind: 'value', span: this.from(token), name, value };
  });

  private readonly relation: ParserMethod<[], Relation> = this.RULE('relation', (): Relation => {
    const { relation, token } = this.choose<RelationStart>(0, [
      { ALT: () => this.relationWords('watch', this.word(1, 'watched'), 'by') },
      { ALT: () => ({ relation: 'mention', token: this.word(2, 'mentions') }) },
      { ALT: () => this.relationWords('share', this.word(3, 'shared'), 'with') },
      { ALT: () => this.relationWords('assign', this.word(4, 'assigned'), 'to') },
      { ALT: () => this.relationWords('approval', this.word(5, 'approved'), 'by') },
    ]);
    const word = this.from(token);
    const refs = this.SUBRULE(this.refs, { ARGS: [aPrincipal] });
    return { kind: 'relation', span: this.from(token), relation, word, refs };
  });

  private relationWords(relation: RelationKind, token: IToken, word: 'by' | 'with' | 'to'): RelationStart {
    this.softWord({ by: 10, with: 11, to: 12 }[word] + (relation === 'approval' ? 5 : 0), word);
    return { relation, token };
  }
}
