// The two rules about service accounts with more than they need: corner cases that their pages have no room for.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { checkReported, messagesOf } from './reported.ts';

interface Plan {
  readonly grants?: string;
  readonly steps?: string;
  readonly policy?: string;
  /** More items of the app. */
  readonly more?: string;
  readonly roles?: string;
}

const defaults: Required<Plan> = {
  grants: 'READ_RECORDS',
  steps: 'action recordSearch where Status is "New"',
  policy: 'to Bot  when Status is "New"',
  more: '',
  roles: 'Worker',
};

function project(plan: Plan): string {
  const { grants, steps, policy, more, roles } = { ...defaults, ...plan };
  return `user alice "alice@acme.com"
user bob "bob@acme.com"
app Desk {
  field Status: choice("New", "Open", "Closed")
  field Owner: user as assignee
  role Worker { description "What the bot needs"  grants ${grants} }
  policy P { ${policy} }
  service account Bot { purpose "Works"  roles ${roles}  usable by alice }
  automation A { trigger temporal  runs as Bot  built by alice
    ${steps}
  }
  ${more}
}
task Other {
  field Amount: number
  role Helper { description "Helps"  grants READ_RECORDS, UPDATE_RECORDS }
}`;
}

describe('excess-permission', () => {
  const check = (plan: Plan, words: readonly string[]) => checkReported('excess-permission', project(plan), words);

  it('stands on the grant, a level as a whole', () => {
    check({ grants: 'READ_RECORDS, UPDATE_RECORDS' }, ['UPDATE_RECORDS']);
    check({ grants: 'view on Records' }, ['view on Records']);
    check({ grants: 'READ_RECORDS' }, []);
    assert.deepEqual(messagesOf('excess-permission', project({ grants: 'READ_RECORDS, edit on Attachments' })), [
      'nothing that runs as `Desk.Bot` needs `CREATE_ATTACHMENTS`, `READ_ATTACHMENTS`, `UPDATE_ATTACHMENTS` and `DELETE_ATTACHMENTS`',
    ]);
  });

  it('measures by all that runs as the account, and by nothing else', () => {
    const grants = 'READ_RECORDS, CREATE_RECORDS, UPDATE_RECORDS';
    check({ grants }, ['CREATE_RECORDS', 'UPDATE_RECORDS']);
    check({ grants, more: 'agent H { runs as Bot  built by alice  tool updateRecord  tool createRecord }' }, []);
    check(
      {
        grants,
        more: 'agent H { runs as Bot  built by alice  tool updateRecord  tool createRecord runs as current user }',
      },
      ['CREATE_RECORDS'],
    );
    check({ grants, more: 'agent H { built by alice  tool updateRecord  tool createRecord runs as Bot }' }, [
      'UPDATE_RECORDS',
    ]);
    check({ grants, steps: '' }, []);
  });

  it('stands where the account names a role that people hold too, or of which nothing is needed', () => {
    const own = 'role Team { description "Works"  members bob  grants READ_RECORDS, DELETE_RECORDS }';
    check({ roles: 'Team', more: own }, ['Team']);
    check({ roles: 'Worker, Other.Helper' }, ['Other.Helper']);
    check({ roles: '"App Admin"' }, ['"App Admin"']);
    check({ roles: 'Worker, Other.Helper', steps: 'action recordSearch\n action recordSearch in Other' }, [
      'UPDATE_RECORDS',
    ]);
  });

  it('leaves a grant that another account needs, and stands at the account', () => {
    const second = `service account Second { purpose "Works"  roles Worker  usable by alice }
      automation B { trigger temporal  runs as Second  built by alice  action updateField where Status is "New" }`;
    const grants = 'READ_RECORDS, UPDATE_RECORDS, DELETE_RECORDS';
    check({ grants, more: second }, ['DELETE_RECORDS', 'Worker']);
  });

  it('lets a role of the organization count wherever the account works', () => {
    const text = (steps: string) =>
      `${project({ roles: 'Everywhere', steps })}\nrole Everywhere { description "Works"  grants READ_RECORDS, READ_GROUPS }`;
    checkReported('excess-permission', text('action recordSearch in Other'), ['READ_GROUPS']);
    checkReported('excess-permission', text('action recordSearch in Other\n action userGroupSearch'), []);
    checkReported('excess-permission', text('action userGroupSearch'), ['READ_RECORDS']);
  });

  it('gives an error the benefit of the doubt', () => {
    const grants = 'READ_RECORDS, UPDATE_RECORDS, DELETE_RECORDS';
    check({ grants, steps: 'action updateFeild' }, ['DELETE_RECORDS']);
    check({ grants, steps: 'action recordSearch in Desc\n action updateField in Desc' }, ['DELETE_RECORDS']);
    const misnamed = 'automation B { trigger temporal  runs as Bott  built by alice  action updateField }';
    check({ grants, more: misnamed }, ['DELETE_RECORDS']);
    check({ grants: 'READ_RECORDS, UPDATE_RECORDS, READ_RECORD' }, []);
  });

  it('is not about accounts at rest and roles that are over', () => {
    const over = 'role Old { description "Was"  grants DELETE_RECORDS  expires 2025-01-01 }';
    check({ roles: 'Worker, Old', more: over }, []);
    const text = project({ grants: 'DELETE_RECORDS' });
    checkReported('excess-permission', text.replace('runs as Bot', 'runs as publisher'), []);
    checkReported('excess-permission', text.replace('usable by alice }', 'usable by alice  inactive }'), []);
  });
});

