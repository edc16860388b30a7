// Rules about who administers, who may invite, and duties that do not belong into one hand: what their pages have no room for.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { checkFix, checkFixes } from './fixed-text.ts';
import { checkReported, messagesOf } from './reported.ts';

const users = (names: string) =>
  names
    .split(' ')
    .map((name) => `user ${name} "${name}@acme.com"\n`)
    .join('');
const six = users('a b c d e f');

describe('admin-sprawl', () => {
  const check = (text: string, words: readonly string[]) => checkReported('admin-sprawl', text, words);

  it('counts people, not memberships, and those of custom roles too', () => {
    check(`${six}group G { members a, b }\nmanaged role Admin { members G, a, b, c, d, e }`, []);
    check(`${six}managed role Admin { members a, b, c, d, e }\nrole Old { members f  grants ADMIN }`, ['Admin']);
    check(`${six}role Old { members a, b, c, d, e, f  grants ADMIN }`, ['Old']);
  });

  it('counts service accounts that name such a role', () => {
    const five = 'managed role Admin { members a, b, c, d, e }\n';
    check(`${six}${five}app Desk { service account Bot { roles Admin } }`, ['Admin']);
    check(`${six}${five}app Desk { service account Bot { roles Admin  inactive } }`, []);
    assert.match(
      messagesOf('admin-sprawl', `${six}${five}app Desk { service account Bot { roles Admin } }`).join(),
      /^5 people and 1 service account hold `ADMIN`,/,
    );
  });

  it('leaves out whoever is inactive, roles that are over, and auto-share', () => {
    check(
      `${six.replace('"f@acme.com"', '"f@acme.com" { inactive }')}managed role Admin { members a, b, c, d, e, f }`,
      [],
    );
    const five = 'managed role Admin { members a, b, c, d, e }';
    check(`${six}${five}\nrole Old { members f  grants ADMIN  expires 2026-11-20 }`, []);
    check(`${six}${five}\nrole Old { members f  grants ADMIN  expires 2026-11-21 }`, ['Admin']);
    check(`${six}${five}\nrole Old { grants ADMIN  auto-share on assign }`, []);
  });

  it('stands on groups that fill themselves, however few are in them', () => {
    check(`${users('a')}managed role Admin { members "Internal Users", a }`, ['"Internal Users"']);
    check(`group D { domain "acme.com" }\nrole Old { members D  grants ADMIN }`, ['D']);
    assert.deepEqual(
      messagesOf('admin-sprawl', `${users('a')}group D { domain "acme.com" }\nmanaged role Admin { members D }`),
      ['`D` fills itself: whoever has an address at `acme.com` holds `ADMIN`, 1 person today'],
    );
  });

  it('counts those who are certain where an error hides others', () => {
    check(`${six}managed role Admin { members a, b, c, d, e, f, nobody }`, ['Admin']);
  });
});

describe('no-emergency-admin', () => {
  const check = (text: string, words: readonly string[]) =>
    checkReported('no-emergency-admin', `organization O { }\n${text}`, words);

  it('counts the people of custom roles, and a role only while it is in force', () => {
    check(`${six}managed role Admin { members a }\nrole Old { members b  grants ADMIN }`, []);
    check(`${six}managed role Admin { members a }\nrole Old { members b  grants ADMIN  expires 2026-11-20 }`, [
      'Admin',
    ]);
  });

  it('is silent while an error may hide somebody, and without people', () => {
    check(`${six}managed role Admin { members a, zoe }`, []);
    check(`${six}group G { members b, zoe }\nmanaged role Admin { members a, G }`, []);
    check('directory "gone.scim.json"\nmanaged role Admin { }', []);
    check('managed role Admin { }', []);
  });

  it('counts people of the directory', () => {
    const scim = (active: boolean) =>
      `--- file: p.json\n${JSON.stringify([{ userName: 'dir', active, emails: [{ value: 'dir@acme.com', primary: true }] }])}`;
    const text = `${six}directory "p.json"\nmanaged role Admin { members a, dir }`;
    check(`${text}\n${scim(true)}`, []);
    check(`${text}\n${scim(false)}`, ['Admin']);
  });
});

describe('open-invites', () => {
  const text = (more: string, domains = 'domains "acme.com"  ') =>
    `organization O { ${domains}invites any-domain }\n${users('a b')}${more}`;

  it('is about people who may, now', () => {
    const role = (more: string) => `role R { members a  grants CREATE_ORGANIZATION_USERS${more} }`;
    checkReported('open-invites', text(role('')), ['any-domain']);
    checkReported('open-invites', text(role('  expires 2026-11-20')), []);
    checkReported('open-invites', text(`${role('')}\nmanaged role Admin { members a }`), []);
    checkReported('open-invites', text('role R { members a  grants admin on Users }'), ['any-domain']);
    checkReported('open-invites', text(role('')).replace('any-domain', 'allowed-domains'), []);
    checkReported('open-invites', text(role('')).replace('"a@acme.com"', '"a@acme.com" { inactive }'), []);
  });

  it('can be narrowed where there is something to narrow it to', () => {
    const before = text('role R { members a  grants CREATE_ORGANIZATION_USERS }');
    checkFix('open-invites', before, {
      title: 'Change to `allowed-domains`',
      text: before.replace('any-domain', 'allowed-domains'),
      safe: false,
    });
    checkFixes('open-invites', text('role R { members a  grants CREATE_ORGANIZATION_USERS }', ''), {});
  });
});

