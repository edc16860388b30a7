// Every template of a new project, the plainest first: that one is made where none is chosen.
import { accounts } from './accounts.ts';
import { contractors } from './contractors.ts';
import { emergency } from './emergency.ts';
import { functionRoles } from './function-roles.ts';
import { minimal } from './minimal.ts';
import { reporting } from './reporting.ts';
import type { Template } from './template.ts';

export const templates: readonly [Template, ...Template[]] = [
  minimal,
  functionRoles,
  contractors,
  emergency,
  reporting,
  accounts,
];
