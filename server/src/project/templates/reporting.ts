// Read-only reporting: people who look at records, logs and charts, and change nothing.
import type { Template } from './template.ts';

const organization = `// Reporting reads and never writes. That is a role without a verb that changes anything, and tests that hold it to it.
organization @NAME@ {
  domains "example.com"
}

user ada "ada@example.com"
user ben "ben@example.com"
user carla "carla@example.com"
user david "david@example.com"
user emma "emma@example.com"

group "Platform Owners" { description "Run the platform" members ada, ben }
group Clerks { description "Handle orders" members carla, david }
group Auditors { description "Look at everything once a year" members emma }

managed role "Admin" { members "Platform Owners" }
`;

const orders = `// Clerks handle orders. Auditors look at those that are done.
app Orders {
  field Customer: text
  field Total: number
  field Status: choice("Draft", "Sent", "Paid")
  field Clerk: user as assignee

  role Clerk {
    description "Handles orders"
    members Clerks
    grants READ_RECORDS, CREATE_RECORDS, UPDATE_RECORDS
  }
  // A level is a list that the platform keeps: hover over \`view\` for what it holds here.
  role Auditor {
    description "Looks at orders, logs and charts, and changes nothing"
    members Auditors
    grants view on Records, view on Analytics
  }

  // writ-ignore unconditional-policy: any clerk works on any order
  policy "Clerks see every order" { to Clerks }
  policy "Auditors see what is not a draft" { to Auditors when Status is not "Draft" }
}
`;

const tests = `// Who only reads must not be able to write: of any record, whatever is in it.
test "Auditors see what they have to" {
  expect Auditors can READ_RECORDS in Orders when Status is one of ("Sent", "Paid")
  expect Auditors can READ_ACTIVITY_LOGS in Orders when Status is "Paid"
  expect Auditors cannot READ_RECORDS in Orders when Status is "Draft"
}
test "Auditors change nothing" {
  expect Auditors cannot CREATE_RECORDS in Orders
  expect Auditors cannot UPDATE_RECORDS in Orders
  expect Auditors cannot DELETE_RECORDS in Orders
  expect Auditors cannot UPDATE_DATA_ACCESS in Orders
}
test "Nobody deletes orders" {
  expect nobody but "Platform Owners" can DELETE_RECORDS in Orders
}

query what can Auditors do in Orders
query who can UPDATE_RECORDS in Orders
`;

export const reporting: Template = {
  id: 'reporting',
  title: 'Read-only reporting',
  description: 'Auditors who see records, logs and charts, and tests that they change nothing.',
  main: 'orders.writ',
  files: { 'organization.writ': organization, 'orders.writ': orders, 'tests.writ': tests },
};
