// Reads access policies: to whom, and of which records.
import { writeName } from '../../syntax/keywords.ts';
import { freeName } from '../free-names.ts';
import { changed, lost, type Notes, quote } from '../notes.ts';
import { writeNames } from '../writ/text.ts';
import { type Condition, unreadableIn, writeCondition } from './condition.ts';
import type { Fields } from './fields.ts';
import { readFilter } from './filter.ts';
import { labelIn, spokenLabel } from './names.ts';
import type { ObjectDraft } from './object-draft.ts';
import { objectOf } from './objects.ts';
import { type People, principalsOf } from './people.ts';
import type { Block } from './tree.ts';

/** Puts the policies of the export into their objects; gives how many of them open nothing as they were not readable. */
export function readPolicies(fields: Fields, people: People): number {
  const blocks = fields.objects.index.resources.get('elementum_access_policy') ?? [];
  return blocks.filter((block) => readPolicy(fields, people, block)).length;
}

function readPolicy(fields: Fields, people: People, block: Block): boolean {
  const { objects } = fields;
  const { notes } = objects;
  const shown = `the policy ${quote(labelIn(block))}`;
  const object = objectOf(objects, block.body.get('object_id'), block);
  if (object === undefined) {
    lost(notes, block, `${shown} is not imported: its object is not in the export`);
    return false;
  }
  const principals = [
    ...principalsOf(people, block.body.get('group_ids'), 'group', block),
    ...principalsOf(people, block.body.get('user_ids'), 'user', block),
  ];
  const to = [...new Set(principals.map(({ name }) => name))];
  const condition = readFilter(block.body.get('filter'), { fields, people, notes, object, place: block });
  if (to.length === 0) changed(notes, block, `${shown} names nobody, so it opens nothing and is left out`);
  else if (condition.kind === 'none')
    changed(notes, block, `${shown} has a filter that no record meets, and is left out`);
  else write(object, block, to, condition);
  return to.length > 0 && isBroken(notes, block, condition, shown);
}

function isBroken(notes: Notes, block: Block, condition: Condition, shown: string): boolean {
  const broken = unreadableIn(condition);
  if (broken.length === 0) return false;
  const place = { ...block, line: block.body.get('filter')?.line ?? block.line };
  lost(notes, place, `${shown} opens nothing, as its filter is not readable: ${broken.join('; ')}`);
  return true;
}

/** The one that every object begins with has a form of its own. */
function write(object: ObjectDraft, block: Block, to: readonly string[], condition: Condition): void {
  const isDefault = condition.kind === 'all' && to.length === 1 && to[0] === 'Internal Users';
  if (isDefault) {
    if (!object.policies.includes('default policy')) object.policies.unshift('default policy');
    return;
  }
  object.policies.push({
    head: `policy ${writeName(freeName(object.policyNames, spokenLabel(labelIn(block))))}`,
    lines: [`to ${writeNames(to)}`, ...(condition.kind === 'all' ? [] : [`when ${writeCondition(condition)}`])],
  });
}
