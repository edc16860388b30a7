// Reads agents and their tools. What services the tools call, and with which headers, is not looked at.
import { tool as toolOf } from '../../catalogue/actions.ts';
import { writeName } from '../../syntax/keywords.ts';
import { freeName } from '../free-names.ts';
import { changed, lost, quote } from '../notes.ts';
import { toolTypes } from '../terraform-facts.ts';
import type { Written } from '../writ/text.ts';
import { addressOf } from './blocks.ts';
import { describe } from './description.ts';
import { givenName, labelIn } from './names.ts';
import type { ObjectDraft } from './object-draft.ts';
import { type Objects, objectOf } from './objects.ts';
import { thingOf } from './references.ts';
import type { Block } from './tree.ts';

interface Draft {
  readonly object: ObjectDraft;
  readonly name: string;
  readonly lines: string[];
}

/** Puts the agents of the export into their apps; gives how many tools they have. */
export function readAgents(objects: Objects): number {
  const drafts = new Map<string, Draft>();
  for (const block of objects.index.resources.get('elementum_agent') ?? []) {
    const draft = declare(objects, block);
    if (draft !== undefined && objects.index.byAddress.get(addressOf(block)) !== undefined)
      drafts.set(addressOf(block), draft);
  }
  let count = 0;
  for (const [type, blocks] of objects.index.resources) {
    const word = /^elementum_agent_(\w+)_tool$/.exec(type)?.[1];
    if (word === undefined) continue;
    for (const block of blocks) {
      const draft = drafts.get(thingOf(objects.index, block.body.get('agent_id'))?.address ?? '');
      if (addTool(objects, draft, block, toolTypes.get(word))) count++;
    }
  }
  return count;
}

function declare(objects: Objects, block: Block): Draft | undefined {
  const wanted = givenName(block) ?? labelIn(block);
  const object = objectOf(objects, block.body.get('app_id'), block);
  if (object?.kind !== 'app') {
    const why = object === undefined ? 'its app is not in the export' : 'only apps have agents';
    lost(objects.notes, block, `the agent ${quote(wanted)} is not imported: ${why}`);
    return undefined;
  }
  const name = freeName(object.actorNames, wanted);
  if (givenName(block) === undefined || name !== wanted)
    changed(
      objects.notes,
      block,
      `the agent ${quote(wanted)} is called ${quote(name)}: it says no name, or the name is taken`,
    );
  const lines: string[] = describe(block);
  const written: Written = { head: `agent ${writeName(name)}`, lines };
  object.agents.push(written);
  return { object, name, lines };
}

function addTool(objects: Objects, draft: Draft | undefined, block: Block, id: string | undefined): boolean {
  const shown = `the tool ${quote(givenName(block) ?? labelIn(block))}`;
  if (draft === undefined || id === undefined) {
    const why = draft === undefined ? 'belongs to no agent of the export' : 'is of no known type';
    lost(objects.notes, block, `${shown} ${why}, and is not imported`);
    return false;
  }
  const target = objectOf(objects, block.body.get('target_id'), block);
  if (target === undefined && (toolOf(id)?.records ?? null) !== null)
    changed(objects.notes, block, `${shown} of ${quote(draft.name)} does not say of which object: its app is taken`);
  const place = target === undefined || target === draft.object ? '' : ` in ${writeName(target.name)}`;
  draft.lines.push(`tool ${id}${place}`);
  return true;
}
