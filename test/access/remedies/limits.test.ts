// Where there is more than is looked at: many people, many objects, many candidates.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { sideEffect } from '../../../server/src/access/remedies/gains.ts';
import { check } from './offered.ts';

const named = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const users = (names: readonly string[]) => names.map((name) => `user ${name} "${name}@x.com"`).join('\n');
const each = (names: readonly string[], text: (name: string) => string) => names.map(text).join('\n');

describe('where there is more than is looked at', () => {
  describe('more people than are compared for one change', () => {
    const people = named('u', 30);
    check(
      `user ann "a@x.com"
      ${users(people)}
      group All { members ${people.join()} }
      app Desk {
        role Agent { members All, ann grants CREATE_RECORDS }
        role Clerk { members All grants UPDATE_RECORDS }
      }`,
      `
      ? ann can READ_MESSAGES in Desk
        grant READ_MESSAGES in role Agent of Desk, and add a policy of Desk for ann | perhaps 6
        and 7 with managed roles
      ? All can READ_MESSAGES in Desk
        grant READ_MESSAGES in role Clerk of Desk, and add a policy of Desk for All | 1 more: UPDATE_RECORDS in Desk | also 24: u0, u1, u2, u3 | perhaps 6
        grant READ_MESSAGES in role Agent of Desk, and add a policy of Desk for All | 1 more: UPDATE_RECORDS in Desk | also 24: u0, u1, u2, u3 | perhaps 7
        and 6 with managed roles
      `,
    );
  });

  describe('more people than are told apart', () => {
    const people = named('u', 420);
    check(
      `user ann "a@x.com"
      ${users(people)}
      group All { members ${people.join()} }
      app Desk { role Agent { members All, ann grants CREATE_RECORDS } }`,
      `
      ? ann can CREATE_RECORDS and READ_ASPECTS in Desk
        grant READ_ASPECTS in role Agent of Desk | also 24: u0, u1, u2, u3 | perhaps 376
        and 5 with managed roles
      `,
    );
  });

  describe('more people than are compared for all changes', () => {
    const people = named('u', 24);
    check(
      `user ann "a@x.com"
      ${users(people)}
      group All { members ${people.join()} }
      role Base { members All grants CREATE_RECORDS, READ_MESSAGES }
      ${each(named('R', 5), (name) => `role ${name} { members ann, All grants READ_GROUPS }`)}
      ${each(named('App', 8), (name) => `app ${name} { default policy }`)}`,
      `
      ?! ann can CREATE_RECORDS in organization
        grant CREATE_RECORDS in role R0 | 8 more: CREATE_RECORDS in App0
        grant CREATE_RECORDS in role R1 | 8 more: CREATE_RECORDS in App0
        grant CREATE_RECORDS in role R2 | 8 more: CREATE_RECORDS in App0
        grant CREATE_RECORDS in role R3 | 8 more: CREATE_RECORDS in App0 | perhaps 7
        add ann to group All | 17 more: READ_MESSAGES in App0
      ? ann can CREATE_RECORDS in organization
        add ann to role Base | 17 more: READ_MESSAGES in App0
        add ann to group All | 17 more: READ_MESSAGES in App0
        grant CREATE_RECORDS in role R0 | 8 more: CREATE_RECORDS in App0
        grant CREATE_RECORDS in role R1 | 8 more: CREATE_RECORDS in App0
        grant CREATE_RECORDS in role R2 | 8 more: CREATE_RECORDS in App0
        grant CREATE_RECORDS in role R3 | 8 more: CREATE_RECORDS in App0
        grant CREATE_RECORDS in role R4 | 8 more: CREATE_RECORDS in App0
        and 4 with managed roles
      `,
    );
  });

  describe('more candidates than are tried', () => {
    const groups = named('G', 30);
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      ${each(groups, (name) => `group ${name} { members bob }`)}
      app Desk {
        role Agent { members ${groups.join()}, bob grants READ_RECORDS, CREATE_RECORDS }
        role Small { members G29, bob grants CREATE_RECORDS }
        policy P { to G28 }
      }`,
      `
      ? ann can CREATE_RECORDS in Desk
        add ann to role Small of Desk
        add ann to role Agent of Desk
        add ann to group G0
        add ann to group G1
        add ann to group G2
        add ann to group G3
        add ann to group G4
        add ann to group G5
        add ann to group G6
        add ann to group G7
        add ann to group G8
        add ann to group G9
        add ann to group G10
        add ann to group G11
        add ann to group G12
        add ann to group G13
        add ann to group G14
        add ann to group G15
        add ann to group G16
        add ann to group G17
        add ann to group G18
        add ann to group G19
        and 2 with managed roles
      ?! ann can CREATE_RECORDS in Desk
        add ann to group G0
        add ann to group G1
        add ann to group G2
        add ann to group G3
        add ann to group G4
      ? ann can READ_RECORDS in Desk
        add ann to group G28 | 1 more: CREATE_RECORDS in Desk
        add ann to role Agent of Desk, and name ann in policy P of Desk | 1 more: CREATE_RECORDS in Desk
        add ann to role Agent of Desk, and add a policy of Desk for ann | 1 more: CREATE_RECORDS in Desk
        add ann to group G0, and name ann in policy P of Desk | 1 more: CREATE_RECORDS in Desk
        add ann to group G0, and add a policy of Desk for ann | 1 more: CREATE_RECORDS in Desk
        add ann to group G1, and name ann in policy P of Desk | 1 more: CREATE_RECORDS in Desk
        add ann to group G1, and add a policy of Desk for ann | 1 more: CREATE_RECORDS in Desk
        add ann to group G2, and name ann in policy P of Desk | 1 more: CREATE_RECORDS in Desk
        add ann to group G2, and add a policy of Desk for ann | 1 more: CREATE_RECORDS in Desk
        add ann to group G3, and name ann in policy P of Desk | 1 more: CREATE_RECORDS in Desk
        add ann to group G3, and add a policy of Desk for ann | 1 more: CREATE_RECORDS in Desk
        add ann to group G4, and name ann in policy P of Desk | 1 more: CREATE_RECORDS in Desk
        add ann to group G4, and add a policy of Desk for ann | 1 more: CREATE_RECORDS in Desk
        and 3 with managed roles
      `,
    );
  });

  describe('more ways to see a record than are tried', () => {
    check(
      `user ann "a@x.com"
      app Desk {
        ${each(named('F', 20), (name) => `field ${name}: number`)}
        role Agent { members ann grants READ_RECORDS }
        ${each(named('F', 14), (name) => `policy "P${name}" { to ann when ${name} is 1 }`)}
      }
      record r in Desk { ${each(named('F', 20), (name) => `${name} 0`)} }`,
      `
      ? ann can READ_RECORDS on r
        let the record say F0 1
        let the record say F1 1
        let the record say F2 1
        let the record say F3 1
        let the record say F4 1
        let the record say F5 1
        let the record say F6 1
        let the record say F7 1
        let the record say F8 1
        let the record say F9 1
        let the record say F10 1
        let the record say F11 1
        share the record with ann
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      `,
    );
  });

  describe('more fields than are tried', () => {
    const fields = named('F', 10);
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      app Desk {
        ${each(fields, (name) => `field ${name}: number`)}
        role Agent { members ann, bob grants READ_RECORDS }
        policy P { to ann when ${fields.map((name) => `${name} is 1`).join(' or ')} }
        policy Q { to bob when F8 is 2 and (${fields
          .slice(0, 8)
          .map((name) => `${name} > 1`)
          .join(' or ')}) }
      }
      record r in Desk { ${each(fields, (name) => `${name} 0`)} }
      record s in Desk { ${each(fields.slice(0, 8), (name) => `${name} 0`)} }`,
      `
      ? ann can READ_RECORDS on r
        let the record say F0 1
        share the record with ann
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      ? bob can READ_RECORDS on r
        let the record say F8 2 F0 2
        share the record with bob
        add a policy of Desk for bob | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      ? bob can READ_RECORDS on s
        let the record say F8 2 F0 2
        share the record with bob
        add a policy of Desk for bob | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      `,
    );
  });

  it('whoever was not looked at counts as allowed more', () => {
    assert.equal(sideEffect({ own: { count: 1, examples: [] }, others: { count: 2, examples: [], unexamined: 4 } }), 7);
  });
});
