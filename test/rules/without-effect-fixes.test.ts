// What is offered for rules about what has no effect: titles with their effect, and the text before and after.
import { describe, it } from 'mocha';
import { checkOffered } from './fixed-text.ts';

const people = `user ana "ana@acme.com"
user ben "ben@acme.com"
user dana "dana@out.example" { external }
group Team { members ana, ben }
`;
const app = (...lines: readonly string[]) => `${people}app A {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const fields = 'field N: number  field S: choice("x", "y")  field T: text';
const reader = 'role R { description "d"  members Team  grants READ_RECORDS }';
const search = (where: string) => `automation X { trigger onDemand  built by ana  action recordSearch${where} }`;

describe('offered where conditions decide nothing', () => {
  const policy = (condition: string) => app(fields, reader, `policy P { to Team${condition} }`);
  const neverPart = 'safe: Remove what no record meets (access unchanged)';
  const alwaysPart = 'safe: Remove what every record meets (access unchanged)';
  const always = 'safe: Remove the condition (access unchanged)';

  it('never-true: the part with all that it decides', () => {
    checkOffered('never-true', { [neverPart]: policy('  when S is "x"[- or N < 1 and N > 2-]') });
    checkOffered('never-true', { [neverPart]: policy('  when S is "x"[- or (T is "a" and N < 1 and N > 2)-]') });
    checkOffered('never-true', { [neverPart]: policy('  when N > 5[- and not (N < 1 and N > 2)-]') });
    checkOffered('never-true', {
      [neverPart]: app(fields, reader, 'policy P { to Team }', search(' where N > 3[- or N < 1 and N > 2-]')),
    });
  });

  it('never-true: the policy that it decides, but neither an action nor what is asked', () => {
    checkOffered('never-true', {
      'safe: Remove the policy `P` (access unchanged)': app(
        fields,
        reader,
        '[-policy P { to Team  when N < 1 and N > 2 }\n  -]policy Q { to Team  when N is 3 }',
      ),
    });
    checkOffered('never-true', app(fields, reader, 'policy P { to Team }', search(' where N < 1 and N > 2')));
    checkOffered('never-true', `${policy('')}expect ana cannot READ_RECORDS in A when N < 1 and N > 2\n`);
  });

  it('always-true: the part, or the condition', () => {
    checkOffered('always-true', { [alwaysPart]: policy('  when N > 3[- and (S is not "x" or S is not "y")-]') });
    checkOffered('always-true', { [always]: policy('[-  when S is not "x" or S is not "y"-]') });
    checkOffered('always-true', { [always]: policy('[-  when N > 3 or T is not ""-]') });
    checkOffered('always-true', {
      [always]: app(fields, reader, 'policy P { to Team }', search('[- where T is not ""-]')),
    });
  });
});

describe('offered where policies show nothing new', () => {
  it('shadowed-policy: its removal, safe for whoever is named by the others too', () => {
    const [wide, narrow] = ['policy Wide { to Team  when N > 1 }', 'policy Narrow { to Team  when N > 2 }'];
    checkOffered('shadowed-policy', {
      'safe: Remove the policy `Narrow` (access unchanged)': app(fields, reader, `${wide}[-\n  ${narrow}-]`),
    });
    checkOffered('shadowed-policy', {
      'Remove the policy `Narrow` (access unchanged)': app(
        fields,
        reader,
        `${wide}[-\n  ${narrow.replace('Team', 'ana')}-]`,
      ),
    });
  });

  it('default-policy-in-effect: the removal of one or the other', () => {
    const both = (policy: string, platform: string) =>
      app(fields, reader.replace('Team', 'ana, dana'), `${platform}${policy}`);
    const own = 'policy P { to ana  when N > 2 }';
    checkOffered('default-policy-in-effect', {
      'safe: Remove the policy `P` (access unchanged)': both(`[-\n  ${own}-]`, 'default policy'),
      'Remove the default policy (`ana` has `READ_RECORDS` in `A` for fewer records)': both(
        own,
        '[-default policy\n  -]',
      ),
    });
    const named = (to: string, platform: string) => both(`policy P { to ${to}  when N > 2 }`, platform);
    checkOffered('default-policy-in-effect', {
      'safe: Take `ana` out of the policy (access unchanged)': named('[-ana, -]dana', 'default policy\n  '),
      'Remove the default policy (`ana` has `READ_RECORDS` in `A` for fewer records)': named(
        'ana, dana',
        '[-default policy\n  -]',
      ),
    });
  });

  it('default-policy-in-effect: a group asked about is one more person, whom the default policy shows nothing', () => {
    const both = (policy: string, platform: string) => app(fields, reader, `${platform}${policy}`);
    const own = 'policy P { to Team  when N > 2 }';
    checkOffered('default-policy-in-effect', {
      'Remove the policy `P` (`Team` (as a group) loses `READ_RECORDS` in `A`)': both(
        `[-\n  ${own}-]`,
        'default policy',
      ),
      'Remove the default policy (members of `"Internal Users"` (2) have `READ_RECORDS` in `A` for fewer records)':
        both(own, '[-default policy\n  -]'),
    });
  });

  it('role-without-data-access and data-access-without-permission: nothing, as either half may be what is meant', () => {
    checkOffered('role-without-data-access', app(fields, reader));
    checkOffered('data-access-without-permission', app(fields, 'policy P { to ana  when N > 1 }'));
  });
});

describe('offered where grants give nothing', () => {
  const app1 = (grants: string) => app('default policy', `role R { description "d"  members ana  ${grants} }`);

  it('redundant-grant: the removal of the grant, or of the role', () => {
    checkOffered('redundant-grant', {
      'safe: Remove `view on Records` (access unchanged)': app1('grants edit on Records[-, view on Records-]'),
    });
    const clerk = 'role Clerk { description "d"  members Team  grants READ_RECORDS, UPDATE_RECORDS }';
    checkOffered('redundant-grant', {
      'safe: Remove `READ_RECORDS` (access unchanged)': app(
        'default policy',
        clerk,
        'role Q { description "d"  members ana  grants [-READ_RECORDS, -]DELETE_RECORDS }',
      ),
    });
    checkOffered('redundant-grant', {
      'safe: Remove the role `Q` (access unchanged)': app(
        'default policy',
        `${clerk}[-\n  role Q { description "d"  members ana  grants READ_RECORDS, UPDATE_RECORDS }-]`,
      ),
    });
  });

  it('redundant-grant: not safe for a group that is empty today', () => {
    const roles = (grant: string) =>
      `role Clerk { description "d"  members Nobody, ana  grants READ_RECORDS }\n  role Q { description "d"  members Nobody, ana  grants ${grant}DELETE_RECORDS }`;
    checkOffered('redundant-grant', {
      'Remove `READ_RECORDS` (access unchanged)': `group Nobody {}\n${app('default policy', roles('[-READ_RECORDS, -]'))}`,
    });
  });

  it('write-without-read: the permission to read, before what it is for', () => {
    checkOffered('write-without-read', {
      'Grant `READ_RECORDS` too (`ana` gains `READ_RECORDS` in `A`)': app1(
        'grants [+READ_RECORDS, +]UPDATE_RECORDS, CREATE_ATTACHMENTS',
      ),
      'Grant `READ_ATTACHMENTS` too (`ana` gains `READ_ATTACHMENTS` in `A`)': app1(
        'grants UPDATE_RECORDS, [+READ_ATTACHMENTS, +]CREATE_ATTACHMENTS',
      ),
    });
  });

  it('dead-invite-grant: the removal of the grant, with the last one of the property', () => {
    const title = 'Remove `CREATE_ORGANIZATION_USERS` (`ana` loses `CREATE_ORGANIZATION_USERS` in the organization)';
    const role = (grants: string) => `${people}role R { description "d"  members ana${grants} }\n`;
    checkOffered('dead-invite-grant', { [title]: role('  grants READ_GROUPS[-, CREATE_ORGANIZATION_USERS-]') });
    checkOffered('dead-invite-grant', { [title]: role('[-  grants CREATE_ORGANIZATION_USERS-]') });
  });
});

describe('offered where nothing uses something', () => {
  it('unused-role, unused-group, unused-record: its removal', () => {
    checkOffered('unused-role', {
      'safe: Remove the role `Q` (access unchanged)': app(
        'default policy[-\n  role Q { description "d"  grants READ_RECORDS }-]',
      ),
    });
    checkOffered('unused-group', {
      'safe: Remove the group `Old` (access unchanged)': `${app('policy P { to Team }')}[-group Old { description "d"  members ana }\n-]`,
    });
    checkOffered('unused-record', {
      'safe: Remove the record `r` (access unchanged)': `${app(fields)}[-record r in A { N 1 }\n-]`,
    });
    checkOffered('unused-record', {
      'Remove the record `r` (access unchanged)': `${app(fields)}[-record r in A { N 1  shared with ana }\n-]`,
    });
  });

  it('unused-service-account: to switch it off', () => {
    const role = 'role R { description "d"  grants CREATE_RECORDS }';
    checkOffered('unused-service-account', {
      'Switch `Bot` off (`A.Bot` loses `CREATE_RECORDS` in `A`; 1 more change)': app(
        role,
        'service account Bot { [+inactive  +]purpose "p"  roles R  usable by ana }',
      ),
    });
    checkOffered('unused-service-account', {
      'Switch `Bot` off (access unchanged)': app('service account Bot[+ { inactive }+]'),
    });
  });

  it('expired-role: its removal, also where an account names it, but not before its date', () => {
    const role = (date: string) => `role Q { description "d"  members ana  grants READ_RECORDS  expires ${date} }`;
    const work = 'automation X { trigger onDemand  runs as Bot  built by ana  action createRecord }';
    const bot = (roles: string) => [
      'role R { description "d"  grants CREATE_RECORDS }',
      `service account Bot { purpose "p"  roles ${roles}R  usable by ana }`,
      work,
    ];
    const title = 'Remove the role `Q` (access unchanged)';
    checkOffered('expired-role', { [`safe: ${title}`]: app(`default policy[-\n  ${role('2025-12-31')}-]`) });
    checkOffered('expired-role', {
      [`safe: ${title}`]: app(`default policy[-\n  ${role('2025-12-31')}-]`, ...bot('[-Q, -]')),
    });
    checkOffered('expired-role', app('default policy', role('2026-11-30')));
    const asked = (verb: string) => `${verb} ana can READ_RECORDS in A as of 2025-12-01\n`;
    checkOffered('expired-role', { [title]: `${app(`default policy[-\n  ${role('2025-12-31')}-]`)}${asked('query')}` });
    checkOffered('expired-role', `${app('default policy', role('2025-12-31'))}${asked('expect')}`);
  });

  it('unused-suppression: the removal of the name or the comment, or the rule that is meant', () => {
    const group = 'group G1 { members ana }\n';
    checkOffered('unused-suppression', {
      'Remove the suppression (access unchanged)': `${people}[-// writ-ignore unused-role: kept\n-]${group}`,
    });
    checkOffered('unused-suppression', {
      'Remove `unused-role` from the suppression (access unchanged)': `${people}// writ-ignore unused-group[-, unused-role-]: kept\n${group}`,
    });
    checkOffered('unused-suppression', {
      'Change to `unused-group` (access unchanged)': `${people}// writ-ignore [-unused-groop-][+unused-group+]: kept\n${group}`,
      'Change to `unused-role` (access unchanged)': `${people}// writ-ignore [-unused-groop-][+unused-role+]: kept\n${group}`,
    });
    checkOffered('unused-suppression', {
      'Remove the suppression (access unchanged)': `${people}group G1 { members ana }[- // writ-ignore syntax: so-]\n`,
    });
    checkOffered('unused-suppression', {
      'Remove the suppression (access unchanged)': `${people}[-// writ-ignore\n-]${group}`,
    });
    checkOffered('unused-suppression', `${people}// writ-ignore unused-group\n${group}`);
  });
});