describe('excess-data-access', () => {
  const check = (plan: Plan, words: readonly string[]) => checkReported('excess-data-access', project(plan), words);

  it('stands on the account in the policy, with a record that nothing reaches', () => {
    check({ policy: 'to bob, Bot  when Status is not "Closed"' }, ['Bot']);
    assert.deepEqual(
      messagesOf('excess-data-access', project({ policy: 'to Bot  when Status is one of ("New", "Open")' })),
      ['`Desk.Bot` sees records that nothing which runs as it reaches, for example Status "Open"'],
    );
  });

  it('adds up what is reached, `current user` being the account', () => {
    const steps = 'action recordSearch where Status is "New"\n action updateField where Owner is current user';
    check({ steps, policy: 'to Bot  when Status is "New" or Owner is Bot' }, []);
    check({ steps, policy: 'to Bot  when Status is "New" or Owner is bob' }, ['Bot']);
    check({ steps: 'action recordSearch', policy: 'to Bot' }, []);
    check({ steps: 'action createRecord\n action notification', policy: 'to Bot when Status is "New"' }, ['Bot']);
  });

  it('looks at each policy and object by itself', () => {
    const more = 'policy Q { to Bot  when Status is "Closed" }';
    check({ more }, ['Bot']);
    const text = `${project({})}\ntask Third { field A: number  policy R { to Desk.Bot } }`;
    checkReported('excess-data-access', text, ['Desk.Bot']);
    assert.deepEqual(messagesOf('excess-data-access', text), [
      '`Desk.Bot` sees records of `Third`, and nothing that runs as it reaches any',
    ]);
  });

  it('gives an error the benefit of the doubt', () => {
    const policy = 'to Bot  when Status is one of ("New", "Open")';
    check({ policy, steps: 'action recordSearch where Status is "Nwe"' }, []);
    check({ policy, steps: 'action recordSearch in Desc' }, []);
    check({ policy, steps: 'action recordSearhc' }, []);
    check({ policy, more: 'agent H { runs as Bott  built by alice  tool searchAspect }' }, []);
    check({ policy: 'to Bot  when Status is one of ("New", "Opne")' }, []);
  });

  it('is not about people, and not about accounts at rest', () => {
    check({ policy: 'to bob' }, []);
    const text = project({ policy: 'to Bot' });
    checkReported('excess-data-access', text.replace('runs as Bot', 'runs as publisher'), []);
    checkReported('excess-data-access', text.replace('usable by alice }', 'usable by alice  inactive }'), []);
  });
});
