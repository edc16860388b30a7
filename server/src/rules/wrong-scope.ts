// Something where it cannot be granted or declared.
import { fromModel } from './rule.ts';

export const wrongScope = fromModel({
  id: 'wrong-scope',
  severity: 'error',
  category: 'Broken policy',
  title: 'a permission, level, role or item where it cannot stand',
});
