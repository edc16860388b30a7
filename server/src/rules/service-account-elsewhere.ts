// Something runs as a service account that another object owns.
import { fromModel } from './rule.ts';

export const serviceAccountElsewhere = fromModel({
  id: 'service-account-elsewhere',
  severity: 'error',
  category: 'Broken policy',
  title: 'something runs as a service account that another object owns',
});
