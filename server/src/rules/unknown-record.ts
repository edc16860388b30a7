// A record that nothing declares.
import { fromModel } from './rule.ts';

export const unknownRecord = fromModel({
  id: 'unknown-record',
  severity: 'error',
  category: 'Broken policy',
  title: 'a record that nothing declares',
});
