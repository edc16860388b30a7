// What actions, tools, triggers and levels take.
import { action, tool, trigger } from '../../catalogue/actions.ts';
import { describeAction, describeTool, describeTrigger } from '../../catalogue/describe.ts';
import { levelCap, levelIncludes, permissionGroups } from '../../catalogue/permissions.ts';
import type { LevelCall, StepCall } from '../../syntax/context-call.ts';
import { writeName } from '../../syntax/keywords.ts';
import { factsText } from '../completion/documents.ts';
import { code } from '../markdown.ts';
import { type Form, parameter } from './form.ts';

const object = parameter('in object', 1, 'The object that it acts in; its own when left out.');
const records = parameter('where condition', 2, 'The records that it reaches; all of the object when left out.');
const actor = parameter('runs as account', 3, "Who it acts as, instead of the agent's actor.");

/** Of a word that the catalogue has, what the platform says of it. */
export function stepForm({ kind, word = '' }: StepCall): Form {
  const what = parameter(word === '' ? kind : word, 0, `What it does: a word of the platform's list.`);
  const row = kind === 'action' ? action(word) : tool(word);
  const facts = row && factsText(kind === 'action' ? describeAction(row) : describeTool(row));
  const parts = [`${kind} `, what, ' [', object, '] [', records, ']'];
  return { parts: kind === 'tool' ? [...parts, ' [', actor, ']'] : parts, documentation: facts };
}

export function triggerForm(typed: string): Form {
  const row = trigger(typed);
  const what = parameter(row?.id ?? 'event', 0, "What starts it: a word of the platform's list.");
  return { parts: ['trigger ', what], documentation: row && factsText(describeTrigger(row)) };
}

export function levelForm({ level, place }: LevelCall): Form {
  const offered = permissionGroups.filter((group) => {
    const cap = levelCap(group, place);
    return cap !== null && levelIncludes(cap, level);
  });
  const names = offered.map(({ name }) => code(writeName(name))).join(', ');
  return { parts: [`${level} on `, parameter('permission group', 1, `One of ${names}.`)], documentation: undefined };
}
