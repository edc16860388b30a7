// Contractor access: people from outside see their own company's records, until a day that is written down.
import type { Template } from './template.ts';

const organization = `// People from outside: said to be external, in a group of their own, with roles that end.
organization @NAME@ {
  domains "example.com"
  invites allowed-domains
}

user ada "ada@example.com"
user ben "ben@example.com"
user carla "carla@example.com"

// The company is an attribute: policies compare it with a field, and one policy serves every partner.
user pia "pia@partner.example" { external Company "Partner" }
user rui "rui@rigging.example" { external Company "Rigging" }

group "Platform Owners" { description "Run the platform" members ada, ben }
group Planners { description "Plan the work of contractors" members carla }
group Contractors { description "Work for us for a time" members pia, rui }

managed role "Admin" { members "Platform Owners" }
`;

const jobs = `// The jobs that contractors are called for. They see those of their own company, and no others.
app Jobs {
  field Title: text
  field Company: text
  field Status: choice("Planned", "Running", "Done")
  field Report: attachment

  role Planner {
    description "Plans jobs"
    members Planners
    grants READ_RECORDS, CREATE_RECORDS, UPDATE_RECORDS, READ_ATTACHMENTS, view on Conversations
  }
  // In force through its last day, and worth nothing on the next: nobody has to remember to take it back.
  role Contractor {
    description "Works on the jobs of the own company"
    members Contractors
    grants READ_RECORDS, UPDATE_RECORDS, READ_ATTACHMENTS, CREATE_ATTACHMENTS
    expires @END@
  }

  // writ-ignore unconditional-policy: whoever plans needs them all
  policy "Planners see every job" { to Planners }
  policy "Contractors see the jobs of their company" { to Contractors when Company is current user.Company }
}
`;

const tests = `// What contractors must never come to, and what they need.
record rope in Jobs { Title "Change a rope" Company "Rigging" Status "Planned" }

test "Contractors see their own company's jobs" {
  expect rui can UPDATE_RECORDS on rope as of @END@
  expect pia cannot READ_RECORDS on rope
}
test "Contractors neither open nor delete jobs" {
  expect Contractors cannot CREATE_RECORDS in Jobs
  expect nobody but "Platform Owners" can DELETE_RECORDS in Jobs
}
test "Contractors are out when their time is over" {
  expect rui can READ_RECORDS on rope as of @END@
  expect rui cannot READ_RECORDS on rope as of @AFTER@
}
test "Nobody but owners brings strangers in" {
  expect carla cannot invite "somebody@partner.example"
}

query who can READ_RECORDS on rope
query pia can UPDATE_RECORDS in Jobs
`;

export const contractors: Template = {
  id: 'contractors',
  title: 'Contractor access',
  description: "People from outside who see their own company's records, by a role that expires.",
  main: 'jobs.writ',
  files: { 'organization.writ': organization, 'jobs.writ': jobs, 'tests.writ': tests },
};
