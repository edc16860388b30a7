// Function-based roles: what people do decides what they may do, by groups.
import type { Template } from './template.ts';

const organization = `// Roles by function: people are in groups, groups hold roles, and nobody holds a role alone.
organization @NAME@ {
  domains "example.com"
}

user ada "ada@example.com"
user ben "ben@example.com"
user carla "carla@example.com"
user david "david@example.com"
user emma "emma@example.com"

// A new colleague is put into a group, and has everything the group has.
group "Platform Owners" { description "Run the platform" members ada, ben }
group Agents { description "Work on requests" members carla, david }
group Leads { description "Lead the agents and sort out the queue" members emma }

managed role "Admin" { members "Platform Owners" }
`;

const requests = `// One role for each function. A role says what may be done, a policy with which records.
app Requests {
  field Subject: text
  field Status: choice("New", "Open", "Closed")
  field Priority: number
  field Requester: user
  field Assignee: user as assignee

  role Requester {
    description "Asks for something, and follows what becomes of it"
    members "Internal Users"
    grants READ_RECORDS, CREATE_RECORDS, READ_MESSAGES, CREATE_MESSAGES
  }
  role Agent {
    description "Works on requests"
    members Agents
    grants UPDATE_RECORDS, READ_ATTACHMENTS, CREATE_ATTACHMENTS
  }
  role Lead {
    description "Assigns requests, and takes out what is no request"
    members Leads
    grants UPDATE_RECORDS, DELETE_RECORDS, READ_ATTACHMENTS, view on Analytics
  }

  policy "Requesters see their own" { to "Internal Users" when Requester is current user }
  policy "Agents see what is not closed, and what was theirs" {
    to Agents
    when Status is not "Closed" or Assignee is current user
  }
  // writ-ignore unconditional-policy: leads plan the whole queue
  policy "Leads see all" { to Leads }
}
`;

const tests = `// What each function comes to. A line that does not hold any more is an error, with a record that shows it.
record mine in Requests { Subject "A new laptop" Status "New" Priority 2 Requester david }
record closed in Requests { Subject "An old badge" Status "Closed" Priority 1 Requester emma Assignee carla }

test "Agents work on what is open" {
  expect Agents can UPDATE_RECORDS in Requests when Status is one of ("New", "Open")
  expect david cannot READ_RECORDS on closed
  expect carla can READ_RECORDS on closed
}
test "Only leads take something out" {
  expect nobody but Leads, "Platform Owners" can DELETE_RECORDS in Requests
}
test "Everybody may ask" {
  expect "Internal Users" can CREATE_RECORDS in Requests
}

query who can UPDATE_RECORDS on mine
query emma can DELETE_RECORDS on closed
`;

export const functionRoles: Template = {
  id: 'function-roles',
  title: 'Function-based roles',
  description: 'Groups for what people do, a role for each, and policies that say with which records.',
  main: 'requests.writ',
  files: { 'organization.writ': organization, 'requests.writ': requests, 'tests.writ': tests },
};
