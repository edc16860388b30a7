// Writ: Show Rule… shows the page of a rule: what it reports, why, and what to do instead.
import { type RuleInfo, rulesRequest } from '../../../server/src/lsp/protocol.ts';
import { l10n } from '../l10n.ts';
import type { Command, Writ } from '../writ.ts';

/** Called with the id of a rule, it asks nothing. Gives the URI and the text of the document that it shows. */
export const showRule: Command = {
  id: 'writ.showRule',
  async run(writ, argument) {
    const rule = typeof argument === 'string' ? argument : await choose(writ);
    return rule === undefined ? undefined : writ.rulePages.show(rule);
  },
};

async function choose({ client, ask }: Writ): Promise<string | undefined> {
  const rules = await client.sendRequest<RuleInfo[]>(rulesRequest, {});
  const options = rules.map(({ id, severity, category, title }) => ({
    label: id,
    description: `${severity}, ${category.toLowerCase()}`,
    detail: title,
    value: id,
  }));
  return ask.pick(l10n.t('Show Rule: which one?'), options);
}
