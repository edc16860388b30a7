// Makes the JSON schema of `writ.json` for editors: what is written by hand, with every rule and every permission filled in.
import { permissions } from '../server/src/catalogue/permissions.ts';
import base from '../server/src/project/settings.schema.json' with { type: 'json' };
import { rules } from '../server/src/rules/registry.ts';
import type { Rule } from '../server/src/rules/rule.ts';

type Schema = Readonly<Record<string, unknown>>;

/** In full for each rule: beside a reference some editors show no description. */
function ruleSchema({ title, category, severity, locked }: Rule): Schema {
  const what = `${title.slice(0, 1).toUpperCase()}${title.slice(1)}.`;
  if (locked === true) {
    const description = `${what} Always an error: it can be neither lowered nor suppressed.`;
    return { description, const: 'error', default: 'error' };
  }
  const description = `${what} Category: ${category}. Unless set: \`${severity}\`.`;
  return { ...base.definitions.severity, description, default: severity };
}

/** With each description as Markdown besides, which VS Code shows in its place: plain, its backticks would be seen. */
function withMarkdown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMarkdown);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).flatMap(([key, member]): [string, unknown][] => {
    const own: [string, unknown] = [key, withMarkdown(member)];
    return key === 'description' && typeof member === 'string' ? [own, ['markdownDescription', member]] : [own];
  });
  return Object.fromEntries(members);
}

/** The schema, as its file holds it. */
export function renderSettingsSchema(): string {
  const { rules: ruleSettings, ...settings } = base.properties;
  const { permission, severity: _, ...definitions } = base.definitions;
  const schema = {
    ...base,
    properties: {
      ...settings,
      rules: { ...ruleSettings, properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])) },
    },
    definitions: {
      ...definitions,
      permission: {
        ...permission,
        enum: permissions.map(({ constant }) => constant),
        enumDescriptions: permissions.map(({ name }) => name),
      },
    },
  };
  return `${JSON.stringify(withMarkdown(schema), undefined, 2)}\n`;
}
