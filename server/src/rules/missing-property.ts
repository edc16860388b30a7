// A declaration lacks a property that it cannot do without.
import { fromModel } from './rule.ts';

export const missingProperty = fromModel({
  id: 'missing-property',
  severity: 'error',
  category: 'Broken policy',
  title: 'a policy without `to`, an automation without `trigger` or `built by`, an agent without `built by`',
});
