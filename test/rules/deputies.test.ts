// Rules about acting through somebody else: what their pages have no room for.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { checkFix, checkFixes } from './fixed-text.ts';
import { checkReported, findingsOf, messagesOf } from './reported.ts';

interface Plan {
  readonly people?: string;
  /** Of the organization. */
  readonly more?: string;
  readonly policies?: string;
  readonly roles?: string;
  readonly account?: string;
  readonly items?: string;
}

const defaults: Required<Plan> = {
  people: 'user ana "ana@acme.com"\nuser ben "ben@acme.com"\nuser eva "eva@acme.com"',
  more: '',
  policies: 'policy Open { to ana, ben  when Status is "Open" }  policy Bots { to Bot  when Status is "Open" }',
  roles:
    'role Clerk { members ana, ben  grants READ_RECORDS, UPDATE_RECORDS }  role Works { grants READ_RECORDS, UPDATE_RECORDS }',
  account: 'roles Works  usable by ana, ben',
  items: '',
};

function project(plan: Plan): string {
  const { people, more, policies, roles, account, items } = { ...defaults, ...plan };
  return `${people}
app Desk {
  field Status: choice("Open", "Closed")
  field Owner: user as assignee
  field Team: group
  ${policies}
  ${roles}
  service account Bot { purpose "Works"  ${account} }
  ${items}
}
task Claims { field Amount: number }
${more}`;
}

