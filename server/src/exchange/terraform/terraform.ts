// Imports exports of the vendor's Terraform tool, HCL and JSON: objects, people, roles, policies, automations and agents.

import { compareTexts } from '../../text/order.ts';
import { fromUtf8 } from '../../text/utf8.ts';
import { freeName, type Names, namesOf } from '../free-names.ts';
import type { Imported, ImportedFile, ImportFile } from '../importer.ts';
import { inOrder, lost, type Notes } from '../notes.ts';
import { labelOf } from '../terraform-facts.ts';
import { writeFile } from '../writ/text.ts';
import { readAgents } from './agents.ts';
import { readAutomations } from './automations.ts';
import { indexBlocks } from './blocks.ts';
import { collectFields } from './fields.ts';
import { readHcl } from './hcl.ts';
import { readTerraformJson } from './json.ts';
import { leftOut, neverSaid } from './left-out.ts';
import { collectObjects, type Objects, writeObject } from './objects.ts';
import { collectPeople, type People, writePeople } from './people.ts';
import { readPolicies } from './policies.ts';
import { readRoles } from './roles.ts';
import type { Block, Parsed } from './tree.ts';

/** How the names of its files end. */
export const terraformEndings: readonly string[] = ['.tf', '.tf.json'];

/** Takes the files of an export, one or many; gives a file for each object, and one for the people. */
export function importTerraform(files: readonly ImportFile[]): Imported {
  const notes: Notes = { all: [] };
  const skipped = new Map<string, number>();
  const blocks = [...files]
    .sort((a, b) => compareTexts(a.path, b.path))
    .flatMap((file) => readBlocks(file, notes, skipped));
  const index = indexBlocks(blocks, notes);
  const people = collectPeople(index, notes);
  const objects = collectObjects(index, notes);
  const fields = collectFields(objects);
  readRoles(objects, people);
  const broken = readPolicies(fields, people);
  const actions = readAutomations(fields, people);
  const tools = readAgents(objects);
  const { count, line } = leftOut(index, skipped);
  return {
    files: writeFiles(people, objects),
    counts: [
      ...counted(people, objects),
      { what: 'unreadable policies', count: broken },
      { what: 'actions', count: actions },
      { what: 'tools', count: tools },
      { what: 'blocks left out', count },
    ],
    notes: inOrder(notes.all),
    unsaid: line === undefined ? neverSaid : [...neverSaid, line],
  };
}

export function readBlocks({ path, bytes }: ImportFile, notes: Notes, skipped: Map<string, number>): readonly Block[] {
  const parsed = readOne(path, bytes);
  for (const { line, gravity, message } of parsed.faults) notes.all.push({ path, line, gravity, message });
  for (const [word, count] of parsed.skipped) skipped.set(word, (skipped.get(word) ?? 0) + count);
  return parsed.blocks.filter((block) => {
    const isMany = block.word !== 'import' && (block.body.has('count') || block.body.has('for_each'));
    if (isMany) lost(notes, block, 'a block stands for a number of things that is computed, and is not imported');
    return !isMany;
  });
}

function readOne(path: string, bytes: Uint8Array): Parsed {
  const text = fromUtf8(bytes);
  if (text === undefined) {
    const message = 'the file is not UTF-8, and nothing of it is imported';
    return { blocks: [], faults: [{ line: 0, gravity: 'lost', message }], skipped: new Map() };
  }
  return path.toLowerCase().endsWith('.json') ? readTerraformJson(path, text) : readHcl(path, text);
}

function counted(people: People, { all }: Objects): Imported['counts'] {
  const sum = (count: (object: Objects['all'][number]) => number) =>
    all.reduce((total, each) => total + count(each), 0);
  const kinds = (['app', 'element', 'task', 'table'] as const).map((kind) => ({
    what: `${kind}s`,
    count: all.filter((each) => each.kind === kind).length,
  }));
  return [
    { what: 'users', count: [...people.users.values()].filter(({ isKnown }) => isKnown).length },
    {
      what: 'placeholders for unknown users',
      count: [...people.users.values()].filter(({ isKnown }) => !isKnown).length,
    },
    { what: 'groups', count: [...people.groups.values()].filter(({ isDeclared }) => isDeclared).length },
    ...kinds,
    { what: 'fields', count: sum(({ fields }) => fields.size) },
    { what: 'roles', count: sum(({ roles, managed }) => roles.length + managed.size) },
    { what: 'policies', count: sum(({ policies }) => policies.length) },
    { what: 'automations', count: sum(({ automations }) => automations.length) },
    { what: 'agents', count: sum(({ agents }) => agents.length) },
  ];
}

function writeFiles(people: People, { all }: Objects): ImportedFile[] {
  const declared = writePeople(people);
  const taken = namesOf(['organization']);
  const objects = all.map((draft) => {
    const path = `${fileName(draft.name, taken)}.writ`;
    return { path, text: writeFile([writeObject(draft)]) };
  });
  return declared.length === 0 ? objects : [{ path: 'organization.writ', text: writeFile(declared) }, ...objects];
}

/** Names that Windows keeps for devices. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

function fileName(name: string, taken: Names): string {
  const label = labelOf(name).replaceAll('_', '-').replace(/^-/, '').slice(0, 80);
  const plain = label === '' || label === 'resource' ? 'object' : devices.test(label) ? `${label}-object` : label;
  return freeName(taken, plain, (i) => `${plain}-${i}`);
}
