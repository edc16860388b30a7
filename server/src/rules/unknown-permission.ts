// A permission that the catalogue has not.
import { fromModel } from './rule.ts';

export const unknownPermission = fromModel({
  id: 'unknown-permission',
  severity: 'error',
  category: 'Broken policy',
  title: 'a permission that is not in the catalogue',
});
