// A directory file that is missing or cannot be made sense of.
import { fromModel } from './rule.ts';

export const directoryUnreadable = fromModel({
  id: 'directory-unreadable',
  severity: 'error',
  category: 'Broken policy',
  title: 'a directory file that is missing, not SCIM, or broken',
  locked: true,
});
