// A tool that the catalogue has not.
import { fromModel } from './rule.ts';

export const unknownTool = fromModel({
  id: 'unknown-tool',
  severity: 'error',
  category: 'Broken policy',
  title: 'a tool that is not in the catalogue',
});
