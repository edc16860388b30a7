// Reads automations: what starts them, and what they do where.
import { action as actionOf } from '../../catalogue/actions.ts';
import { writeName } from '../../syntax/keywords.ts';
import { freeName } from '../free-names.ts';
import { changed, lost, quote } from '../notes.ts';
import { taskTypes, triggerTypes } from '../terraform-facts.ts';
import { keyOf } from './blocks.ts';
import { unreadableIn, writeCondition } from './condition.ts';
import { describe } from './description.ts';
import type { Fields } from './fields.ts';
import { readFilter } from './filter.ts';
import { givenName, labelIn } from './names.ts';
import type { ObjectDraft } from './object-draft.ts';
import { objectOf } from './objects.ts';
import type { People } from './people.ts';
import { targetOf, thingOf } from './references.ts';
import type { Block } from './tree.ts';
import { isAbsent } from './values.ts';

interface Draft {
  readonly name: string;
  readonly object: ObjectDraft;
  readonly description: readonly string[];
  readonly triggers: string[];
  readonly actions: string[];
}

interface Reading {
  readonly fields: Fields;
  readonly people: People;
  readonly drafts: Map<string, Draft>;
  /** Of each task that was looked at, the automation that it is part of: a task often has the one before for its parent. */
  readonly owners: Map<Block, string | undefined>;
}

/** Puts the automations of the export into their objects; gives how many actions they have. */
export function readAutomations(fields: Fields, people: People): number {
  const { objects } = fields;
  const reading: Reading = { fields, people, drafts: new Map(), owners: new Map() };
  for (const block of objects.index.resources.get('elementum_automation') ?? []) declare(reading, block);
  for (const [type, blocks] of objects.index.resources) {
    const word = /^elementum_(\w+)_trigger$/.exec(type)?.[1];
    if (word !== undefined) for (const block of blocks) addTrigger(reading, block, triggerTypes.get(word));
  }
  const tasks = [...objects.index.resources].flatMap(([type, blocks]) => {
    const word = /^elementum_(\w+)_task$/.exec(type)?.[1];
    return word === undefined ? [] : blocks.map((block) => ({ block, id: taskTypes.get(word) }));
  });
  for (const { block, id } of inFileOrder(tasks)) addAction(reading, block, id);
  for (const draft of reading.drafts.values()) write(draft);
  return [...reading.drafts.values()].reduce((sum, { actions }) => sum + actions.length, 0);
}

/** The types come one after another; within a file the lines say what comes first. */
function inFileOrder<T extends { readonly block: Block }>(tasks: readonly T[]): readonly T[] {
  const paths = [...new Set(tasks.map(({ block }) => block.path))];
  const rank = new Map(paths.map((path, i) => [path, i]));
  return [...tasks].sort(
    (a, b) => (rank.get(a.block.path) ?? 0) - (rank.get(b.block.path) ?? 0) || a.block.line - b.block.line,
  );
}

function declare({ fields, drafts }: Reading, block: Block): void {
  const { notes, index } = fields.objects;
  const wanted = givenName(block) ?? labelIn(block);
  const object = objectOf(fields.objects, block.body.get('app_id'), block);
  if (object === undefined || object.kind === 'table') {
    const why = object === undefined ? 'its object is not in the export' : 'tables have no automations';
    lost(notes, block, `the automation ${quote(wanted)} is not imported: ${why}`);
    return;
  }
  if (givenName(block) === undefined)
    changed(notes, block, `the automation ${quote(wanted)} says no name and has that of its label`);
  const name = freeName(object.actorNames, wanted);
  if (name !== wanted)
    changed(notes, block, `the automation ${quote(wanted)} is called ${quote(name)}: the name is taken`);
  const key = keyOf(index, block);
  drafts.set(key, { name, object, description: describe(block), triggers: [], actions: [] });
}

function addTrigger({ fields, drafts }: Reading, block: Block, id: string | undefined): void {
  const { notes, index } = fields.objects;
  const draft = drafts.get(thingOf(index, block.body.get('automation_id'))?.address ?? '');
  if (draft === undefined)
    lost(notes, block, `the trigger ${quote(labelIn(block))} belongs to no automation of the export`);
  else if (id === undefined) lost(notes, block, `the automation ${quote(draft.name)} has a trigger of no known type`);
  else if (draft.triggers.length > 0 && !draft.triggers.includes(id))
    lost(notes, block, `the automation ${quote(draft.name)} has a second trigger: only the first is imported`);
  else {
    if (!isAbsent(block.body.get('filter')))
      changed(
        notes,
        block,
        `the filter of the trigger of ${quote(draft.name)} is left out: a trigger has none in the language`,
      );
    draft.triggers.splice(0, 1, id);
  }
}

