// An object that nothing declares.
import { fromModel } from './rule.ts';

export const unknownObject = fromModel({
  id: 'unknown-object',
  severity: 'error',
  category: 'Broken policy',
  title: 'an object that nothing declares',
});
