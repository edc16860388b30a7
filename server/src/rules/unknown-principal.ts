// A user, group or service account that nothing declares.
import { fromModel } from './rule.ts';

export const unknownPrincipal = fromModel({
  id: 'unknown-principal',
  severity: 'error',
  category: 'Broken policy',
  title: 'a user, group or service account that nothing declares',
});
