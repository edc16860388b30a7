// An operator or value that the type of a field does not take.
import { fromModel } from './rule.ts';

export const operatorType = fromModel({
  id: 'operator-type',
  severity: 'error',
  category: 'Broken policy',
  title: 'an operator or value that the type of the field does not take',
});
