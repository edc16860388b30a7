// Who may pick a service account for an automation or an agent.
import type { ServiceAccount } from '../../model/symbols.ts';
import { use } from './actions.ts';
import { text } from './expression.ts';
import { active } from './holding.ts';
import { actionName, uid, userName } from './names.ts';
import type { CedarPolicy } from './policy.ts';
import { quote } from './quote.ts';
import { amongst } from './relations.ts';

/** None where nobody may. */
export function usePolicies(account: ServiceAccount): CedarPolicy[] {
  const by = amongst(account.usableBy.map(({ subject }) => subject));
  if (by.op === 'false') return [];
  return [
    {
      id: `use ${userName(account).id}`,
      note: `service account ${quote(account.name)} of ${quote(account.object.name)}: who may use it`,
      principal: 'principal',
      actions: [actionName(use)],
      resource: `resource == ${uid(userName(account))}`,
      when: [active, text('resource.active'), by],
    },
  ];
}
