// The grammar of a unit: one declaration of a file (section 7 of the language), and the parser's one instance.
import type { IToken, ParserMethod } from 'chevrotain';
import { nearest } from '../text/nearest.ts';
import type {
  Declaration,
  DirectoryDecl,
  ExpectDecl,
  GroupDecl,
  Hole,
  InvitePolicy,
  OrganizationDecl,
  QueryDecl,
  RecordDecl,
  TestDecl,
  UserDecl,
} from './ast.ts';
import { topWords } from './blocks.ts';
import { type SyntaxProblem, shorten } from './parser-base.ts';
import { ObjectParser } from './parser-object.ts';
import * as t from './tokens.ts';

const invitePolicies = ['admins-only', 'allowed-domains', 'any-domain'] as const;

export interface UnitTree {
  readonly declaration: Declaration | undefined;
  /** What stands behind the declaration and could not be read. */
  readonly rest: Hole | undefined;
  readonly problems: SyntaxProblem[];
}

export class WritParser extends ObjectParser {
  private rest: Hole | undefined;

  constructor(options: { readonly validate: boolean }) {
    super(options);
    this.performSelfAnalysis();
  }

  /** Reads one unit. `text` is what the tokens were read from; positions come out relative to `base`. */
  read(tokens: IToken[], text: string, base: number): UnitTree {
    this.begin(tokens, text, base);
    const declaration = this.unit();
    this.reportErrors();
    return { declaration, rest: this.rest, problems: this.problems };
  }

  /** The grammar is total and throws nothing; if it did all the same, what was lost must not go unsaid. */
  private reportErrors(): void {
    for (const { token } of this.errors) this.problems.push({ span: this.at(token), message: 'this cannot be read' });
  }

  private readonly unit: ParserMethod<[], Declaration | undefined> = this.RULE('unit', (): Declaration | undefined => {
    const declaration = this.OPTION(() => this.SUBRULE(this.declaration));
    this.ACTION(() => this.readRest(() => this.reportRest(declaration)));
    return declaration;
  });

  /** Everything up to the end, closing braces too many included. */
  private readRest(say: () => void): void {
    this.rest = undefined;
    const first = this.LA(1);
    if (first.tokenType === t.endOfInput) return;
    const sameLine = !this.onNewLine();
    const passed = this.passOver(() => false, say);
    const { words } = passed;
    let { hasDate } = passed;
    while (this.LA(1).tokenType !== t.endOfInput) {
      if (!this.wasReportedHere()) this.missing('a declaration');
      this.consume(1, this.LA(1).tokenType);
      const more = this.passOver(
        () => false,
        () => undefined,
      );
      words.push(...more.words);
      hasDate ||= more.hasDate;
    }
    this.rest = { span: this.from(first), nearest: undefined, words, sameLine, hasDate };
  }

  private reportRest(declaration: Declaration | undefined): void {
    if (this.wasReportedHere()) return;
    const token = this.LA(1);
    const [near] = declaration === undefined ? nearest(token.image, topWords, 1) : [];
    if (near === undefined) {
      this.missing(declaration === undefined ? 'a declaration such as `role` or `app`' : 'the next declaration');
      return;
    }
    this.markReported();
    const span = this.at(token);
    const message = `expected a declaration, found \`${shorten(token.image)}\`; did you mean \`${near}\`?`;
    this.report({ span, message, fix: { title: `Change to \`${near}\``, span, text: near } });
  }

  private readonly declaration: ParserMethod<[], Declaration> = this.RULE(
    'declaration',
    (): Declaration =>
      this.choose<Declaration>(0, [
        { ALT: () => this.SUBRULE(this.organization) },
        { ALT: () => this.SUBRULE(this.directory) },
        { ALT: () => this.SUBRULE(this.user) },
        { ALT: () => this.SUBRULE(this.group) },
        { ALT: () => this.SUBRULE(this.role) },
        { ALT: () => this.SUBRULE(this.object) },
        { ALT: () => this.SUBRULE(this.record) },
        { ALT: () => this.SUBRULE(this.queryDecl) },
        { ALT: () => this.SUBRULE(this.expect) },
        { ALT: () => this.SUBRULE(this.testDecl) },
      ]),
  );

  private readonly organization: ParserMethod<[], OrganizationDecl> = this.RULE(
    'organization',
    (): OrganizationDecl => {
      const token = this.word(1, 'organization');
      const name = this.SUBRULE(this.name);
      const braces = this.block('organization', this.organizationItem);
      return { kind: 'organization', keyword: this.at(token), name, ...braces, span: this.from(token) };
    },
  );

  private readonly organizationItem: ParserMethod<[], OrganizationDecl['items'][number]> = this.RULE(
    'organizationItem',
    (): OrganizationDecl['items'][number] =>
      this.choose<OrganizationDecl['items'][number]>(0, [
        {
          ALT: () => {
            const token = this.word(1, 'domains');
            const domains = this.SUBRULE(this.texts, { ARGS: ['a quoted domain'] });
            return { kind: 'domains', span: this.from(token), domains };
          },
        },
        {
          ALT: () => {
            const token = this.word(2, 'invites');
            const policy = this.SUBRULE(this.invitePolicy);
            if (policy === undefined) this.missing('`admins-only`, `allowed-domains` or `any-domain`');
            return { kind: 'invites', span: this.from(token), policy: policy?.policy, word: policy?.span };
          },
        },
        { ALT: () => this.SUBRULE(this.description) },
      ]),
  );

