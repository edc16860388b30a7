// A member of a kind that the list does not take.
import { fromModel } from './rule.ts';

export const invalidMember = fromModel({
  id: 'invalid-member',
  severity: 'error',
  category: 'Broken policy',
  title: 'a member of a kind that the list does not take',
});
