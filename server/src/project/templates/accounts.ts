// Automation and agent accounts: service accounts with just what their automation or agent does.
import type { Template } from './template.ts';

const organization = `// Automations and agents act as accounts of their own, not as whoever published them.
organization @NAME@ {
  domains "example.com"
}

user ada "ada@example.com"
user ben "ben@example.com"
user carla "carla@example.com"
user david "david@example.com"

group "Platform Owners" { description "Run the platform" members ada, ben }
group Agents { description "Work on tickets" members carla, david }

managed role "Admin" { members "Platform Owners" }
`;

const tickets = `// Each account has one job, a role for it and a policy: an account without a policy sees no record.
app Tickets {
  field Subject: text
  field Status: choice("New", "Open", "Closed")
  field Assignee: user as assignee

  role Agent {
    description "Works on tickets"
    members Agents
    grants READ_RECORDS, CREATE_RECORDS, UPDATE_RECORDS
  }
  role "Routes Tickets" {
    description "What the automation that routes tickets does, and no more"
    grants READ_RECORDS, UPDATE_RECORDS
  }
  role "Finds Tickets" {
    description "What the agent does: it looks, and changes nothing"
    grants READ_RECORDS
  }

  // writ-ignore unconditional-policy: any agent works on any ticket
  policy "Agents see every ticket" { to Agents }
  policy "The router sees what is new" { to Router when Status is "New" }
  policy "The helper sees what is closed" { to Helper when Status is "Closed" }

  // Whoever may use an account acts with its rights: let those use it who have them anyway.
  service account Router {
    purpose "Routes new tickets"
    roles "Routes Tickets"
    usable by Agents
  }
  service account Helper {
    purpose "Looks up how tickets were solved"
    roles "Finds Tickets"
    usable by Agents
  }

  automation "Route new tickets" {
    description "Finds new tickets and assigns them"
    trigger createRecord
    runs as Router
    built by carla
    action recordSearch where Status is "New"
    action assignUser where Status is "New"
  }
  agent "Ticket Helper" {
    description "Answers from tickets that are closed"
    runs as Helper
    built by carla
    tool searchAspect where Status is "Closed"
  }
}
`;

const tests = `// An account that can do more than its job is one that somebody else can use for it.
test "The router routes new tickets, and no others" {
  expect Tickets.Router can UPDATE_RECORDS in Tickets when Status is "New"
  expect Tickets.Router cannot READ_RECORDS in Tickets when Status is not "New"
}
test "The helper only reads" {
  expect Tickets.Helper can READ_RECORDS in Tickets when Status is "Closed"
  expect Tickets.Helper cannot UPDATE_RECORDS in Tickets
  expect Tickets.Helper cannot CREATE_RECORDS in Tickets
}
test "No account deletes, or administers" {
  expect nobody but "Platform Owners" can DELETE_RECORDS in Tickets
  expect only "Platform Owners" can ADMIN in organization
}

query carla can use Tickets.Router
query what can Tickets.Helper do in Tickets
`;

export const accounts: Template = {
  id: 'accounts',
  title: 'Automation and agent accounts',
  description: 'Service accounts with what one automation or agent needs, and who may use them.',
  main: 'tickets.writ',
  files: { 'organization.writ': organization, 'tickets.writ': tickets, 'tests.writ': tests },
};