describe('confused-deputy, by `usable by`', () => {
  const check = (plan: Plan, words: readonly string[]) => checkReported('confused-deputy', project(plan), words);
  const message = (plan: Plan) => messagesOf('confused-deputy', project(plan));
  const bots = (when: string) =>
    `policy Open { to ana, ben  when Status is "Open" }  policy Bots { to Bot  when ${when} }`;

  it('is silent where the account sees and does no more, and exact where it does', () => {
    check({}, []);
    check({ policies: bots('Status is "Open" and Owner is ana') }, []);
    check({ policies: bots('Status is not "Closed"') }, ['ana', 'ben']);
    assert.deepEqual(message({ policies: bots('Status is not "Closed"'), account: 'roles Works  usable by ana' }), [
      'through `Bot` `ana` gains more records of `Desk` (for example Status empty)',
    ]);
    check({ policies: `${bots('Status is "Open"')}  policy Mine { to ana, ben  when Owner is current user }` }, []);
    check({ policies: bots('Owner is current user') }, ['ana', 'ben']);
  });

  it('knows everybody by what they have, and names them', () => {
    const account = 'roles Works  usable by Crew';
    const more = 'group Crew { members ana, ben, eva }';
    assert.deepEqual(message({ account, more }), [
      'through `Bot` 1 of the 3 people in `Crew`, `eva`, gains `READ_RECORDS` and `UPDATE_RECORDS` in `Desk` (for example Status "Open")',
    ]);
    check({ account, more: `${more}\nmanaged role Admin { members eva }` }, []);
    check({ account, more, people: defaults.people.replace('"eva@acme.com"', '"eva@acme.com" { inactive }') }, []);
    const deputy = 'role Deputy { members eva  grants READ_RECORDS, UPDATE_RECORDS }';
    assert.deepEqual(message({ account, more: `${more}\n${deputy}` }), [
      'through `Bot` 1 of the 3 people in `Crew`, `eva`, gains more records of `Desk` (for example Status "Open")',
    ]);
    check({ account, more: `${more}\n${deputy}`, policies: `${defaults.policies} policy Late { to eva }` }, []);
  });

  it('tells people apart by attributes, by name and by the groups that fields hold', () => {
    const account = 'roles Works  usable by Crew';
    const crew = 'group Crew { members ana, ben }';
    const people = 'user ana "ana@acme.com" { Desk "Open" }\nuser ben "ben@acme.com" { Desk "Shut" }';
    const text = 'field Topic: text\n';
    const topics = `${text}policy Own { to Crew  when Topic is current user.Desk }  policy Bots { to Bot  when Topic is "Open" }`;
    assert.match(
      message({ account, more: crew, people, policies: topics }).join(),
      /1 of the 2 people in `Crew`, `ben`,/,
    );
    const named =
      'policy Own { to Crew  when Owner is not ben or Owner is current user }  policy Bots { to Bot  when Owner is ben }';
    assert.match(
      message({ account, more: crew, people, policies: named }).join(),
      /1 of the 2 people in `Crew`, `ana`,/,
    );
    const teams = 'policy Own { to Crew  when Team contains current user }  policy Bots { to Bot  when Team is Blue }';
    const blue = `${crew}\ngroup Blue { members ben }`;
    assert.match(
      message({ account, more: blue, people, policies: teams }).join(),
      /1 of the 2 people in `Crew`, `ana`,/,
    );
  });

  it('weighs what actions and tools do with records', () => {
    const own = (grants: string) =>
      defaults.roles.replace(/role Works \{ grants [^}]*/, `role Works { grants ${grants} `);
    check({ roles: own('READ_RECORDS, DELETE_RECORDS, CREATE_RECORD_SHARING, READ_WORKFLOWS') }, []);
    check({ roles: own('READ_RECORDS, CREATE_RECORDS') }, ['ana', 'ben']);
    check({ roles: own('READ_RECORDS, CREATE_RECORDS'), policies: '' }, ['ana', 'ben']);
    check({ roles: own('READ_RECORDS, CREATE_MESSAGES'), policies: 'policy Open { to ana, ben }' }, []);
  });

  it('reaches other objects, step by step', () => {
    const more = '';
    const text = project({ account: 'roles Works, Claims.Asker  usable by ana', more }).replace(
      'field Amount: number',
      'field Amount: number  role Asker { grants READ_RECORDS }  policy Small { to Desk.Bot  when Amount < 9 }',
    );
    const [finding, ...others] = findingsOf('confused-deputy', text);
    assert.equal(others.length, 0);
    assert.equal(finding?.message, 'through `Bot` `ana` gains `READ_RECORDS` in `Claims` (for example Amount 8)');
    assert.deepEqual(
      finding.related.map((step) => step.message),
      [
        '1. `ana` may use the account',
        '2. the account `Desk.Bot`',
        '3. has the role `Asker` in `Claims`',
        '4. `Small` shows it records of `Claims`',
      ],
    );
  });

  it('counts what auto-share gives people, and not what it gives the account', () => {
    const roles = `${defaults.roles.replace(', UPDATE_RECORDS }  role W', ' }  role W')}  role Own { grants UPDATE_RECORDS  auto-share on assign }`;
    assert.deepEqual(message({ roles, account: 'roles Works  usable by ana' }), [
      'through `Bot` `ana` gains more records of `Desk` (for example Status "Open", Owner ben)',
    ]);
    const mine = 'policy Own { to ana, ben  when Owner is current user }  policy Bots { to Bot  when Owner is ana }';
    check({ roles, policies: mine, account: 'roles Works  usable by ana' }, []);
    check({ items: 'auto-share records on assign' }, []);
  });

  it('gives an error the benefit of the doubt', () => {
    const wide = { policies: bots('Status is not "Closed"') };
    check(wide, ['ana', 'ben']);
    check({ policies: `${wide.policies}  policy Half { to ana  when Status is }` }, []);
    check({ ...wide, account: 'roles Works, Gone  usable by ana, ben' }, []);
    check({ ...wide, account: 'roles Works  usable by ana, gone' }, []);
    check({ ...wide, account: 'roles Works  usable by ana, ben  inactive' }, []);
    check({ ...wide, more: 'app Other { role Half { members ana  grants READ_RECORD } }' }, ['ana', 'ben']);
    check({ ...wide, more: 'role Half { members ana  grants READ_RECORD }' }, ['ben']);
    check({ ...wide, roles: `${defaults.roles}  role Half { members ana  grants READ_RECORD }` }, []);
  });

  it('says once of whoever builds with many accounts that they gain', () => {
    const bots = (count: number) =>
      Array.from({ length: count }, (_, i) => {
        const name = `Bot${i}`;
        const grants = i === 1 ? 'READ_RECORDS, UPDATE_RECORDS' : 'READ_RECORDS';
        return `service account ${name} { purpose "Works"  roles ${name}s  usable by Crew }
  role ${name}s { grants ${grants} }
  policy ${name} { to ${name}  when Status is "Closed" }`;
      }).join('\n  ');
    const plan = (count: number) => ({ items: bots(count), more: 'group Crew { members eva }' });
    check(plan(3), ['Crew', 'Crew', 'Crew']);
    check(plan(4), ['Crew']);
    assert.deepEqual(message(plan(4)), [
      'through 4 service accounts the only person in `Crew`, `eva`, gains what they lack themselves, by `Desk.Bot1` `READ_RECORDS` and `UPDATE_RECORDS` in `Desk` (for example Status "Closed")',
    ]);
    const [finding] = findingsOf('confused-deputy', project(plan(4)));
    const also = finding?.related.map((step) => step.message).filter((text) => text.startsWith('also'));
    assert.deepEqual(also, ['also through `Desk.Bot0`', 'also through `Desk.Bot2`', 'also through `Desk.Bot3`']);
  });

  it('is not about whoever writes the roles and policies there', () => {
    const wide = bots('Status is not "Closed"');
    check({ policies: wide, items: 'managed role "App Admin" { members ben }' }, ['ana']);
    check({ policies: wide, items: 'role Half { members ben  grants UPDATE_ASPECT_ROLES }' }, ['ana', 'ben']);
    check({ policies: wide, more: 'task Other { managed role "App Admin" { members ben } }' }, ['ana', 'ben']);
  });

  it('takes roles while they are in force', () => {
    const roles = (expires: string) =>
      defaults.roles.replace('UPDATE_RECORDS }  role W', `UPDATE_RECORDS  expires ${expires} }  role W`);
    check({ roles: roles('2026-11-21') }, []);
    check({ roles: roles('2026-11-20') }, ['ana', 'ben']);
  });
});

