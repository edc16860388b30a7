// The grammar of objects and what stands in them (sections 3 and 7 of the language).
import type { IToken, ParserMethod } from 'chevrotain';
import type {
  AccountDecl,
  AgentDecl,
  AutomationDecl,
  AutoShare,
  FieldDecl,
  FieldType,
  FieldTypeName,
  ObjectDecl,
  ObjectItem,
  ObjectKind,
  PolicyDecl,
  RefList,
  Step,
  Trigger,
  When,
} from './ast.ts';
import type { Condition } from './ast-condition.ts';
import { RoleParser } from './parser-role.ts';
import * as t from './tokens.ts';

const userOrGroup = 'a user or group';
const plainTypes = ['text', 'number', 'boolean', 'date', 'datetime', 'user', 'group', 'attachment'] as const;
const objectKinds = ['app', 'element', 'task', 'table'] as const;

export class ObjectParser extends RoleParser {
  protected readonly object: ParserMethod<[], ObjectDecl> = this.RULE('object', (): ObjectDecl => {
    const { object, token } = this.choose<{ object: ObjectKind; token: IToken }>(
      0,
      objectKinds.map((object, i) => ({ ALT: () => ({ object, token: this.word(i, object) }) })),
    );
    const name = this.SUBRULE(this.declared, { ARGS: [`the name of the ${object}`] });
    const braces = this.block('object', this.objectItem, { label: object });
    return { kind: 'object', object, keyword: this.at(token), name, ...braces, span: this.from(token) };
  });

  private readonly objectItem: ParserMethod<[], ObjectItem> = this.RULE(
    'objectItem',
    (): ObjectItem =>
      this.choose<ObjectItem>(0, [
        { ALT: () => this.SUBRULE(this.field) },
        { ALT: () => this.SUBRULE(this.role) },
        { ALT: () => this.SUBRULE(this.policy) },
        {
          ALT: () => {
            const token = this.word(1, 'default');
            const policy = this.softWord(2, 'policy');
            return { kind: 'default policy', span: this.from(token), complete: policy !== undefined };
          },
        },
        { ALT: () => this.SUBRULE(this.recordAutoShare) },
        { ALT: () => this.SUBRULE(this.account) },
        { ALT: () => this.SUBRULE(this.automation) },
        { ALT: () => this.SUBRULE(this.agent) },
      ]),
  );

  private readonly recordAutoShare: ParserMethod<[], AutoShare> = this.RULE('recordAutoShare', (): AutoShare => {
    const token = this.word(1, 'auto-share');
    const records = this.softWord(2, 'records');
    const share = this.autoShareWords(token, true);
    return { ...share, complete: share.complete && records !== undefined };
  });

  private readonly field: ParserMethod<[], FieldDecl> = this.RULE('field', (): FieldDecl => {
    const token = this.word(1, 'field');
    const name = this.SUBRULE(this.declared, { ARGS: ['the name of the field'] });
    if (this.soft(2, t.Colon) === undefined) this.missing('`:`');
    const type = this.need(this.SUBRULE(this.fieldType), 'a type such as `text` or `choice("A", "B")`');
    const assignee = this.option(3, () => {
      const as = this.word(3, 'as');
      this.softWord(4, 'assignee');
      return this.from(as);
    });
    return { kind: 'field', keyword: this.at(token), name, type, assignee, span: this.from(token) };
  });

  private readonly fieldType: ParserMethod<[], FieldType | undefined> = this.RULE(
    'fieldType',
    (): FieldType | undefined =>
      this.option(1, {
        // `user alice` on the next line is a declaration, no type of this field.
        GATE: () => !(this.onNewLine() && t.canBeName(this.LA(2).tokenType)),
        DEF: () =>
          this.choose<FieldType>(0, [
            ...plainTypes.map((name, i) => ({
              ALT: (): FieldType => ({ name, span: this.at(this.word(10 + i, name)), options: [] }),
            })),
            { ALT: () => this.optionType('choice', this.word(1, 'choice'), 1) },
            { ALT: () => this.optionType('choices', this.word(2, 'choices'), 2) },
          ]),
      }),
  );

  private optionType(name: FieldTypeName, token: IToken, index: number): FieldType {
    const options = this.subrule(index, this.options);
    return { name, span: this.at(token), options };
  }

  private readonly options = this.RULE('options', () => this.parenthesized(this.quoted, 'a quoted option'));

  private readonly policy: ParserMethod<[], PolicyDecl> = this.RULE('policy', (): PolicyDecl => {
    const token = this.word(1, 'policy');
    const name = this.SUBRULE(this.declared, { ARGS: ['the name of the policy'] });
    const braces = this.block('policy', this.policyItem);
    return { kind: 'policy', keyword: this.at(token), name, ...braces, span: this.from(token) };
  });

  private readonly policyItem: ParserMethod<[], PolicyDecl['items'][number]> = this.RULE(
    'policyItem',
    (): PolicyDecl['items'][number] =>
      this.choose<PolicyDecl['items'][number]>(0, [
        { ALT: () => this.SUBRULE(this.description) },
        { ALT: () => this.refList('to', this.word(1, 'to'), 'a user, group or service account') },
        { ALT: () => this.SUBRULE(this.whenItem) },
      ]),
  );

  private readonly whenItem: ParserMethod<[], When> = this.RULE('whenItem', (): When => {
    const token = this.word(1, 'when');
    const condition = this.SUBRULE(this.condition);
    return { kind: 'when', span: this.from(token), condition };
  });

