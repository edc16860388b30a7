// Emergency access: rights beyond the daily work that end by themselves, and are tested not to be had otherwise.
import type { Template } from './template.ts';

const organization = `// In an emergency somebody needs more than on other days: for a time, and so that everybody can see it.
organization @NAME@ {
  domains "example.com"
}

user ada "ada@example.com"
user ben "ben@example.com"
user carla "carla@example.com"
user david "david@example.com"
user emma "emma@example.com"

// Two who can undo anything. Everybody else is helped by the role below.
group "Platform Owners" { description "Run the platform" members ada, ben }
group Operators { description "Run the plant from day to day" members carla, david }
// Empty it when the emergency is over: the group is the switch, the expiry what helps when nobody thinks of it.
group "Emergency Crew" { description "On duty in an emergency that is going on" members emma }

managed role "Admin" { members "Platform Owners" }
`;

const incidents = `// Operators see what is theirs. The emergency crew sees all, and may close and reassign, until the role expires.
app Incidents {
  field Summary: text
  field Severity: number
  field Status: choice("New", "Working", "Solved")
  field Assignee: user as assignee

  role Operator {
    description "Works on the own incidents"
    members Operators
    grants READ_RECORDS, CREATE_RECORDS, UPDATE_RECORDS
  }
  role "Emergency Access" {
    description "Everything an emergency takes, for the crew of this one"
    members "Emergency Crew"
    grants READ_RECORDS, UPDATE_RECORDS, BULK_UPDATE_RECORDS, READ_ACTIVITY_LOGS
    expires @END@
  }

  policy "Operators see what is theirs or nobody's" {
    to Operators
    when Assignee is current user or Assignee is empty
  }
  // writ-ignore unconditional-policy: an emergency may be in any of them
  policy "The emergency crew sees all" { to "Emergency Crew" }
}
`;

const tests = `// An emergency is no way around the rules: these say what it opens, and that it closes.
record leak in Incidents { Summary "A leak in hall 2" Severity 5 Status "Working" Assignee david }

test "The crew can act" {
  expect "Emergency Crew" can UPDATE_RECORDS on leak as of @END@
  expect only "Emergency Crew", "Platform Owners" can BULK_UPDATE_RECORDS in Incidents
}
test "It ends by itself" {
  expect emma can UPDATE_RECORDS on leak as of @END@
  expect emma cannot UPDATE_RECORDS on leak as of @AFTER@
}
test "It opens nothing else" {
  expect "Emergency Crew" cannot DELETE_RECORDS in Incidents
  expect only "Platform Owners" can ADMIN in organization
  expect carla cannot READ_RECORDS on leak
}

query who can UPDATE_RECORDS on leak
query what can emma do in Incidents
`;

export const emergency: Template = {
  id: 'emergency',
  title: 'Emergency access',
  description: 'A role for emergencies that expires by itself, beside two administrators.',
  main: 'incidents.writ',
  files: { 'organization.writ': organization, 'incidents.writ': incidents, 'tests.writ': tests },
};
