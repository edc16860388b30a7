// What automations and agents can do, what each needs, and what can start an automation.
import { lazy } from '../text/lazy.ts';
import data from './actions.json' with { type: 'json' };
import { permission } from './permissions.ts';
import { type RowsByName, rowsByName, suggest } from './suggest.ts';
import triggerNames from './trigger-names.json' with { type: 'json' };
import type { Action, Trigger } from './types.ts';

interface Row {
  readonly id: string;
  readonly name?: string;
  readonly requires: readonly string[];
  readonly records: string | null;
  readonly egress?: boolean;
}

/** What an automation's `action` may name. */
export const actions: readonly Action[] = data.actions.map(readRow);

/** What an agent's `tool` may name. */
export const tools: readonly Action[] = data.tools.map(readRow);

/** What an automation's `trigger` may name. */
export const triggers: readonly Trigger[] = data.triggers.map((id) => {
  const name = triggerNames.names.find((row) => row.id === id)?.name;
  return name === undefined ? { id } : { id, name };
});

function readRow(row: Row): Action {
  return {
    id: row.id,
    ...(row.name === undefined ? {} : { name: row.name }),
    requires: row.requires.flatMap((constant) => permission(constant) ?? []),
    records: row.records === 'existing' || row.records === 'new' ? row.records : null,
    egress: row.egress === true,
  };
}

const actionById = new Map(actions.map((each) => [each.id, each]));
const toolById = new Map(tools.map((each) => [each.id, each]));
const triggerById = new Map(triggers.map((each) => [each.id, each]));

export function action(id: string): Action | undefined {
  return actionById.get(id);
}

export function tool(id: string): Action | undefined {
  return toolById.get(id);
}

export function trigger(id: string): Trigger | undefined {
  return triggerById.get(id);
}

export function isTrigger(word: string): boolean {
  return triggerById.has(word);
}

/** The actions that a wrong word may mean, best first; a display name ("Create Record") or the name of a tool counts. */
export function suggestActions(word: string): Action[] {
  return suggestByAlias(word, toolById.get(word)?.name, actionRows());
}

/** The tools that a wrong word may mean, best first; a display name or the name of an action counts. */
export function suggestTools(word: string): Action[] {
  return suggestByAlias(word, actionById.get(word)?.name, toolRows());
}

/** The triggers that a wrong word may mean, best first; a display name ("Record is Created") counts. */
export function suggestTriggers(word: string): Trigger[] {
  return suggest(word, triggerRows());
}

interface Named {
  readonly id: string;
  readonly name?: string;
}

const actionRows = lazy(() => rowsOf(actions));
const toolRows = lazy(() => rowsOf(tools));
const triggerRows = lazy(() => rowsOf(triggers));

function rowsOf<T extends Named>(of: readonly T[]): RowsByName<T> {
  return rowsByName(of.map((item) => ({ item, names: item.name === undefined ? [item.id] : [item.id, item.name] })));
}

function suggestByAlias<T>(word: string, alias: string | undefined, rows: RowsByName<T>): T[] {
  const found = new Set(suggest(word, rows));
  if (alias !== undefined) for (const each of suggest(alias, rows)) found.add(each);
  return [...found].slice(0, 3);
}