  private readonly account: ParserMethod<[], AccountDecl> = this.RULE('account', (): AccountDecl => {
    const token = this.word(1, 'service');
    this.softWord(2, 'account');
    const keyword = this.from(token);
    const name = this.SUBRULE(this.declared, { ARGS: ['the name of the service account'] });
    const braces = this.block('service account', this.accountItem, { optional: true });
    return { kind: 'service account', keyword, name, ...braces, span: this.from(token) };
  });

  private readonly accountItem: ParserMethod<[], AccountDecl['items'][number]> = this.RULE(
    'accountItem',
    (): AccountDecl['items'][number] =>
      this.choose<AccountDecl['items'][number]>(0, [
        {
          ALT: () => {
            const token = this.word(1, 'purpose');
            const text = this.need(this.SUBRULE(this.quoted), 'a quoted text');
            return { kind: 'purpose', span: this.from(token), text };
          },
        },
        { ALT: () => this.refList('roles', this.word(2, 'roles'), 'a role') },
        { ALT: () => this.SUBRULE(this.usableBy) },
        { ALT: () => ({ kind: 'inactive', span: this.at(this.word(3, 'inactive')) }) },
      ]),
  );

  private readonly usableBy: ParserMethod<[], RefList<'usable by'>> = this.RULE(
    'usableBy',
    (): RefList<'usable by'> => {
      const token = this.word(1, 'usable');
      this.softWord(2, 'by');
      return this.refList('usable by', token, userOrGroup);
    },
  );

  private readonly automation: ParserMethod<[], AutomationDecl> = this.RULE('automation', (): AutomationDecl => {
    const token = this.word(1, 'automation');
    const name = this.SUBRULE(this.declared, { ARGS: ['the name of the automation'] });
    const braces = this.block('automation', this.automationItem);
    return { kind: 'automation', keyword: this.at(token), name, ...braces, span: this.from(token) };
  });

  private readonly automationItem: ParserMethod<[], AutomationDecl['items'][number]> = this.RULE(
    'automationItem',
    (): AutomationDecl['items'][number] =>
      this.choose<AutomationDecl['items'][number]>(0, [
        { ALT: () => this.SUBRULE(this.description) },
        { ALT: () => this.SUBRULE(this.trigger) },
        { ALT: () => this.SUBRULE(this.runsAs) },
        { ALT: () => this.SUBRULE(this.builtBy) },
        { ALT: () => this.SUBRULE(this.action) },
      ]),
  );

  private readonly trigger: ParserMethod<[], Trigger> = this.RULE('trigger', (): Trigger => {
    const token = this.word(1, 'trigger');
    const word = this.need(
      this.catalogueWord(2, (type) => this.startsOpenItem(type)),
      'a trigger such as `createRecord`',
    );
    return { kind: 'trigger', span: this.from(token), word };
  });

  private readonly agent: ParserMethod<[], AgentDecl> = this.RULE('agent', (): AgentDecl => {
    const token = this.word(1, 'agent');
    const name = this.SUBRULE(this.declared, { ARGS: ['the name of the agent'] });
    const braces = this.block('agent', this.agentItem);
    return { kind: 'agent', keyword: this.at(token), name, ...braces, span: this.from(token) };
  });

  private readonly agentItem: ParserMethod<[], AgentDecl['items'][number]> = this.RULE(
    'agentItem',
    (): AgentDecl['items'][number] =>
      this.choose<AgentDecl['items'][number]>(0, [
        { ALT: () => this.SUBRULE(this.description) },
        { ALT: () => this.SUBRULE(this.runsAs) },
        { ALT: () => this.SUBRULE(this.builtBy) },
        { ALT: () => this.SUBRULE(this.tool) },
      ]),
  );

  private readonly action: ParserMethod<[], Step> = this.RULE('action', (): Step => {
    const token = this.word(1, 'action');
    const word = this.need(
      this.catalogueWord(2, (type) => this.startsOpenItem(type)),
      'an action such as `recordSearch`',
    );
    const rest = this.SUBRULE(this.stepRest);
    return { kind: 'action', word, ...rest, runsAs: undefined, span: this.from(token) };
  });

  private readonly tool: ParserMethod<[], Step> = this.RULE('tool', (): Step => {
    const token = this.word(1, 'tool');
    const word = this.need(
      this.catalogueWord(2, (type) => this.startsOpenItem(type)),
      'a tool such as `searchAspect`',
    );
    const rest = this.SUBRULE(this.stepRest);
    const runsAs = this.OPTION(() => this.SUBRULE(this.runsAs));
    return { kind: 'tool', word, ...rest, runsAs, span: this.from(token) };
  });

  private readonly stepRest: ParserMethod<[], Pick<Step, 'object' | 'where' | 'hasWhere'>> = this.RULE(
    'stepRest',
    (): Pick<Step, 'object' | 'where' | 'hasWhere'> => {
      const object = this.option(1, () => {
        this.word(1, 'in');
        return this.need(this.SUBRULE(this.maybeRef), 'the name of an object');
      });
      const where = this.option(2, (): { condition: Condition | undefined } => {
        this.word(2, 'where');
        return { condition: this.SUBRULE(this.condition) };
      });
      return { object, where: where?.condition, hasWhere: where !== undefined };
    },
  );
}
