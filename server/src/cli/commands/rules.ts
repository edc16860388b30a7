// `writ rules`: the catalogue of rules, or the page of one.

import { rulePages } from '../../rules/pages.generated.ts';
import { rules } from '../../rules/registry.ts';
import type { Category, Rule } from '../../rules/rule.ts';
import { nearest } from '../../text/nearest.ts';
import { complain, type DeclareCommand } from '../command.ts';
import { addGuide, type Guide } from '../guide.ts';
import type { ExitStatus, Host } from '../host.ts';
import { addCommonOptions, type CommonOptions, formatOption } from '../options.ts';
import { toJson } from '../reporters/json.ts';

interface RulesOptions extends CommonOptions {
  readonly format: string;
}

const guide: Guide = {
  examples: [
    ['writ rules', 'all of them, by category'],
    ['writ rules unused-role', 'what it reports, why, and what to do instead'],
    ['writ rules --format json', 'for programs'],
  ],
  status: ['it is printed', undefined, 'there is no such rule'],
};

export const declareRules: DeclareCommand = (program, context) => {
  const command = program
    .command('rules')
    .summary('the catalogue of rules, or the page of one')
    .description('Prints the catalogue of rules with their own severities, or the page of one rule.')
    .argument('[id]', 'a rule');
  addCommonOptions(command)
    .addOption(formatOption(['text', 'json']))
    .action((id: string | undefined, options: RulesOptions) => {
      context.end(id === undefined ? listRules(context.host, options) : printRule(context.host, id, options));
    });
  addGuide(command, context.host, guide);
};

function listRules({ stdout }: Host, { format }: RulesOptions): ExitStatus {
  stdout.write(format === 'json' ? toJson(rules.map(rowOf)) : table());
  return 0;
}

function rowOf({ id, severity, category, title }: Rule) {
  return { id, severity, category, title };
}

/** A heading for each category, in the order of the catalogue. */
function table(): string {
  const byCategory = new Map<Category, Rule[]>();
  for (const rule of rules) {
    const known = byCategory.get(rule.category);
    if (known === undefined) byCategory.set(rule.category, [rule]);
    else known.push(rule);
  }
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  const severityWidth = Math.max(...rules.map(({ severity }) => severity.length));
  const blocks = [...byCategory].map(([category, list]) => {
    const rows = list.map(
      ({ id, severity, title }) => `  ${id.padEnd(idWidth)}  ${severity.padEnd(severityWidth)}  ${title}\n`,
    );
    return `${category}\n${rows.join('')}`;
  });
  return blocks.join('\n');
}

function printRule(host: Host, id: string, { format }: RulesOptions): ExitStatus {
  const rule = rules.find((each) => each.id === id);
  const page = rulePages[id];
  if (rule === undefined || page === undefined) {
    const [near] = nearest(
      id,
      rules.map((each) => each.id),
    );
    complain(host, `there is no rule \`${id}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`);
    return 2;
  }
  host.stdout.write(format === 'json' ? toJson({ ...rowOf(rule), page }) : `${page.trimEnd()}\n`);
  return 0;
}
