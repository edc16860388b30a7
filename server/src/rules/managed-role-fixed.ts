// A managed role that is written as if it were custom, or the other way round.
import { fromModel } from './rule.ts';

export const managedRoleFixed = fromModel({
  id: 'managed-role-fixed',
  severity: 'error',
  category: 'Broken policy',
  title: 'a managed role with more than members, or a name that mixes up managed and custom roles',
});