describe('offered where an account has more than it needs', () => {
  const bot = (roles: string) => `service account Bot { purpose "p"  roles ${roles}  usable by ana }`;
  const work = (action: string) => `automation X { trigger onDemand  runs as Bot  built by ana  action ${action} }`;
  const creator = (grants: string) => `role R { description "d"  grants ${grants} }`;

  it('excess-permission: the removal of the grant, what is needed of a level, or the role from the account', () => {
    const rest = [bot('R'), work('createRecord')];
    checkOffered('excess-permission', {
      'Remove `READ_CHARTS` (`A.Bot` loses `READ_CHARTS` in `A`)': app(
        creator('CREATE_RECORDS[-, READ_CHARTS-]'),
        ...rest,
      ),
    });
    checkOffered('excess-permission', {
      'Grant only `CREATE_RECORDS` (`A.Bot` loses `READ_ACTIVITY_LOGS`, 2 more permissions in `A`)': app(
        creator('[-edit on Records-][+CREATE_RECORDS+]'),
        ...rest,
      ),
    });
    const other = 'role Q { description "d"  members ana  grants READ_ATTACHMENTS }';
    checkOffered('excess-permission', {
      'Take the role `Q` from `Bot` (access unchanged)': app(
        creator('CREATE_RECORDS'),
        other,
        bot('R[-, Q-]'),
        work('createRecord'),
      ),
    });
  });

  it('excess-permission: nothing where people hold the role too', () => {
    const shared = 'role R { description "d"  members ana  grants CREATE_RECORDS, READ_CHARTS }';
    checkOffered('excess-permission', app(shared, bot('R'), work('createRecord')));
  });

  it('excess-data-access: the account goes from the policy where nothing reaches a record, and the policy with it', () => {
    const rest = [
      'role R { description "d"  members ana  grants READ_RECORDS, CREATE_RECORDS }',
      bot('R'),
      work('createRecord'),
    ];
    checkOffered('excess-data-access', {
      'Take `Bot` out of the policy (`A.Bot` loses `READ_RECORDS` in `A`)': app(
        fields,
        'policy P { to [-Bot, -]ana  when N > 1 }',
        ...rest,
      ),
    });
    checkOffered('excess-data-access', {
      'Remove the policy `P` (`A.Bot` loses `READ_RECORDS` in `A`)': app(
        `${fields}[-\n  policy P { to Bot  when N > 1 }-]`,
        ...rest,
      ),
    });
  });

  it('excess-data-access: a policy for the account alone shows what is reached, and no more', () => {
    const title = 'Show in `P` only what is reached (`A.Bot` has `READ_RECORDS` in `A` for fewer records)';
    const policy = (to: string, ...wheres: readonly string[]) =>
      app(
        fields,
        creator('READ_RECORDS'),
        `policy P { to ${to} }`,
        bot('R'),
        `automation X { trigger onDemand  runs as Bot  built by ana${wheres.map((where) => `  action recordSearch where ${where}`).join('')} }`,
      );
    checkOffered('excess-data-access', { [title]: policy('Bot[+ when N > 5 or N is 1+]', 'N > 5', 'N is 1', 'N > 5') });
    checkOffered('excess-data-access', {
      [title]: policy('Bot  when [-N > 1-][+N > 5 and S is "x"+]', 'N > 5 and S is "x"'),
    });
    checkOffered('excess-data-access', policy('Bot, ana', 'N > 5'));
  });

  it('excess-data-access: beside a condition that leaves out some of what is reached, both hold', () => {
    const title = (name: string) =>
      `Show in \`${name}\` only what is reached (\`A.Bot\` has \`READ_RECORDS\` in \`A\` for fewer records)`;
    const text = (p: string, q: string) =>
      app(
        fields,
        creator('READ_RECORDS'),
        `policy P { to Bot  when ${p} }`,
        `policy Q { to Bot  when ${q} }`,
        bot('R'),
        work('recordSearch where S is "x" or N < 1'),
      );
    checkOffered('excess-data-access', {
      [title('P')]: text('N > 1[+ and (S is "x" or N < 1)+]', 'N < 3 or N is 9'),
      [title('Q')]: text('N > 1', '[+(+]N < 3 or N is 9[+) and (S is "x" or N < 1)+]'),
    });
  });
});
