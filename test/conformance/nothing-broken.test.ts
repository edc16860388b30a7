// Nothing broken allows, nothing broken passes (section 5 of the language): each damage below leaves an expectation unmet that
// the sound text leaves unmet, and each sound text is there to show that it is the damage that is looked at.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { snapshotOf } from '../support/fixture.ts';

const people = `
directory "people.scim.json"
user ada "ada@inside.example"
user guest "guest@inside.example" { external }
group Team { members ada }
`;
const organization = 'organization "Inside" { domains "inside.example" invites allowed-domains }';
const gone = 'user gone "gone@inside.example" { inactive }';
const app = (...items: readonly string[]) =>
  `app Desk {\n  field Status: choice("New", "Open")\n  ${items.join('\n  ')}\n}`;
const scim = `--- file: people.scim.json
[{ "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": "1", "userName": "olga", "active": true,
   "emails": [{ "value": "olga@outside.example", "primary": true }] }]`;

const reads = 'role Reader { members Team, gone, olga, guest grants READ_RECORDS }';
const open = 'policy Open { to Team when Status is "Open" }';
const bot = 'service account Bot { purpose "x" usable by Team }';

interface Damage {
  /** The expectation that does not hold, whether damaged or not. */
  readonly expect: string;
  readonly sound: string;
  readonly damaged: readonly string[];
}

