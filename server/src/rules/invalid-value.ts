// A date, address, domain, number or range that cannot be.
import { fromModel } from './rule.ts';

export const invalidValue = fromModel({
  id: 'invalid-value',
  severity: 'error',
  category: 'Broken policy',
  title: 'a date, address, domain, number or range that cannot be',
});
