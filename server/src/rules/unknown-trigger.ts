// A trigger of automations or auto-share that the catalogue has not.
import { fromModel } from './rule.ts';

export const unknownTrigger = fromModel({
  id: 'unknown-trigger',
  severity: 'error',
  category: 'Broken policy',
  title: 'a trigger that is not in the catalogue',
});