/** What leads from a task to the automation that it is part of. */
const parents = [
  'parent_id',
  'automation_id',
  'task_id',
  'switch_task_id',
  'switch_id',
  'fork_join_task_id',
  'fork_join_id',
];

/** The address of it. What leads in a circle leads to none. */
function automationOf({ fields, owners }: Reading, block: Block): string | undefined {
  const { index } = fields.objects;
  const way: Block[] = [];
  let found: string | undefined;
  let at: Block | undefined = block;
  while (at !== undefined && !owners.has(at)) {
    owners.set(at, undefined);
    way.push(at);
    const body: Block['body'] = at.body;
    const target = parents.flatMap((name) => targetOf(index, body.get(name)) ?? [])[0];
    if (target?.type === 'elementum_automation') found = target.address;
    at = found === undefined ? target?.block : undefined;
  }
  if (at !== undefined) found = owners.get(at);
  for (const each of way) owners.set(each, found);
  return found;
}

function addAction(reading: Reading, block: Block, id: string | undefined): void {
  const { objects } = reading.fields;
  const { notes } = objects;
  const shown = quote(givenName(block) ?? labelIn(block));
  const draft = reading.drafts.get(automationOf(reading, block) ?? '');
  if (draft === undefined) {
    lost(notes, block, `the task ${shown} is not imported: it belongs to no automation of the export`);
    return;
  }
  if (id === undefined) {
    lost(notes, block, `the task ${shown} of ${quote(draft.name)} is of no known type, and is not imported`);
    return;
  }
  const object = objectOfTask(reading, block, draft, id);
  const place = object === draft.object ? '' : ` in ${writeName(object.name)}`;
  draft.actions.push(`action ${id}${place}${whereOf(reading, block, object)}`);
}

/** Where a task says no object, the record that it takes decides; else it is taken to be the automation's own. */
function objectOfTask({ fields }: Reading, block: Block, draft: Draft, id: string): ObjectDraft {
  const { objects } = fields;
  const given = block.body.get('object_id');
  const direct = isAbsent(given) ? undefined : objectOf(objects, given, block);
  if (direct !== undefined) return direct;
  const record = ['record_reference', 'record_id'].flatMap(
    (name) => targetOf(objects.index, block.body.get(name)) ?? [],
  )[0];
  if (record?.type.endsWith('_trigger') === true) return draft.object;
  const from = record?.block?.body.get('object_id');
  const found = isAbsent(from) ? undefined : objectOf(objects, from, block);
  const touches = (actionOf(id)?.records ?? null) !== null;
  if (found === undefined && (touches || !isAbsent(given))) {
    const shown = quote(givenName(block) ?? labelIn(block));
    changed(
      objects.notes,
      block,
      `the task ${shown} of ${quote(draft.name)} does not say of which object: its own is taken`,
    );
  }
  return found ?? draft.object;
}

/** Without a condition it is about all records, which asks more of the account, so leaving one out hides nothing. */
function whereOf({ fields, people }: Reading, block: Block, object: ObjectDraft): string {
  const filter = block.body.get('filter');
  if (isAbsent(filter)) return '';
  const { notes } = fields.objects;
  const condition = readFilter(filter, { fields, people, notes, object, place: block });
  if (condition.kind === 'all') return '';
  const broken = unreadableIn(condition);
  if (broken.length === 0 && condition.kind !== 'none') return ` where ${writeCondition(condition)}`;
  const why = broken.length === 0 ? 'no record meets it' : broken.join('; ');
  const shown = quote(givenName(block) ?? labelIn(block));
  changed(notes, block, `the filter of the task ${shown} is left out, so it is about all records: ${why}`);
  return '';
}

function write({ name, object, description, triggers, actions }: Draft): void {
  object.automations.push({
    head: `automation ${writeName(name)}`,
    lines: [...description, ...triggers.map((id) => `trigger ${id}`), ...actions],
  });
}
