// A permission group that the catalogue has not.
import { fromModel } from './rule.ts';

export const unknownPermissionGroup = fromModel({
  id: 'unknown-permission-group',
  severity: 'error',
  category: 'Broken policy',
  title: 'a permission group that is not in the catalogue',
});