  private readonly invitePolicy = this.RULE('invitePolicy', () =>
    this.OPTION(() =>
      this.choose<{ policy: InvitePolicy; span: { start: number; end: number } }>(
        0,
        invitePolicies.map((policy, i) => ({ ALT: () => ({ policy, span: this.at(this.word(i, policy)) }) })),
      ),
    ),
  );

  private readonly directory: ParserMethod<[], DirectoryDecl> = this.RULE('directory', (): DirectoryDecl => {
    const token = this.word(1, 'directory');
    const path = this.need(this.SUBRULE(this.quoted), 'the quoted path of a SCIM file');
    return { kind: 'directory', keyword: this.at(token), path, span: this.from(token) };
  });

  private readonly user: ParserMethod<[], UserDecl> = this.RULE('user', (): UserDecl => {
    const token = this.word(1, 'user');
    const name = this.SUBRULE(this.declared, { ARGS: ['the name of the user'] });
    const address = this.need(this.SUBRULE(this.quoted), 'the quoted address of the user');
    const braces = this.block('user', this.userItem, { optional: true });
    return { kind: 'user', keyword: this.at(token), name, address, ...braces, span: this.from(token) };
  });

  private readonly userItem: ParserMethod<[], UserDecl['items'][number]> = this.RULE(
    'userItem',
    (): UserDecl['items'][number] =>
      this.choose<UserDecl['items'][number]>(0, [
        { ALT: () => ({ kind: 'external', span: this.at(this.word(1, 'external')) }) },
        { ALT: () => ({ kind: 'inactive', span: this.at(this.word(2, 'inactive')) }) },
        {
          ALT: () => {
            const token = this.CONSUME(t.NameLike);
            const value = this.need(this.SUBRULE(this.quoted), 'the quoted value of the attribute');
            return { kind: 'attribute', name: this.nameOf(token), value, span: this.from(token) };
          },
        },
      ]),
  );

  private readonly group: ParserMethod<[], GroupDecl> = this.RULE('group', (): GroupDecl => {
    const token = this.word(1, 'group');
    const name = this.SUBRULE(this.declared, { ARGS: ['the name of the group'] });
    const braces = this.block('group', this.groupItem);
    return { kind: 'group', keyword: this.at(token), name, ...braces, span: this.from(token) };
  });

  private readonly groupItem: ParserMethod<[], GroupDecl['items'][number]> = this.RULE(
    'groupItem',
    (): GroupDecl['items'][number] =>
      this.choose<GroupDecl['items'][number]>(0, [
        { ALT: () => this.SUBRULE(this.description) },
        { ALT: () => this.refList('members', this.word(1, 'members'), 'a user') },
        {
          ALT: () => {
            const token = this.word(2, 'domain');
            const domain = this.need(this.SUBRULE(this.quoted), 'a quoted domain');
            return { kind: 'domain', span: this.from(token), domain };
          },
        },
      ]),
  );

  private readonly record: ParserMethod<[], RecordDecl> = this.RULE('record', (): RecordDecl => {
    const token = this.word(1, 'record');
    const name = this.SUBRULE(this.declared, { ARGS: ['the name of the record'] });
    this.softWord(2, 'in');
    const object = this.need(this.SUBRULE(this.maybeRef), 'the name of an object');
    const body = this.need(this.SUBRULE(this.recordBody), '`{`');
    return { kind: 'record', keyword: this.at(token), name, object, body, span: this.from(token) };
  });

  private readonly queryDecl: ParserMethod<[], QueryDecl> = this.RULE('queryDecl', (): QueryDecl => {
    const token = this.word(1, 'query');
    const question = this.need(this.SUBRULE(this.queryQuestion), 'a question');
    return { kind: 'query', keyword: this.at(token), question, span: this.from(token) };
  });

  private readonly expect: ParserMethod<[], ExpectDecl> = this.RULE('expect', (): ExpectDecl => {
    const token = this.word(1, 'expect');
    const question = this.need(this.SUBRULE(this.expectation), 'an expectation');
    return { kind: 'expect', keyword: this.at(token), question, span: this.from(token) };
  });

  private readonly testDecl: ParserMethod<[], TestDecl> = this.RULE('testDecl', (): TestDecl => {
    const token = this.word(1, 'test');
    const name = this.SUBRULE(this.declared, { ARGS: ['the name of the test'] });
    const braces = this.block('test', this.testItem);
    return { kind: 'test', keyword: this.at(token), name, ...braces, span: this.from(token) };
  });

  private readonly testItem: ParserMethod<[], TestDecl['items'][number]> = this.RULE(
    'testItem',
    (): TestDecl['items'][number] =>
      this.choose<TestDecl['items'][number]>(0, [
        { ALT: () => this.SUBRULE(this.expect) },
        { ALT: () => this.SUBRULE(this.record) },
      ]),
  );

  /** For the command line of one question: `alice can … in …`, `who can …`, `what can … do …`. */
  readQuestion(tokens: IToken[], text: string) {
    this.begin(tokens, text, 0);
    const question = this.queryQuestion();
    this.readRest(() => this.missing('the end of the question'));
    return { question, problems: this.problems };
  }
}

let parser: WritParser | undefined;

/** The parser, built when first used: building it takes some 20 ms. */
export function writParser(): WritParser {
  parser ??= new WritParser({ validate: false });
  return parser;
}
