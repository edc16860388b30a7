// The grammar of roles and what they grant (sections 3 and 7 of the language).
import type { IToken, ParserMethod } from 'chevrotain';
import type { AutoShare, Expires, Grant, Grants, RoleDecl } from './ast.ts';
import { BlockParser } from './parser-block.ts';
import * as t from './tokens.ts';

const userOrGroup = 'a user or group';
const levels = ['view', 'edit', 'admin'] as const;

export class RoleParser extends BlockParser {
  protected readonly role: ParserMethod<[], RoleDecl> = this.RULE('role', (): RoleDecl => {
    const { first, managed } = this.choose<{ first: IToken; managed: boolean }>(0, [
      { ALT: () => ({ first: this.word(1, 'role'), managed: false }) },
      {
        ALT: () => {
          const token = this.word(2, 'managed');
          this.softWord(3, 'role');
          return { first: token, managed: true };
        },
      },
    ]);
    const keyword = this.from(first);
    const name = this.SUBRULE(this.declared, { ARGS: ['the name of the role'] });
    const braces = this.block(managed ? 'managed role' : 'role', this.roleItem);
    return { kind: 'role', managed, keyword, name, ...braces, span: this.from(first) };
  });

  private readonly roleItem: ParserMethod<[], RoleDecl['items'][number]> = this.RULE(
    'roleItem',
    (): RoleDecl['items'][number] =>
      this.choose<RoleDecl['items'][number]>(0, [
        { ALT: () => this.SUBRULE(this.description) },
        { ALT: () => this.refList('members', this.word(1, 'members'), userOrGroup) },
        { ALT: () => this.SUBRULE(this.grants) },
        { ALT: () => this.SUBRULE(this.roleAutoShare) },
        { ALT: () => this.SUBRULE(this.expires) },
      ]),
  );

  private readonly grants: ParserMethod<[], Grants> = this.RULE('grants', (): Grants => {
    const token = this.word(1, 'grants');
    const grants = this.commaList(this.grant, 'a permission or a level');
    return { kind: 'grants', span: this.from(token), grants };
  });

  private readonly grant: ParserMethod<[], Grant | undefined> = this.RULE('grant', (): Grant | undefined =>
    this.OPTION(() =>
      this.choose<Grant>(0, [
        ...levels.map((level, i) => ({ ALT: () => this.levelGrant(level, this.word(10 + i, level), i) })),
        {
          ALT: () => {
            const name = this.nameOf(this.CONSUME(t.NameLike));
            return { kind: 'permission', name, span: name.span };
          },
        },
      ]),
    ),
  );

  private levelGrant(level: (typeof levels)[number], token: IToken, index: number): Grant {
    const on = this.softWord(20 + index, 'on');
    const group = this.need(this.subrule(20 + index, this.name), 'the name of a permission group');
    return { kind: 'level', level, word: this.at(token), group, complete: on !== undefined, span: this.from(token) };
  }

  private readonly roleAutoShare: ParserMethod<[], AutoShare> = this.RULE(
    'roleAutoShare',
    (): AutoShare => this.autoShareWords(this.word(1, 'auto-share'), false),
  );

  private readonly expires: ParserMethod<[], Expires> = this.RULE('expires', (): Expires => {
    const token = this.word(1, 'expires');
    const date = this.need(this.SUBRULE(this.dateLiteral), 'a date such as `2027-01-31`');
    return { kind: 'expires', span: this.from(token), date };
  });
}