describe('conflicting-duties', () => {
  const check = (text: string, words: readonly string[]) => checkReported('conflicting-duties', text, words);
  const app = (items: string, name = 'Desk') =>
    `app ${name} {\n  field Subject: text\n  default policy\n  ${items}\n}\n`;
  const keeper = (grants: string, name = 'Keeper') => `role ${name} { members a  grants ${grants} }`;

  it('stands on a role with both sides, and then not on its members', () => {
    check(`${users('a')}${app(keeper('UPDATE_RECORDS, UPDATE_DATA_ACCESS'))}`, ['Keeper']);
    check(`${users('a')}${app(keeper('admin on Records'))}`, ['Keeper']);
    check(`${users('a')}${app(`${keeper('admin on Records')} ${keeper('UPDATE_ASPECT_ROLES', 'Other')}`)}`, ['Keeper']);
    check(`${users('a')}${app(keeper('READ_DATA_ACCESS, UPDATE_RECORDS'))}`, []);
    check(`${users('a')}role R { grants UPDATE_ROLES, UPDATE_RECORDS }`, []);
  });

  it('adds up the roles of a person where they count together', () => {
    const one = keeper('UPDATE_DATA_ACCESS', 'One');
    const other = keeper('UPDATE_RECORDS', 'Other');
    check(`${users('a')}${app(`${one} ${other}`)}`, ['a']);
    check(`${users('a')}${app(one)}${app(other, 'Stock')}`, []);
    check(`${users('a')}${one}\n${app(other)}${app(other, 'Stock')}`, ['a']);
    check(`${users('a')}${app(one)}${other}`, ['a']);
    assert.deepEqual(messagesOf('conflicting-duties', `${users('a')}${one}\n${app(other)}${app(other, 'Stock')}`), [
      '1 person, `a`, holds both sides of deciding on access and changing records: `UPDATE_DATA_ACCESS` by `One` and `UPDATE_RECORDS` by `Other` of `Desk` and `Other` of `Stock`',
    ]);
  });

  it('leaves out administrators, managed roles, and what is over', () => {
    const both = keeper('UPDATE_DATA_ACCESS, UPDATE_RECORDS');
    check(`${users('a')}managed role Admin { members a }\n${app(both)}`, []);
    check(`${users('a')}${app(`managed role "App Admin" { members a }  ${keeper('UPDATE_RECORDS')}`)}`, []);
    check(`${users('a')}${app(both.replace(' }', '  expires 2026-11-20 }'))}`, []);
    check(`${users('a').replace('"a@acme.com"', '"a@acme.com" { inactive }')}${app(both)}`, []);
    check(`${users('a')}${app(both.replace('members a', 'members a, zoe'))}`, []);
  });

  it('takes duties of the settings', () => {
    const duties = (first: string, second: string) =>
      `--- file: writ.json\n{ "duties": [{ "name": "asking and deciding", "first": ["${first}"], "second": ["${second}"] }] }\n--- file: a.writ\n`;
    const text = `${users('a')}${app(keeper('CREATE_RECORDS, READ_MESSAGES'))}`;
    check(`${duties('CREATE_RECORDS', 'READ_MESSAGES')}${text}`, ['Keeper']);
    check(`${duties('CREATE_RECORDS', 'DELETE_MESSAGES')}${text}`, []);
    check(text, []);
  });
});

describe('admin-outside-managed-role: fixes', () => {
  const title = 'Make its members members of `Admin`';
  const role = (more = '') => `role Old { members a, b  grants ADMIN${more} }`;

  it('declares the managed role, or adds to the members that it has', () => {
    checkFixes('admin-outside-managed-role', `${users('a b')}${role()}`, {
      [title]: `${users('a b')}managed role Admin { members a, b }`,
    });
    checkFixes(
      'admin-outside-managed-role',
      `${users('a b')}managed role Admin { members b }\n${role(', READ_GROUPS')}`,
      {
        [title]: `${users('a b')}managed role Admin { members b, a }\nrole Old { members a, b  grants READ_GROUPS }`,
      },
    );
    checkFixes(
      'admin-outside-managed-role',
      `${users('a b')}managed role Admin { members a, b }\n${role(', READ_GROUPS')}`,
      {
        'Take `ADMIN` out': `${users('a b')}managed role Admin { members a, b }\nrole Old { members a, b  grants READ_GROUPS }`,
      },
    );
  });

  it('is not offered where the managed role would give more', () => {
    checkFixes('admin-outside-managed-role', `${users('a b')}${role('  expires 2027-01-31')}`, {});
    checkFixes('admin-outside-managed-role', `${users('a b')}${role('  auto-share on assign')}`, {});
    const bot = 'app Desk { service account Bot { roles Old } }';
    checkFixes('admin-outside-managed-role', `${users('a b')}${role()}\n${bot}`, {});
  });
});
