// Requests of Writ's own client about rules: which there are, and what the page of one says.
import { pageOfRule } from '../rules/page-of-rule.ts';
import { rules } from '../rules/registry.ts';
import type { Context } from './context.ts';
import type { MarkdownResult, RuleInfo, RulePageParams } from './protocol.ts';

export function listRules(): RuleInfo[] {
  return rules.map(({ id, severity, category, title }) => ({ id, severity, category, title }));
}

export async function showRulePage(_: Context, { rule }: RulePageParams): Promise<MarkdownResult | null> {
  const markdown = await pageOfRule(rule);
  return markdown === undefined ? null : { markdown };
}
