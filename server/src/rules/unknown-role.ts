// A role that nothing declares.
import { fromModel } from './rule.ts';

export const unknownRole = fromModel({
  id: 'unknown-role',
  severity: 'error',
  category: 'Broken policy',
  title: 'a role that nothing declares',
});
