// Requests of Writ's own client about rules: which there are, and what the page of one says.
import { rulePages } from '../rules/pages.generated.ts';
import { ruleNamed, rules } from '../rules/registry.ts';
import type { Context } from './context.ts';
import type { MarkdownResult, RuleInfo, RulePageParams } from './protocol.ts';

export function listRules(): RuleInfo[] {
  return rules.map(({ id, severity, category, title }) => ({ id, severity, category, title }));
}

export function showRulePage(_: Context, { rule }: RulePageParams): MarkdownResult | null {
  // The pages are a plain object: it has more names than rules.
  const markdown = ruleNamed(rule) === undefined ? undefined : rulePages[rule];
  return markdown === undefined ? null : { markdown };
}