describe('confused-deputy and publisher-identity, by who reaches it', () => {
  const reach = 'role Chat { members eva  grants READ_AGENTS, READ_WORKFLOWS }';
  const agent = (more: string) => `agent Helper { built by ana  ${more} }`;
  const check = (rule: string, items: string, words: readonly string[]) =>
    checkReported(rule, project({ items: `${reach}  ${items}` }), words);

  it('measures each tool by its own condition and identity', () => {
    check('confused-deputy', agent('runs as Bot  tool searchAspect where Status is "Open"'), ['Bot']);
    check('confused-deputy', agent('runs as Bot  tool searchAspect where Status is "Closed"'), []);
    check('confused-deputy', agent('runs as Bot  tool executeWorkflow  tool mcp'), []);
    check('confused-deputy', agent('runs as Bot  tool searchAspect runs as current user'), []);
    check('confused-deputy', agent('runs as current user  tool searchAspect runs as Bot'), ['Bot']);
    check('publisher-identity', agent('tool searchAspect'), ['Helper']);
    check('publisher-identity', agent('runs as publisher  tool searchAspect'), ['publisher']);
    check('publisher-identity', agent('runs as Bot  tool searchAspect runs as publisher'), ['publisher']);
    check('publisher-identity', agent('runs as publisher  tool searchAspect runs as current user'), []);
  });

  it('says who gains, and what', () => {
    assert.deepEqual(messagesOf('publisher-identity', project({ items: `${reach}  ${agent('tool updateRecord')}` })), [
      '`Helper` acts as `ana` for `eva`, who can chat with it and gains `READ_RECORDS` and `UPDATE_RECORDS` in `Desk` (for example Status "Open")',
    ]);
  });

  it('adds up what several tools do, and shows the way there', () => {
    const tools = 'tool searchAspect where Status is "Open"  tool updateRecord where Status is "Open"';
    const [finding, ...more] = findingsOf('publisher-identity', project({ items: `${reach}  ${agent(tools)}` }));
    assert.equal(more.length, 0);
    assert.match(
      finding?.message ?? '',
      /gains `READ_RECORDS` and `UPDATE_RECORDS` in `Desk` \(for example Status "Open"\)$/,
    );
    assert.deepEqual(
      finding?.related.map(({ message }) => message),
      [
        '1. `eva` can chat with it, by `Chat`',
        '2. it acts as `ana`',
        '3. who has the role `Clerk` in `Desk`',
        '4. `Open` shows them records of `Desk`',
      ],
    );
  });

  it('takes an automation that is asked for as an info, and none that a record sets off', () => {
    const automation = (trigger: string) =>
      `automation A { trigger ${trigger}  runs as Bot  built by ana  action updateField where Status is "Open" }`;
    const severities = (trigger: string) =>
      findingsOf('confused-deputy', project({ items: `${reach}  ${automation(trigger)}` })).map(
        ({ severity }) => severity,
      );
    assert.deepEqual(severities('userInitiated'), ['info']);
    assert.deepEqual(severities('onDemand'), ['info']);
    for (const trigger of ['createRecord', 'temporal', 'emailIngestion', 'commentAdded'])
      assert.deepEqual(severities(trigger), []);
  });

  it('counts whoever comes from outside for a publisher', () => {
    const automation = (trigger: string, action: string) =>
      `automation A { trigger ${trigger}  built by ana  action ${action} }`;
    check('publisher-identity', automation('webhook', 'updateField'), ['A']);
    check('publisher-identity', automation('webhook', 'notification'), []);
    check('publisher-identity', automation('webhook', 'createRecord'), []);
    check('publisher-identity', automation('updateRecord', 'updateField'), []);
    checkReported(
      'publisher-identity',
      project({
        items: automation('webhook', 'updateField'),
        people: defaults.people.replace('"ana@acme.com"', '"ana@acme.com" { inactive }'),
      }),
      [],
    );
  });
});

