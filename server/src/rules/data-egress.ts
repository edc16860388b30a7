// An action that sends data outside, run by an account that sees records.
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { Policy, ServiceAccount } from '../model/symbols.ts';
import { listWords } from '../model/words.ts';
import { checkedSteps } from './acting.ts';
import { isPlainlyMet } from './contingent.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { isMet, viewerOf, whomever } from './whoever.ts';

export const dataEgress: Rule = {
  id: 'data-egress',
  severity: 'info',
  category: 'Upkeep',
  title: 'an action that sends data outside, run by an account that sees records',
  check: (context) => {
    const shown = new Map<ServiceAccount, readonly Policy[]>();
    return [...checkedSteps(context.model)].flatMap(({ step, row, acting }): Report[] => {
      if (!row.egress || acting.kind !== 'service account') return [];
      const policies = shown.get(acting) ?? policiesOf(context, acting);
      shown.set(acting, policies);
      return reportOf(context, { place: context.place(step.origin), id: row.id, account: acting, policies });
    });
  },
};

/** Those that show the account some record. */
function policiesOf({ model, today }: RuleContext, account: ServiceAccount): Policy[] {
  const viewer = viewerOf(model, whomever(account), today);
  return policiesTo(model, account).filter(
    ({ when }) => when !== undefined && (isPlainlyMet(when, viewer) || isMet(when, viewer) === 'yes'),
  );
}

function policiesTo(model: Model, account: ServiceAccount): Policy[] {
  return [...model.objects.values()].flatMap(({ policies }) =>
    policies.filter(({ to }) => to.some(({ subject }) => subject === account)),
  );
}

interface Egress {
  readonly place: Report['place'];
  readonly id: string;
  readonly account: ServiceAccount;
  readonly policies: readonly Policy[];
}

function reportOf(context: RuleContext, { place, id, account, policies }: Egress): Report[] {
  if (policies.length === 0) return [];
  const objects = [...new Set(policies.map(({ object }) => `\`${object.name}\``))];
  const related = policies.flatMap(({ name, origin }) =>
    origin === undefined ? [] : [{ place: context.place(origin), message: `\`${name}\` shows records to the account` }],
  );
  const message = `\`${id}\` sends data outside, and \`${principalPath(account)}\` sees records of ${listWords(objects, 'and')}`;
  return [{ place, message, related }];
}
