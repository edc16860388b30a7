// The grammar of places and questions (section 6 of the language).
import type { IToken, ParserMethod } from 'chevrotain';
import type { Place, Question } from './ast-question.ts';
import type { DateLiteral, Name, Ref } from './ast-value.ts';
import { RecordParser } from './parser-record.ts';
import * as t from './tokens.ts';

const aPrincipal = 'a user, group or service account';
const aPermission = 'a permission';
const aDate = 'a date such as `2027-01-31`';

interface ExceptStart {
  readonly form: 'only' | 'nobody';
  readonly token: IToken;
  readonly except: Ref[];
}

export class QuestionParser extends RecordParser {
  readonly dateLiteral: ParserMethod<[], DateLiteral | undefined> = this.RULE(
    'dateLiteral',
    (): DateLiteral | undefined =>
      this.OPTION(() => {
        const token = this.OR([{ ALT: () => this.CONSUME(t.DateToken) }, { ALT: () => this.CONSUME(t.DateTime) }]);
        return { span: this.at(token), text: token.image };
      }),
  );

  private readonly asOf: ParserMethod<[], DateLiteral | undefined> = this.RULE('asOf', (): DateLiteral | undefined =>
    this.OPTION(() => {
      this.word(1, 'as');
      this.softWord(2, 'of');
      return this.need(this.SUBRULE(this.dateLiteral), aDate);
    }),
  );

  private readonly place: ParserMethod<[], Place | undefined> = this.RULE('place', (): Place | undefined =>
    this.OPTION(() =>
      this.choose<Place>(0, [
        {
          ALT: () => {
            const on = this.word(1, 'on');
            const record = this.need(this.SUBRULE(this.maybeRef), 'the name of a record');
            return { kind: 'on', span: this.from(on), record };
          },
        },
        {
          GATE: () => !(this.LA(2).tokenType === t.wordType('organization') && this.LA(3).tokenType !== t.Dot),
          ALT: () => this.SUBRULE(this.inObject),
        },
        {
          ALT: () => {
            const token = this.word(2, 'in');
            this.word(3, 'organization');
            return { kind: 'organization', span: this.from(token) };
          },
        },
      ]),
    ),
  );

  private readonly inObject: ParserMethod<[], Place> = this.RULE('inObject', (): Place => {
    const token = this.word(1, 'in');
    const object = this.need(this.SUBRULE1(this.maybeRef), '`organization` or the name of an object');
    const body = this.option(2, () => {
      this.word(2, 'with');
      return this.need(this.SUBRULE(this.recordBody), '`{`');
    });
    const when = this.option(3, () => {
      this.word(3, 'when');
      return { condition: this.SUBRULE(this.condition) };
    });
    const hasWhen = when !== undefined;
    return { kind: 'in', span: this.from(token), object, with: body, when: when?.condition, hasWhen };
  });

  private readonly permissions: ParserMethod<[], Name[]> = this.RULE('permissions', (): Name[] => {
    const list: Name[] = [];
    const add = (name: Name | undefined) => {
      if (name === undefined) this.missing(aPermission);
      else list.push(name);
    };
    add(this.SUBRULE(this.name));
    this.MANY(() => {
      this.word(1, 'and');
      add(this.SUBRULE1(this.name));
    });
    return list;
  });

  private readonly somewhere: ParserMethod<[], { permissions: Name[]; place: Place | undefined }> = this.RULE(
    'somewhere',
    (): { permissions: Name[]; place: Place | undefined } => {
      const permissions = this.SUBRULE(this.permissions);
      return { permissions, place: this.need(this.SUBRULE(this.place), '`on` or `in`') };
    },
  );

  /** What `query` asks. */
  readonly queryQuestion: ParserMethod<[], Question | undefined> = this.RULE(
    'queryQuestion',
    (): Question | undefined =>
      this.OPTION(() =>
        this.choose<Question>(0, [
          { ALT: () => this.SUBRULE(this.who) },
          { ALT: () => this.SUBRULE(this.what) },
          { ALT: () => this.SUBRULE(this.can) },
        ]),
      ),
  );

