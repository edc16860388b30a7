// What an automation may do as its publisher or an account, beside roles with an error.
import { describe, it } from 'mocha';
import { checkReported } from './reported.ts';

interface Beside {
  readonly organization?: string;
  /** In the app that the action is done in. */
  readonly there?: string;
  /** In another app. */
  readonly elsewhere?: string;
}

function project({ organization = '', there = '', elsewhere = '' }: Beside): string {
  return `user ana "ana@acme.com"
group Staff { members ana }
${organization}
app Desk {
  field Subject: text
  automation Inbox { trigger emailIngestion  built by ana  action createRecord }
  ${there}
}
app Attic {
  field Subject: text
  ${elsewhere}
}
`;
}

const reports = (beside: Beside, words: readonly string[]) =>
  checkReported('missing-permission', project(beside), words);

describe('a publisher who lacks a permission', () => {
  it('is reported where no role is broken', () => reports({}, ['createRecord']));

  it('is not where a broken role of the same object may have granted it', () => {
    reports({ there: 'role Clerk { members ana  grants NOTHING_KNOWN }' }, []);
    reports({ there: 'role Clerk { members Staff  grants NOTHING_KNOWN }' }, []);
  });

  it('is not where a broken role of the organization may have granted it', () =>
    reports({ organization: 'role Clerk { members Staff  grants NOTHING_KNOWN }' }, []));

  it('is where the broken role is that of another object, which gives nothing there', () => {
    reports({ elsewhere: 'role Clerk { members ana  grants NOTHING_KNOWN }' }, ['createRecord']);
    reports({ elsewhere: 'role Clerk { members Staff  grants NOTHING_KNOWN }' }, ['createRecord']);
  });

  it('is where the broken role has others as its members', () => {
    reports({ there: 'role Clerk { grants NOTHING_KNOWN }' }, ['createRecord']);
  });
});

describe('a service account that lacks a permission', () => {
  const withRole = (there: string, elsewhere: string, role: string) => `user ana "ana@acme.com"
app Desk {
  field Subject: text
  ${there}
  service account Bot { purpose "Opens tickets"  roles ${role} }
  automation Inbox { trigger emailIngestion  runs as Bot  built by ana  action createRecord }
}
app Attic {
  field Subject: text
  ${elsewhere}
}
`;

  it('is not reported where its broken role of the same object may have granted it', () =>
    checkReported('missing-permission', withRole('role Works { grants NOTHING_KNOWN }', '', 'Works'), []));

  it('is where its broken role is that of another object', () =>
    checkReported('missing-permission', withRole('', 'role Works { grants NOTHING_KNOWN }', 'Attic.Works'), [
      'createRecord',
    ]));
});