const damages: Readonly<Record<string, Damage>> = {
  'an inactive user stays out': {
    expect: 'expect gone can READ_RECORDS in Desk',
    sound: `${organization}\n${gone}\n${app(reads, 'default policy')}`,
    damaged: [
      'user gone "gone@inside.example" x { inactive }',
      'user gone "gone@inside.example" "{ inactive }',
      'user gone "gone@inside.example" inactive }',
      'user gone "gone@inside.example" { inactve }',
      'user gone "gone@inside.example" { x" inactive }',
      'user gone "gone@inside.example" { } inactive }',
    ].map((user) => `${organization}\n${user}\n${app(reads, 'default policy')}`),
  },
  'who is outside of the domains stays external': {
    expect: 'expect olga can READ_RECORDS in Desk',
    sound: `${organization}\n${gone}\n${app(reads, 'default policy')}`,
    damaged: [
      'xorganization "Inside" { domains "inside.example" }',
      'organization "Inside" { domains % "inside.example" }',
      'organization "Inside" { domain "inside.example" }',
      'organization "Inside" { { domains "inside.example" }',
      'organization "Inside" { domains } "inside.example" }',
      'organization "Inside" x { domains "inside.example" }',
      'organization "Inside" domains "inside.example" }',
      'organization "Inside" { domains "@inside.example" }',
      'organization "Inside" { domains "inside.example',
    ].map((text) => `${text}\n${gone}\n${app(reads, 'default policy')}`),
  },
  'a role that has expired stays expired': {
    expect: 'expect ada can READ_RECORDS in Desk',
    sound: `${organization}\n${gone}\n${app('role R { members Team grants READ_RECORDS expires 2020-01-31 }', 'default policy')}`,
    damaged: [
      'role R { members Team grants READ_RECORDS expires }',
      'role R { members Team grants READ_RECORDS expires 2020-02-31 }',
      'role R { members Team grants READ_RECORDS expires "2020-01-31" }',
      'role R { members Team grants READ_RECORDS expire 2020-01-31 }',
      'role R { members Team grants READ_RECORDS x expires 2020-01-31 }',
      'role R { members Team grants READ_RECORDS { expires 2020-01-31 } }',
      'role R { members Team grants READ_RECORDS } expires 2020-01-31 }',
      'role R { members Team grants READ_RECORDS expires x 2020-01-31 }',
    ].map((role) => `${organization}\n${gone}\n${app(role, 'default policy')}`),
  },
  'a condition goes on to count': {
    expect: 'expect ada can READ_RECORDS in Desk when Status is "New"',
    sound: `${organization}\n${gone}\n${app(reads, open)}`,
    damaged: [
      'policy Open { to Team } when Status is "Open" }',
      'policy Open { to Team } , Team when Status is "Open" }',
      'policy Open { to Team wen Status is "Open" }',
      'policy Open { to Team x when Status is "Open" }',
      'policy Open { to Team { when Status is "Open" } }',
      'policy Open { to Team when }',
      'policy Open { to Team when Status is "Open" Status is "Open" }',
      'policy Open { to Team when Status is "open" }',
      'policy Open { to Team when Status is "Open" or Status }',
      'policy Open { to Team when Status is "Open" or Stat is "New" }',
      'policy Open { to Team when not (Status is "New" }',
      'policy Open { to Team }\n  when Status is "Open"',
      'policy Open { to Team\n  when Status is "Open" }\n  }',
    ].map((policy) => `${organization}\n${gone}\n${app(reads, policy)}`),
  },
  'a role of an object stays one': {
    expect: 'expect ada can DELETE_RECORDS in organization',
    sound: `${organization}\n${gone}\n${app('role R { members Team grants DELETE_RECORDS }')}`,
    damaged: [
      'ap Desk {\n  role R { members Team grants DELETE_RECORDS }\n}',
      'app Desk\n  role R { members Team grants DELETE_RECORDS }\n}',
      'app {\n  role R { members Team grants DELETE_RECORDS }\n}\napp Desk {}',
      'app Desk {\n  policy P { to Team } }\n  role R { members Team grants DELETE_RECORDS }\n}',
      'app Desk {\n  role S members Team }\n  role R { members Team grants DELETE_RECORDS }\n}',
      '% app Desk {\n  role R { members Team grants DELETE_RECORDS }\n}',
      'app Desk {\nrole R { members Team grants DELETE_RECORDS }',
      'app Desk } {\n  role R { members Team grants DELETE_RECORDS }\n}',
    ].map((text) => `${organization}\n${gone}\n${text}`),
  },
  'what cannot be read of an account might let somebody use it': {
    expect: 'expect ada cannot use Desk.Bot',
    sound: `${organization}\n${gone}\n${app(bot)}`,
    damaged: [
      'service account Bot x { purpose "x" usable by Team }',
      'service account Bot { purpose } "x" usable by Team }',
      'service account Bot { purpose "x" } usable by Team }',
      'service account Bot { purpose "x" usable x by Team }',
      'service account Bot { purpose "x" usabel by Team }',
      'service account Bot { purpose "x" usable by Taem }',
      'service account Bot purpose "x" usable by Team }',
      'service account Bot { purpose "x" usable by }',
    ].map((account) => `${organization}\n${gone}\n${app(account)}`),
  },
  'what cannot be read of a policy might open a record': {
    expect: 'expect ada cannot READ_RECORDS in Desk',
    sound: `${organization}\n${gone}\n${app(reads, open)}`,
    damaged: [
      'policy Open { to Team when Status is "open" }',
      'policy Open { to Taem when Status is "Open" }',
      'policy Open to Team when Status is "Open" }',
      'polcy Open { to Team when Status is "Open" }',
      'policy Open { when Status is "Open" }',
      'default',
      'auto-share recrods on watch',
    ].map((policy) => `${organization}\n${gone}\n${app(reads, policy)}`),
  },
  'what cannot be read of a role might grant': {
    expect: 'expect ada cannot READ_RECORDS in Desk',
    sound: `${organization}\n${gone}\n${app(reads, 'default policy')}`,
    damaged: [
      'role Reader { members Team grants READ_RECORD }',
      'role Reader { members Team grants "View Records" }',
      'role Reader { members Taem grants READ_RECORDS }',
      'role Reader { members Team, grants }',
      'role Reader { memebrs Team grants READ_RECORDS }',
      'role Reader members Team grants READ_RECORDS }',
      'rol Reader { members Team grants READ_RECORDS }',
      'role Reader { members Team grants view on Record }',
    ].map((role) => `${organization}\n${gone}\n${app(role, 'default policy')}`),
  },
  'what stands behind an expectation is part of it': {
    expect: '',
    sound: `${organization}\n${gone}\n${app(reads, open)}\nexpect ada can READ_RECORDS in Desk`,
    damaged: [
      'expect ada can READ_RECORDS in Desk when Status is "Open" and',
      'expect guest cannot READ_RECORDS in Desk wen Status is "Open"',
      'expect guest cannot READ_RECORDS in Desk as 2026-12-01',
      'expect guest cannot READ_RECORDS in Desk of 2026-12-01',
      'expect guest cannot READ_RECORDS in Desk, Vault',
      'expect guest cannot READ_RECORDS in Desk with { Status "Open" } when Status is "Open"',
      'test "t" { expect guest cannot READ_RECORDS in Desk wen Status is "Open" }',
      'expect nobody but ada, can UPDATE_RECORDS in Desk',
      'expect guest, ada cannot UPDATE_RECORDS in Desk',
      'expect guest cannot READ_RECORDS in Desk }',
    ].map((text) => `${organization}\n${gone}\n${app(reads, open)}\n${text}`),
  },
  'a file that cannot be understood might say anything': {
    expect: 'expect ada cannot READ_RECORDS in Desk',
    sound: `${organization}\n${gone}\n${app(reads, 'default policy')}`,
    damaged: [
      `${organization}\n${gone}\n${app('default policy')}\n/* ${reads} */ role R { members Team grants /* READ_RECORDS }`,
      `${organization}\n${gone}\n${app('default policy')}\n% `,
      `${organization}\n${gone}\n${app('default policy')}\n"role R { members Team grants READ_RECORDS }`,
      `${organization}\n${gone}\n${app('default policy')}\ndirectory "missing.json"`,
    ],
  },
};

const outcomesOf = (text: string) =>
  snapshotOf(`${people}${text}\n${scim}`).outcomes.map(({ outcome }) => `${outcome.outcome}: ${outcome.reason}`);

describe('conformance: nothing broken allows, nothing broken passes', () => {
  for (const [title, { expect, sound, damaged }] of Object.entries(damages)) {
    it(`${title}: the sound text fails`, () => {
      for (const outcome of outcomesOf(`${expect}\n${sound}`)) assert.match(outcome, /^failed/);
    });
    for (const text of damaged)
      it(`${title}: ${text.replace(`${organization}\n`, '').replace(`${gone}\n`, '').replaceAll('\n', '⏎')}`, () => {
        const outcomes = outcomesOf(`${expect}\n${text}`);
        assert.notEqual(outcomes.length, 0);
        assert.deepEqual(
          outcomes.filter((outcome) => outcome.startsWith('held')),
          [],
        );
      });
  }
});
