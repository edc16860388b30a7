// Requests of Writ's own client about new projects: which templates there are, and the files of one.
import { fill } from '../project/templates/fill.ts';
import { templates } from '../project/templates/registry.ts';
import type { Context } from './context.ts';
import { today } from './host.ts';
import type { NewProject, NewProjectParams, TemplateInfo } from './protocol-projects.ts';

export function listTemplates(): TemplateInfo[] {
  return templates.map(({ id, title, description }) => ({ id, title, description }));
}

export function fillTemplate({ host }: Context, { template, name }: NewProjectParams): NewProject | null {
  const found = templates.find(({ id }) => id === template);
  if (found === undefined || typeof name !== 'string') return null;
  return { main: found.main, files: fill(found, { name, today: today(host) }) };
}
