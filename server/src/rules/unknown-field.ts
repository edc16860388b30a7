// A field that its object has not.
import { fromModel } from './rule.ts';

export const unknownField = fromModel({
  id: 'unknown-field',
  severity: 'error',
  category: 'Broken policy',
  title: 'a field that its object does not have',
});
