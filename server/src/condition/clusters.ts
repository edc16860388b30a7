// Which fields a formula compares with each other, and the values of each that stand for all it may hold.
import type { Atom, Content, Field, Formula } from '../model/symbols.ts';
import type { Values } from './line-values.ts';
import { atomsOf, fieldsOf } from './operands.ts';
import { groupValues, type Holdable, personValues } from './people-values.ts';
import { type Cluster, plainValues } from './plain-values.ts';

export interface Contents extends Values<Content> {
  /** No comparison looks at the field and another one. */
  readonly alone: boolean;
}

/**
 * For each field of the formula, contents that stand for all: empty, and what its cluster needs.
 *
 * Why they are enough where they are complete: take any record that meets the formula. Each comparison looks at fields
 * of one cluster only, and the values of a cluster are such that some assignment of them to its fields makes all its
 * comparisons come out as the record does. Put those in place of the record's, cluster by cluster: the formula still holds.
 */
export function contentsOf(formula: Formula, holdable: Holdable, today: number): ReadonlyMap<Field, Contents> {
  const contents = new Map<Field, Contents>();
  for (const cluster of clustersOf(atomsOf(formula))) {
    for (const field of cluster.fields) {
      const values = valuesOf(field, cluster, holdable, today);
      contents.set(field, {
        values: [...values.values, null],
        complete: values.complete,
        alone: cluster.fields.length === 1,
      });
    }
  }
  return contents;
}

/** Contents of a field, other than empty, that stand for all where they are complete. */
export function valuesOf(field: Field, cluster: Cluster, holdable: Holdable, today: number): Values<Content> {
  const plain = plainValues(field, cluster, today);
  if (plain !== undefined) return plain;
  const symbols = field.type === 'user' ? personValues(cluster, holdable) : groupValues(cluster, holdable);
  return { values: symbols, complete: true };
}

/** The fields that comparisons connect, with those comparisons; in order of their first standing. */
function clustersOf(atoms: readonly Atom[]): Cluster[] {
  const clusters: { fields: Field[]; atoms: Atom[] }[] = [];
  for (const atom of atoms) {
    const fields = fieldsOf(atom);
    const [first, ...others] = clusters.filter((cluster) => cluster.fields.some((field) => fields.includes(field)));
    if (first === undefined) {
      clusters.push({ fields, atoms: [atom] });
      continue;
    }
    for (const other of others) {
      first.fields.push(...other.fields);
      first.atoms.push(...other.atoms);
      clusters.splice(clusters.indexOf(other), 1);
    }
    first.fields.push(...fields.filter((field) => !first.fields.includes(field)));
    first.atoms.push(atom);
  }
  return clusters;
}
