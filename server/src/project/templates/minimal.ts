// A project with nothing in it but the organization and those who run it.
import type { Template } from './template.ts';

export const minimal: Template = {
  id: 'minimal',
  title: 'Empty project',
  description: 'The organization, its two administrators and a first test.',
  main: 'organization.writ',
  files: {
    'organization.writ': `// Who may do what at this organization. Begin with its domains and the people who run it.
organization @NAME@ {
  domains "example.com"
}

user ada "ada@example.com"
user ben "ben@example.com"

// Two at least: one may be ill, and the other locked out.
managed role "Admin" { members ada, ben }

// What has to stay true, whatever is changed. Change a line above, and see what is said here.
test "Administrators are known by name" {
  expect only ada, ben can ADMIN in organization
}
query who can CREATE_ORGANIZATION_USERS in organization
`,
  },
};
