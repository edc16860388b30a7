// A second declaration of a name in its scope, or a property that stands twice.
import { fromModel } from './rule.ts';

export const duplicateName = fromModel({
  id: 'duplicate-name',
  severity: 'error',
  category: 'Broken policy',
  title: 'a second declaration of a name, or a property that stands twice',
});
