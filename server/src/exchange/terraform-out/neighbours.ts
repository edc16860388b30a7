// What an export of the vendor's tool declares in the folder that this one is put into: what can be referred to, and what is there twice.
import type { Field, ObjectSymbol } from '../../model/symbols.ts';
import type { ImportFile } from '../importer.ts';
import type { Notes } from '../notes.ts';
import { addressOf, type Index, indexBlocks } from '../terraform/blocks.ts';
import { givenName } from '../terraform/names.ts';
import { thingOf } from '../terraform/references.ts';
import { readBlocks } from '../terraform/terraform.ts';
import type { Block } from '../terraform/tree.ts';
import { objectTypes } from '../terraform-facts.ts';

export interface Neighbours {
  /** Addresses by `<type> <name>` of objects, `<address of the object> <name>` of fields, and names of groups. `undefined`: two have it. */
  readonly objects: ReadonlyMap<string, string | undefined>;
  readonly fields: ReadonlyMap<string, string | undefined>;
  readonly groups: ReadonlyMap<string, string | undefined>;
  /** Labels that two fields with options have, so that the map of the options cannot be told. */
  readonly ambiguous: ReadonlySet<string>;
  /** Roles and policies, which this export declares too. */
  readonly doubled: readonly Block[];
}

/** As terraform.ts calls them. */
const ownFiles = /(?:^|[/\\])writ[-_]\w+\.tf\.json$/i;

/** Takes the files of the folder; those that an export of Writ put there before are passed over. */
export function neighboursOf(files: readonly ImportFile[]): Neighbours {
  const notes: Notes = { all: [] };
  const others = files.filter(({ path }) => !ownFiles.test(path));
  const index = indexBlocks(
    others.flatMap((file) => readBlocks(file, notes, new Map())),
    notes,
  );
  const objects = Object.values(objectTypes).flatMap((type) => index.resources.get(type) ?? []);
  const fields = [...index.resources].flatMap(([type, blocks]) => (/^elementum_\w+_field$/.test(type) ? blocks : []));
  return {
    objects: unique(objects, (block) => `${block.labels[0]} ${givenName(block)}`, index),
    fields: unique(
      fields,
      (block) => `${thingOf(index, block.body.get('object_id'))?.address} ${givenName(block)}`,
      index,
    ),
    groups: unique(index.resources.get('elementum_group') ?? [], (block) => `${givenName(block)}`, index),
    ambiguous: ambiguousIn(index),
    doubled: ['elementum_role', 'elementum_access_policy'].flatMap((type) => index.resources.get(type) ?? []),
  };
}

function unique(
  blocks: readonly Block[],
  keyOf: (block: Block) => string,
  { byAddress }: Index,
): ReadonlyMap<string, string | undefined> {
  const addresses = new Map<string, string | undefined>();
  for (const block of blocks) {
    const key = keyOf(block);
    const address = addressOf(block);
    const isPlain = byAddress.get(address) !== undefined && givenName(block) !== undefined;
    addresses.set(key, isPlain && !addresses.has(key) ? address : undefined);
  }
  return addresses;
}

function ambiguousIn({ resources }: Index): ReadonlySet<string> {
  const labels = ['elementum_dropdown_field', 'elementum_multiselect_field'].map(
    (type) => new Set((resources.get(type) ?? []).map(({ labels: [, label = ''] }) => label)),
  );
  const [dropdowns, multiselects] = labels;
  return new Set([...(dropdowns ?? [])].filter((label) => multiselects?.has(label)));
}

/** `elementum_app.desk`; nothing where the folder does not declare it. */
export function neighbourObject(neighbours: Neighbours | undefined, { name, type }: ObjectSymbol): string | undefined {
  return neighbours?.objects.get(`${objectTypes[type]} ${name}`);
}

/** `elementum_dropdown_field.severity`, likewise. */
export function neighbourField(neighbours: Neighbours | undefined, { name, object }: Field): string | undefined {
  const owner = neighbourObject(neighbours, object);
  return owner === undefined ? undefined : neighbours?.fields.get(`${owner} ${name}`);
}
