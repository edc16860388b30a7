// Actions, tools and triggers, by id and by what the platform's screens call them.
import { actions, tools, triggers } from '../../catalogue/actions.ts';
import { describeAction, describeTool, describeTrigger, type Facts } from '../../catalogue/describe.ts';
import type { Action } from '../../catalogue/types.ts';
import type { CatalogueSlot } from '../../syntax/context-slots.ts';
import { factsText } from './documents.ts';
import { type Found, ranks, type Suggestion } from './suggestion.ts';

export function catalogueWords({ of }: CatalogueSlot): Found {
  if (of === 'trigger') return triggers.map((each) => row('trigger', each.id, describeTrigger(each)));
  if (of === 'tool') return tools.map((each) => step('tool', each, describeTool(each)));
  return actions.map((each) => step('action', each, describeAction(each)));
}

function step(kind: 'action' | 'tool', each: Action, facts: Facts): Suggestion {
  const needs = each.requires.map(({ constant }) => constant).join(', ');
  const detail = needs === '' ? facts.title : `${facts.title}: needs ${needs}`;
  return { ...row(kind, each.id, facts), detail };
}

function row(kind: 'action' | 'tool' | 'trigger', id: string, facts: Facts): Suggestion {
  return {
    kind,
    label: id,
    insert: { name: id, bare: true },
    detail: facts.title,
    document: () => factsText(facts),
    found: `${id} ${facts.title}`,
    rank: ranks.name,
  };
}
