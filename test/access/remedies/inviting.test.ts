// What would let somebody invite an address: permissions, the policy of the organization, and whom else it lets invite.
import { describe } from 'mocha';
import { check } from './offered.ts';

describe('what would let somebody invite', () => {
  describe('where administrators invite', () => {
    check(
      `organization { domains "x.com", "y.com" invites admins-only }
      user ann "a@x.com"
      user bob "b@x.com"
      user cat "c@y.com"
      user dan "d@x.com" { inactive }
      user eve "e@x.com"
      group Hosts { members ann, bob }
      managed role "Admin" { members cat }
      role Inviter { members Hosts, dan grants CREATE_ORGANIZATION_USERS, READ_ROLES }
      role Former { members eve grants CREATE_ORGANIZATION_USERS expires 2026-11-20 }
      app Desk { role Local { members eve grants CREATE_RECORDS } service account Bot { roles organization.Inviter } }`,
      `
      ? ann can invite "n@x.com"
        let addresses of the domains of the organization be invited | 1 more: invitations to y.com | also 2: bob, Desk.Bot
        add ann to managed role Admin | 254 more: CREATE_ASSIGNMENT_ENGINES in Desk
        let any address be invited | 1 more: invitations of any address | also 2: bob, Desk.Bot
      ? ann can invite "n@z.com"
        add the domain z.com to the organization and let addresses of the domains of the organization be invited | 1 more: invitations to x.com, y.com | also 2: bob, Desk.Bot
        add ann to managed role Admin | 254 more: CREATE_ASSIGNMENT_ENGINES in Desk
        let any address be invited | 1 more: invitations of any address | also 2: bob, Desk.Bot
      ? cat can invite "n@x.com"
      ? dan can invite "n@x.com"
        activate dan, and let addresses of the domains of the organization be invited | 2 more: READ_ROLES in the organization, invitations to y.com | also 3: ann, bob, Desk.Bot
        activate dan, and add dan to managed role Admin | 255 more: CREATE_ASSIGNMENT_ENGINES in Desk
        activate dan, and let any address be invited | 2 more: READ_ROLES in the organization, invitations of any address | also 3: ann, bob, Desk.Bot
      ? eve can invite "n@x.com"
        add eve to managed role Admin | 254 more: CREATE_ASSIGNMENT_ENGINES in Desk
        add eve to role Inviter, and let addresses of the domains of the organization be invited | 2 more: READ_ROLES in the organization, invitations to y.com | also 3: ann, bob, Desk.Bot
        extend role Former to 2026-11-21, and let addresses of the domains of the organization be invited | 1 more: invitations to y.com | also 3: ann, bob, Desk.Bot
        add eve to role Inviter, and let any address be invited | 2 more: READ_ROLES in the organization, invitations of any address | also 3: ann, bob, Desk.Bot
        extend role Former to 2026-11-21, and let any address be invited | 1 more: invitations of any address | also 3: ann, bob, Desk.Bot
        add eve to group Hosts, and let addresses of the domains of the organization be invited | 2 more: READ_ROLES in the organization, invitations to y.com | also 3: ann, bob, Desk.Bot
        add eve to group Hosts, and let any address be invited | 2 more: READ_ROLES in the organization, invitations of any address | also 3: ann, bob, Desk.Bot
      ? Hosts can invite "n@x.com"
        let addresses of the domains of the organization be invited | 1 more: invitations to y.com | also 3: ann, bob, Desk.Bot
        let any address be invited | 1 more: invitations of any address | also 3: ann, bob, Desk.Bot
        add Hosts to managed role Admin | 254 more: CREATE_ASSIGNMENT_ENGINES in Desk | also 2: ann, bob
      ? Desk.Bot can invite "n@x.com"
        let addresses of the domains of the organization be invited | 1 more: invitations to y.com | also 2: ann, bob
        give Desk.Bot managed role Admin | 254 more: CREATE_ASSIGNMENT_ENGINES in Desk
        let any address be invited | 1 more: invitations of any address | also 2: ann, bob
      ?! eve can invite "n@x.com"
        extend role Former to 2026-11-21, and let addresses of the domains of the organization be invited | 1 more: invitations to y.com | also 3: ann, bob, Desk.Bot
        extend role Former to 2026-11-21, and let any address be invited | 1 more: invitations of any address | also 3: ann, bob, Desk.Bot
        add eve to group Hosts, and let addresses of the domains of the organization be invited | 2 more: READ_ROLES in the organization, invitations to y.com | also 3: ann, bob, Desk.Bot
        add eve to group Hosts, and let any address be invited | 2 more: READ_ROLES in the organization, invitations of any address | also 3: ann, bob, Desk.Bot
        add eve to role Inviter, and let addresses of the domains of the organization be invited | 2 more: READ_ROLES in the organization, invitations to y.com | also 3: ann, bob, Desk.Bot
      `,
    );
  });

  describe('where addresses of its domains are invited', () => {
    check(
      `organization { domains "x.com", "y.com" invites allowed-domains }
      user ann "a@x.com"
      user bob "b@x.com"
      user cat "c@y.com"
      user dan "d@x.com" { inactive }
      user eve "e@x.com" { inactive }
      group Hosts { members ann, bob }
      managed role "Admin" { members cat }
      role Inviter { members Hosts, dan grants CREATE_ORGANIZATION_USERS, READ_ROLES }
      role Other { members eve grants READ_ROLES }`,
      `
      ? ann can invite "n@x.com"
      ? ann can invite "n@z.com"
        add ann to managed role Admin | 157 more: ADMIN in the organization
        add the domain z.com to the organization | also 1: bob
        let any address be invited | 1 more: invitations of any address | also 1: bob
      ? cat can invite "n@z.com"
      ? dan can invite "n@x.com"
        activate dan | 1 more: READ_ROLES in the organization
      ? dan can invite "n@z.com"
        activate dan, and add dan to managed role Admin | 158 more: ADMIN in the organization
        activate dan, and add the domain z.com to the organization | 1 more: READ_ROLES in the organization | also 2: ann, bob
        activate dan, and let any address be invited | 2 more: READ_ROLES in the organization, invitations of any address | also 2: ann, bob
      ? eve can invite "n@x.com"
        activate eve, and add eve to group Hosts | 1 more: READ_ROLES in the organization
        activate eve, and add eve to managed role Admin | 158 more: ADMIN in the organization
        activate eve, and add eve to role Inviter | 1 more: READ_ROLES in the organization
        activate eve, and grant CREATE_ORGANIZATION_USERS in role Other | 1 more: READ_ROLES in the organization
      ? "Internal Users" can invite "n@x.com"
        add Internal Users to managed role Admin | 158 more: ADMIN in the organization | also 2: ann, bob
        add Internal Users to role Inviter | 1 more: READ_ROLES in the organization
      `,
    );
  });

  describe('where any address is invited', () => {
    check(
      `organization { domains "x.com" invites any-domain }
      user ann "a@x.com"
      user bob "b@x.com"
      managed role "Admin" { members bob }
      managed role "Guide" { grants CREATE_ORGANIZATION_USERS }
      group Hosts { members bob }
      group Outer { domain "z.com" }
      role Inviter { members Hosts, Outer grants CREATE_ORGANIZATION_USERS }
      role Plain { members ann grants READ_ROLES }
      app Desk { role Local { members ann grants CREATE_RECORDS } service account Bot { } }`,
      `
      ? ann can invite "n@else.org"
        add ann to managed role Admin | 253 more: CREATE_ASSIGNMENT_ENGINES in Desk
        add ann to role Inviter
        grant CREATE_ORGANIZATION_USERS in role Plain
        add ann to group Hosts
      ? Desk.Bot can invite "n@else.org"
        give Desk.Bot managed role Admin | 255 more: CREATE_ASSIGNMENT_ENGINES in Desk
        give Desk.Bot role Inviter
      ? bob can invite "n@else.org"
      `,
    );
  });

  describe('that a domain is added moves people of a directory between groups', () => {
    check(
      `organization { domains "x.com" invites allowed-domains }
      directory "p.scim.json"
      user ann "a@x.com"
      user out "o@z.com" { external }
      role Inviter { members ann grants CREATE_ORGANIZATION_USERS }
      role Inner { members "Internal Users" grants READ_ROLES }
      role Outer { members "External Users" grants READ_GROUPS }
      group Zed { domain "z.com" }
      app Desk {
        field Owner: user
        role Reader { members ann grants READ_RECORDS }
        policy Inner { to ann when Owner is in "Internal Users" }
        service account Bot { usable by "Internal Users" }
      }
      --- file: p.scim.json
      [{ "userName": "dir", "active": true, "emails": [{ "value": "d@z.com", "primary": true }] },
       { "userName": "far", "active": true, "userType": "External", "emails": [{ "value": "f@z.com", "primary": true }] },
       { "userName": "off", "active": false, "emails": [{ "value": "o2@z.com", "primary": true }] },
       { "userName": "own", "active": true, "emails": [{ "value": "o3@x.com", "primary": true }] },
       { "userName": "else", "active": true, "emails": [{ "value": "e@w.com", "primary": true }] }]`,
      `
      ? ann can invite "n@z.com"
        add the domain z.com to the organization | 1 more: READ_RECORDS in Desk | also 1: dir
        let any address be invited | 1 more: invitations of any address
        and 1 with managed roles
      ? ann can invite "n@v.com"
        add the domain v.com to the organization
        let any address be invited | 1 more: invitations of any address
        and 1 with managed roles
      `,
    );
  });

  describe('who is of the organization from then on loses what outsiders have', () => {
    check(
      `organization { domains "x.com" invites allowed-domains }
      directory "p.scim.json"
      user bob "b@x.com"
      role Inviter { members bob grants CREATE_ORGANIZATION_USERS, READ_RECORDS }
      role Outer { members "External Users" grants CREATE_ORGANIZATION_USERS, READ_ROLES }
      role Inner { members "Internal Users" grants READ_RECORDS }
      app Desk { field Status: text policy A { to "External Users" } }
      app Shop { field Owner: user policy A { to dir, bob when Owner is in "External Users" } }
      app Yard { field Owner: user policy A { to bob when not (Owner is in "External Users") or Owner is in "Internal Users" } }
      --- file: p.scim.json
      [{ "userName": "dir", "active": true, "emails": [{ "value": "d@z.com", "primary": true }] },
       { "userName": "own", "active": true, "emails": [{ "value": "e@x.com", "primary": true }] }]`,
      `
      ? dir can invite "n@z.com"
        let any address be invited | 1 more: invitations of any address | also 1: bob
        and 1 with managed roles
      ? bob can invite "n@z.com"
        add the domain z.com to the organization | 1 more: READ_RECORDS in Yard | also 1: dir
        let any address be invited | 1 more: invitations of any address | also 1: dir
        and 1 with managed roles
      ? own can invite "n@z.com"
        add own to role Inviter, and add the domain z.com to the organization | also 2: bob, dir
        add own to role Outer, and add the domain z.com to the organization | 1 more: READ_ROLES in the organization | also 2: bob, dir
        add own to role Inviter, and let any address be invited | 1 more: invitations of any address | also 2: bob, dir
        add own to role Outer, and let any address be invited | 2 more: READ_ROLES in the organization, invitations of any address | also 2: bob, dir
        grant CREATE_ORGANIZATION_USERS in role Inner, and add the domain z.com to the organization | also 2: bob, dir
        grant CREATE_ORGANIZATION_USERS in role Inner, and let any address be invited | 1 more: invitations of any address | also 2: bob, dir
        and 1 with managed roles
      `,
    );
  });

  describe('who sees other records afterwards gains only what is then in sight', () => {
    check(
      `organization { domains "x.com" invites allowed-domains }
      directory "p.scim.json"
      user bob "b@x.com"
      role Inviter { members dir, bob grants CREATE_ORGANIZATION_USERS }
      app Desk { field Status: text role Inner { members "Internal Users" grants READ_RECORDS } policy A { to "External Users" } }
      app Shop { field Status: text role Inner { members "Internal Users" grants READ_RECORDS } policy A { to "Internal Users" } }
      app Yard { field Owner: user role All { members dir, bob grants READ_RECORDS } policy A { to dir, bob when Owner is in "External Users" } policy B { to "Internal Users" when Owner is empty } }
      app Lane { field Owner: user role All { members bob grants READ_RECORDS } policy A { to bob when Owner is in "External Users" } }
      --- file: p.scim.json
      [{ "userName": "dir", "active": true, "emails": [{ "value": "d@z.com", "primary": true }] }]`,
      `
      ? dir can invite "n@z.com"
        add the domain z.com to the organization | 2 more: READ_RECORDS in Shop, READ_RECORDS in Yard | also 1: bob
        let any address be invited | 1 more: invitations of any address | also 1: bob
        and 1 with managed roles
      ? bob can invite "n@z.com"
        add the domain z.com to the organization | also 1: dir
        let any address be invited | 1 more: invitations of any address | also 1: dir
        and 1 with managed roles
      `,
    );
  });

  describe('that nobody who is active has an address of a new domain', () => {
    check(
      `organization { domains "x.com" invites allowed-domains }
      directory "p.scim.json"
      user ann "a@x.com"
      role Inviter { members ann grants CREATE_ORGANIZATION_USERS, READ_RECORDS }
      app Desk { field Owner: user policy A { to ann when Owner is in "Internal Users" and Owner is not ann } }
      --- file: p.scim.json
      [{ "userName": "off", "active": false, "emails": [{ "value": "o@z.com", "primary": true }] },
       { "userName": "far", "active": true, "userType": "external", "emails": [{ "value": "f@z.com", "primary": true }] }]`,
      `
      ? ann can invite "n@z.com"
        add the domain z.com to the organization
        let any address be invited | 1 more: invitations of any address
        and 1 with managed roles
      `,
    );
  });
});
