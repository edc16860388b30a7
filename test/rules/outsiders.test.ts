// Rules about external people and about what auto-share hands out: what their pages have no room for.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { checkFixes } from './fixed-text.ts';
import { checkReported, findingsOf, messagesOf } from './reported.ts';

const people = `user ana "ana@acme.com"
user max "max@carrier.example" { external }
`;
const freight = (role: string) => `${people}app Freight {\n  field Weight: number\n  ${role}\n}\n`;

describe('external-overreach', () => {
  const check = (text: string, words: readonly string[]) => checkReported('external-overreach', text, words);
  const role = (grants: string, members = 'max') => `role R { members ${members}  grants ${grants} }`;

  it('weighs in an object deletes, roles and policies, and in the organization everything', () => {
    check(freight(role('READ_RECORDS, UPDATE_RECORDS')), []);
    for (const grants of ['DELETE_MESSAGES', 'UPDATE_ASPECT_ROLES', 'CREATE_DATA_ACCESS', 'edit on Records'])
      check(freight(role(grants)), ['max']);
    check(freight(role('READ_DATA_ACCESS, READ_ASPECT_ROLES')), []);
    check(`${people}${role('READ_GROUPS')}`, ['max']);
    check(freight('managed role "App Admin" { members max }  managed role "Content Viewer" { members max }'), ['max']);
  });

  it('says how many objects a role of the organization reaches, and in which of them it is of use', () => {
    const text = `${freight('policy Loads { to max }')}app Payroll { field Salary: number }\n${role('READ_RECORDS')}`;
    assert.deepEqual(messagesOf('external-overreach', text), [
      '`max` is external: `R` gives them `READ_RECORDS` in the organization and its 2 objects, and they have any use of it in 1 of them (`Freight`)',
    ]);
  });

  it('exempts the managed roles that are for people from outside', () => {
    const managed = (name: string) => `${people}managed role "${name}" { members max }`;
    check(managed('External Create'), []);
    check(managed('Service Requestor'), []);
    check(managed('Internal User'), ['max']);
  });

  it('finds them in groups, and groups by a domain of others', () => {
    check(freight(`${role('DELETE_RECORDS', 'G')} }\ngroup G { members ana, max }\napp X {`), ['G']);
    check(freight(role('DELETE_RECORDS', '"External Users", "Internal Users"')), ['"External Users"']);
    const domains = (text: string) =>
      `organization O { ${text} }\ngroup C { domain "carrier.example" }\nrole R { members C  grants READ_GROUPS }`;
    check(domains('domains "acme.com"'), ['C']);
    check(domains('domains "Carrier.example"'), []);
    check(domains(''), []);
    check(domains('domains "acme.com", "@x"'), []);
    assert.deepEqual(messagesOf('external-overreach', domains('domains "acme.com"')), [
      '`C` takes in whoever has an address at `carrier.example`, 0 people today: `R` gives them `READ_GROUPS` in the organization',
    ]);
  });

  it('takes people of a directory by their type and address', () => {
    const scim = (type: string, address: string) =>
      `--- file: p.json\n${JSON.stringify([{ userName: 'dir', userType: type, active: true, emails: [{ value: address, primary: true }] }])}`;
    const text =
      'organization O { domains "acme.com" }\ndirectory "p.json"\nrole R { members dir  grants READ_GROUPS }\n';
    check(`${text}${scim('External', 'dir@acme.com')}`, ['dir']);
    check(`${text}${scim('Employee', 'dir@else.com')}`, ['dir']);
    check(`${text}${scim('Employee', 'dir@acme.com')}`, []);
  });

  it('is about what is in force', () => {
    check(freight('role R { members max  grants DELETE_RECORDS  expires 2026-11-20 }'), []);
    check(freight(role('DELETE_RECORDS')).replace('{ external }', '{ external inactive }'), []);
  });
});

describe('external-without-expiry', () => {
  const check = (text: string, words: readonly string[]) => checkReported('external-without-expiry', text, words);

  it('stands on the role, once', () => {
    check(freight('role R { members max, "External Users", ana  grants READ_RECORDS }'), ['R']);
    check(freight('role R { members ana, G  grants READ_RECORDS }\n}\ngroup G { members ana, max }\napp X {'), []);
    check(freight('role R { members max  grants READ_RECORDS  expires 2026-02-30 }'), []);
    check(freight('role R { members max  grants READ_RECORDS  expires 2026-11-20 }'), []);
    check(freight('role R { members max, zoe  grants READ_RECORDS }'), []);
    check(freight('managed role "Content Viewer" { members max }'), []);
  });

  it('adds the end of the next quarter, where nobody of ours would lose the role', () => {
    const before = freight('role R { members max  grants READ_RECORDS }');
    checkFixes('external-without-expiry', before, {
      'Add `expires 2027-03-31`': before.replace('READ_RECORDS }', 'READ_RECORDS  expires 2027-03-31 }'),
    });
    checkFixes('external-without-expiry', freight('role R { members max, ana  grants READ_RECORDS }'), {});
  });
});

describe('auto-share-escalation', () => {
  const check = (text: string, words: readonly string[]) => checkReported('auto-share-escalation', text, words);
  const role = (grants: string, words: string, more = '') =>
    `role R { grants ${grants}  auto-share on ${words}${more} }`;

  it('stands on the heaviest trigger, whatever their order', () => {
    check(freight(role('DELETE_RECORDS', 'approval, assign, share, watch, mention')), ['mention']);
    check(freight(role('DELETE_RECORDS', 'approval, share, assign')), ['share']);
    check(freight(role('READ_RECORDS, UPDATE_RECORDS', 'mention')), []);
    check(freight(role('BULK_UPDATE_RECORDS', 'assign')), ['assign']);
    check(`${people}${role('ADMIN', 'watch')}`, ['watch']);
  });

  it('leaves sharing by a share to the other rule', () => {
    check(freight(role('READ_RECORDS, CREATE_RECORD_SHARING', 'share')), []);
    check(freight(role('CREATE_RECORD_SHARING', 'share, assign')), []);
    check(freight(role('CREATE_RECORD_SHARING, DELETE_RECORDS', 'share')), ['share']);
    checkReported('self-propagating-share', freight(role('CREATE_RECORD_SHARING', 'assign, share')), ['share']);
    checkReported('self-propagating-share', freight(role('edit on Records', 'share')), ['share']);
    checkReported(
      'self-propagating-share',
      freight(role('CREATE_RECORD_SHARING', 'share', '  expires 2026-11-20')),
      [],
    );
  });

  it('counts who can hand it out, and who lacks it', () => {
    const writers = `role W { members ana, max  grants CREATE_MESSAGES }  role D { members ana  grants DELETE_RECORDS }`;
    assert.deepEqual(
      messagesOf('auto-share-escalation', freight(`${role('DELETE_RECORDS', 'mention, assign')}  ${writers}`)),
      [
        'whoever is mentioned in a record holds `DELETE_RECORDS` there by `R`, as on `assign`: 2 people can write a message in `Freight` (`ana` and `max`), 1 of them without holding that themselves',
      ],
    );
    const [finding] = findingsOf('auto-share-escalation', freight(`${role('DELETE_RECORDS', 'mention')}  ${writers}`));
    assert.deepEqual(
      finding?.related.map(({ message }) => message),
      ['1. `W` lets its members write a message', '2. `R` hands this out'],
    );
  });

  it('is silent of roles that are over or have an error', () => {
    check(freight(role('DELETE_RECORDS', 'mention', '  expires 2026-11-20')), []);
    check(freight(role('DELETE_RECORDS, READ_RECORD', 'mention')), []);
  });
});
