// Something runs as a service account that another object owns.
import type { Problem } from '../model/problem.ts';
import { chooseAccount } from './edits/builders.ts';
import { changeTo } from './edits/replace.ts';
import { objectAround } from './edits/written.ts';
import type { Fix } from './finding.ts';
import { fromModel, type RuleContext } from './rule.ts';

export const serviceAccountElsewhere = fromModel(
  {
    id: 'service-account-elsewhere',
    severity: 'error',
    category: 'Broken policy',
    title: 'something runs as a service account that another object owns',
  },
  choose,
);

/** An account of the object, or whoever builds it. */
function choose(context: RuleContext, { origin }: Problem): readonly Fix[] {
  const object = objectAround(context.model, origin);
  const accounts = object === undefined ? [] : chooseAccount(context, origin, object);
  return [...accounts, ...changeTo(context, origin, 'publisher', { preferred: false })];
}
