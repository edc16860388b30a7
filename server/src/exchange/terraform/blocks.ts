// All blocks of an export by what they are called, whichever file they stand in.
import { changed, lost, type Notes, quote } from '../notes.ts';
import type { Block, Value } from './tree.ts';
import { textOf } from './values.ts';

export interface Index {
  /** By type, in the order of the files, without those that only repeat another. */
  readonly resources: ReadonlyMap<string, readonly Block[]>;
  readonly data: ReadonlyMap<string, readonly Block[]>;
  /** By address, `elementum_app.desk` or `data.elementum_user.ines`; `undefined`: two differ, so none can be meant. */
  readonly byAddress: ReadonlyMap<string, Block | undefined>;
  /** Addresses by the ids of the platform, from `import` blocks. */
  readonly byId: ReadonlyMap<string, string>;
}

export function addressOf({ word, labels }: Block): string {
  return `${word === 'data' ? 'data.' : ''}${labels.join('.')}`;
}

/** No two blocks have the same: the address where it means one thing, else with the place. */
export function keyOf({ byAddress }: Pick<Index, 'byAddress'>, block: Block): string {
  const address = addressOf(block);
  return byAddress.get(address) === undefined ? `${address} ${block.path}:${block.line}` : address;
}

/** Takes the blocks of all files. */
export function indexBlocks(blocks: readonly Block[], notes: Notes): Index {
  const [resources, data] = [new Map<string, Block[]>(), new Map<string, Block[]>()];
  const byAddress = new Map<string, Block | undefined>();
  for (const block of blocks) {
    if (block.word === 'import') continue;
    const type = block.labels[0];
    if (type === undefined || block.labels.length !== 2) {
      lost(notes, block, 'a block has not the two names that it needs, and is not imported');
      continue;
    }
    if (isRepeated(block, byAddress, notes)) continue;
    const map = block.word === 'data' ? data : resources;
    const before = map.get(type);
    if (before === undefined) map.set(type, [block]);
    else before.push(block);
  }
  return { resources, data, byAddress, byId: idsOf(blocks, notes) };
}

function isRepeated(block: Block, byAddress: Map<string, Block | undefined>, notes: Notes): boolean {
  const address = addressOf(block);
  if (!byAddress.has(address)) {
    byAddress.set(address, block);
    return false;
  }
  const before = byAddress.get(address);
  if (before !== undefined && spell(before) === spell(block)) return true;
  byAddress.set(address, undefined);
  changed(notes, block, `${quote(address)} stands for two different things: what refers to it is not resolved`);
  return false;
}

/** The same for blocks that say the same, wherever they stand. */
function spell(block: Block): string {
  return JSON.stringify([...block.body].map(([name, value]) => [name, plainOf(value)]).sort());
}

function plainOf(value: Value): unknown {
  if (value.kind === 'list') return value.items.map(plainOf);
  if (value.kind === 'object') return [...value.entries].map(([name, each]) => [name, plainOf(each)]).sort();
  // Two expressions that are not read may differ.
  return value.kind === 'opaque' ? [value.kind, value] : { ...value, line: 0 };
}

/** Ids whose last part is the thing's own. One that two blocks claim, or that is a pattern left unfilled, says nothing. */
function idsOf(blocks: readonly Block[], notes: Notes): Map<string, string> {
  const ids = new Map<string, string>();
  const doubtful = new Set<string>();
  for (const block of blocks) {
    if (block.word !== 'import') continue;
    const id = textOf(block.body.get('id'));
    const to = targetOf(block.body.get('to'));
    if (id === undefined || to === undefined || /[{}]/.test(id)) {
      changed(notes, block, 'an `import` block is not understood, so its id is not known');
      continue;
    }
    const own = id.split(/[:/]/).at(-1) ?? id;
    if ((ids.get(own) ?? to) !== to) doubtful.add(own);
    ids.set(own, to);
  }
  for (const id of doubtful) ids.delete(id);
  return ids;
}

function targetOf(value: Value | undefined): string | undefined {
  if (value?.kind === 'reference') return value.steps.join('.');
  return value?.kind === 'text' && /^\w+\.[\w-]+$/.test(value.text) ? value.text : undefined;
}
