// A `writ.json` that is not valid.
import type { Rule } from './rule.ts';

export const settings: Rule = {
  id: 'settings',
  severity: 'error',
  category: 'Broken policy',
  title: 'a `writ.json` that is not valid',
  locked: true,
  check: ({ settingsProblems }) => settingsProblems,
};