  /** What `expect` says. */
  readonly expectation: ParserMethod<[], Question | undefined> = this.RULE('expectation', (): Question | undefined =>
    this.OPTION(() =>
      this.choose<Question>(0, [{ ALT: () => this.SUBRULE(this.except) }, { ALT: () => this.SUBRULE(this.can) }]),
    ),
  );

  private readonly who: ParserMethod<[], Question> = this.RULE('who', (): Question => {
    const token = this.word(1, 'who');
    const before = this.problems.length;
    this.softWord(2, 'can');
    const { permissions, place } = this.SUBRULE(this.somewhere);
    const asOf = this.SUBRULE(this.asOf);
    return { kind: 'who', span: this.from(token), permissions, place, asOf, broken: this.problems.length > before };
  });

  private readonly what: ParserMethod<[], Question> = this.RULE('what', (): Question => {
    const token = this.word(1, 'what');
    const before = this.problems.length;
    this.softWord(2, 'can');
    const principal = this.need(this.SUBRULE(this.maybeRef), aPrincipal);
    this.softWord(3, 'do');
    const place = this.need(this.SUBRULE(this.place), '`on` or `in`');
    const asOf = this.SUBRULE(this.asOf);
    return { kind: 'what', span: this.from(token), principal, place, asOf, broken: this.problems.length > before };
  });

  private readonly except: ParserMethod<[], Question> = this.RULE('except', (): Question => {
    const before = this.problems.length;
    const { form, token, except } = this.choose<ExceptStart>(0, [
      {
        ALT: () => ({
          form: 'only',
          token: this.word(1, 'only'),
          except: this.SUBRULE(this.refs, { ARGS: [aPrincipal] }),
        }),
      },
      {
        ALT: () => {
          const nobody = this.word(2, 'nobody');
          const refs = this.option(3, () => {
            this.word(3, 'but');
            return this.SUBRULE1(this.refs, { ARGS: [aPrincipal] });
          });
          return { form: 'nobody', token: nobody, except: refs ?? [] };
        },
      },
    ]);
    this.softWord(4, 'can');
    const { permissions, place } = this.SUBRULE(this.somewhere);
    const asOf = this.SUBRULE(this.asOf);
    const broken = this.problems.length > before;
    return { kind: 'except', form, span: this.from(token), except, permissions, place, asOf, broken };
  });

  private readonly can: ParserMethod<[], Question> = this.RULE('can', (): Question => {
    const before = this.problems.length;
    const principal = this.SUBRULE(this.ref);
    const cannot = this.soft(1, t.wordType('cannot'));
    const can = this.soft(2, t.wordType('can'));
    if (can === undefined && cannot === undefined) this.missing('`can` or `cannot`');
    const negated = cannot !== undefined;
    return this.choose<Question>(0, [
      {
        ALT: () => {
          this.word(3, 'invite');
          const address = this.need(this.SUBRULE(this.quoted), 'a quoted address');
          return { kind: 'invite', principal, negated, address, ...this.ending(5, principal, before) };
        },
      },
      {
        ALT: () => {
          this.word(4, 'use');
          const account = this.need(this.SUBRULE(this.maybeRef), 'a service account');
          return { kind: 'use', principal, negated, account, ...this.ending(6, principal, before) };
        },
      },
      {
        ALT: () => {
          const { permissions, place } = this.SUBRULE(this.somewhere);
          return { kind: 'can', principal, negated, permissions, place, ...this.ending(7, principal, before) };
        },
      },
    ]);
  });

  private ending(index: number, first: Ref, before: number) {
    const asOf = this.subrule(index, this.asOf);
    return { asOf, span: this.fromSpan(first.span), broken: this.problems.length > before };
  }
}
