// Exports to Terraform in tests: Writ text in, files out, each checked against the format.
import { strict as assert } from 'node:assert';
import { positionOf, problemsOf } from '../../../server/src/cli/export-problems.ts';
import type { Exported } from '../../../server/src/exchange/exporter.ts';
import type { ImportFile } from '../../../server/src/exchange/importer.ts';
import { exportTerraform } from '../../../server/src/exchange/terraform-out/terraform.ts';
import type { Snapshot } from '../../../server/src/project/types.ts';
import { snapshotOf } from '../../support/fixture.ts';
import { faultsOf } from './format.ts';

export interface Neighbour {
  readonly path: string;
  readonly text: string;
}

export function neighbours(files: readonly Neighbour[]): ImportFile[] {
  return files.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }));
}

/** Takes a text, or a project; `beside`: what stands in the folder. What comes out is sound, or the test fails. */
export function exportOf(of: string | Snapshot, beside?: readonly Neighbour[]): Exported {
  const snapshot = typeof of === 'string' ? snapshotOf(of) : of;
  const exported = exportTerraform({
    model: snapshot.model,
    problems: problemsOf(snapshot),
    place: (origin) => positionOf(snapshot, snapshot.place(origin)),
    ...(beside === undefined ? {} : { beside: neighbours(beside) }),
  });
  assert.deepEqual(faultsOf(exported.files, beside), []);
  return exported;
}

export function textOf({ files }: Exported, path: string): string {
  return files.find((file) => file.path === path)?.text ?? `no ${path} in ${files.map((file) => file.path).join(', ')}`;
}

export function checklistOf(exported: Exported): string {
  return textOf(exported, 'checklist.md');
}

export type Blocks = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** `elementum_role.writ_desk__agent` or `data.elementum_user.writ_alice`: every block of all files, by its address. */
export function blocksOf({ files }: Exported): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const all = files.flatMap(({ path, text }) => {
    if (!path.endsWith('.tf.json')) return [];
    const root: Readonly<Record<string, Readonly<Record<string, Blocks[string]>>>> = JSON.parse(text);
    return ['data', 'resource'].flatMap((word) =>
      Object.entries(root[word] ?? {}).flatMap(([type, labels]) =>
        Object.entries(labels).map(([label, body]): [string, Readonly<Record<string, unknown>>] => [
          `${word === 'data' ? 'data.' : ''}${type}.${label}`,
          Object(body),
        ]),
      ),
    );
  });
  return new Map(all);
}

/** The filter of the only policy; why there is none. */
export function filterOf(exported: Exported): unknown {
  const policies = [...blocksOf(exported)].filter(([address]) => address.startsWith('elementum_access_policy.'));
  const [policy] = policies;
  if (policy === undefined) return exported.lacking[0];
  assert.equal(policies.length, 1);
  return policy[1]['filter'];
}