describe('identity-override', () => {
  const text = (tools: string, runsAs = 'Bot') =>
    project({ items: `agent Helper { runs as ${runsAs}  built by ana\n    ${tools}\n  }` });
  const check = (source: string, words: readonly string[]) => checkReported('identity-override', source, words);

  it('stands on the words, for each tool', () => {
    check(text('tool mcp runs as current user\n    tool searchAspect runs as current user'), [
      'current user',
      'current user',
    ]);
    check(text('tool mcp runs as publisher\n    tool searchAspect runs as Bot'), []);
    check(text('tool mcp runs as current user', 'publisher'), []);
    check(text('tool mcp runs as current user', 'Gone'), []);
  });

  it('goes where the account can do what the tool does', () => {
    checkFix('identity-override', text('tool updateRecord where Status is "Open" runs as current user'), {
      title: 'Take `runs as current user` out',
      text: text('tool updateRecord where Status is "Open"'),
      safe: false,
    });
    checkFixes('identity-override', text('tool updateRecord runs as current user'), {});
    checkFixes('identity-override', text('tool createRecord runs as current user'), {});
  });
});

describe('data-egress', () => {
  const text = (action: string, plan: Plan = {}, runsAs = 'runs as Bot') =>
    project({ ...plan, items: `automation A { trigger temporal  ${runsAs}  built by ana  action ${action} }` });
  const check = (source: string, words: readonly string[]) => checkReported('data-egress', source, words);

  it('stands on the action, where the account sees some record', () => {
    check(text('api'), ['api']);
    check(text('sendEmail'), []);
    check(text('api', { policies: '' }), []);
    check(text('api', { policies: 'policy Bots { to Bot  when Status is "Open" and Status is "Closed" }' }), []);
    check(text('api', { policies: 'policy Bots { to Bot  when Status is "Opne" }' }), []);
    check(text('api', {}, ''), []);
    check(text('api', { account: 'roles Works  usable by ana, ben  inactive' }), []);
  });
});
