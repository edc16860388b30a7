// An option that its field has not.
import { fromModel } from './rule.ts';

export const unknownOption = fromModel({
  id: 'unknown-option',
  severity: 'error',
  category: 'Broken policy',
  title: 'an option that its field does not have',
});
