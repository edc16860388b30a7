// The rules of a run of SARIF: what each is about, and its page.
import type { ReportingDescriptor } from 'sarif';
import { rulePages } from '../../rules/pages.generated.ts';
import { rules } from '../../rules/registry.ts';
import type { Rule } from '../../rules/rule.ts';
import type { FindingResult } from '../check-result.ts';
import { levels } from './sarif-parts.ts';

/** Those that have found something, in the order of the catalogue. */
export function describeRules(findings: readonly FindingResult[]): ReportingDescriptor[] {
  const found = new Set(findings.map(({ rule }) => rule));
  return rules.filter(({ id }) => found.has(id)).map(describe);
}

function describe({ id, title, severity, category }: Rule): ReportingDescriptor {
  const page = withoutLinksToPages(rulePages[id] ?? '').trimEnd();
  const [, paragraph] = page.split(/\n\n+/);
  return {
    id,
    shortDescription: { text: sentence(title) },
    fullDescription: { text: paragraph ?? sentence(title) },
    ...(page === '' ? {} : { help: { text: page, markdown: page } }),
    defaultConfiguration: { level: levels[severity] },
    properties: { category, tags: [category] },
  };
}

function sentence(title: string): string {
  return `${title.slice(0, 1).toUpperCase()}${title.slice(1)}.`;
}

/** Pages link to each other by their files, which lie nowhere beside a report. */
function withoutLinksToPages(page: string): string {
  return page.replace(/\[([^\]\n]+)\]\([a-z-]+\.md\)/g, '`$1`');
}
