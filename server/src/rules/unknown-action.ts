// An action that the catalogue has not.
import { fromModel } from './rule.ts';

export const unknownAction = fromModel({
  id: 'unknown-action',
  severity: 'error',
  category: 'Broken policy',
  title: 'an action that is not in the catalogue',
});
