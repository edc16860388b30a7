// Values that stand for all others, for fields that hold neither people nor groups.
import type { Atom, Content, Field, Literal } from '../model/symbols.ts';
import { startOfDay } from '../text/calendar.ts';
import { days, instants, type Line, lineValues, numbers, type Values } from './line-values.ts';
import { literalsOf } from './operands.ts';
import { setValues } from './set-values.ts';
import { type Patterns, textValues } from './text-values.ts';

/** Fields of one type that a formula compares with each other, and all its comparisons that look at any of them. */
export interface Cluster {
  readonly fields: readonly Field[];
  readonly atoms: readonly Atom[];
}

/** Whatever an attachment field holds; the language has no word for it. */
const anAttachment = 'attachment';

/**
 * Values of the field, other than empty, such that the comparisons of the cluster cannot tell any assignment to its
 * fields from all assignments of these. Undefined for fields of users and groups: what they may hold is the world's to say.
 */
export function plainValues(field: Field, cluster: Cluster, today: number): Values<Content> | undefined {
  const literals = literalsOf(cluster.atoms);
  switch (field.type) {
    case 'number':
      return onLine(numbers(), literals, cluster);
    case 'date':
      return onLine(days(today), literals, cluster);
    case 'datetime':
      return onLine(instants(startOfDay(today)), literals, cluster);
    case 'text':
      return textValues(patternsOf(cluster.atoms), cluster.fields.length);
    case 'boolean':
      return { values: [true, false], complete: true };
    case 'choice':
      return { values: optionsOf(field, cluster, literals), complete: true };
    case 'choices':
      return setValues(field, cluster.atoms);
    case 'attachment':
    case undefined:
      return { values: [anAttachment], complete: true };
    case 'user':
    case 'group':
      return undefined;
  }
}

function onLine(line: Line, literals: readonly Literal[], cluster: Cluster): Values<number> {
  const constants = literals.filter((literal) => typeof literal === 'number');
  return lineValues(constants, line, cluster.fields.length);
}

/** Alone, the options that are named and one that is not; compared with others, all. */
function optionsOf(field: Field, cluster: Cluster, literals: readonly Literal[]): readonly string[] {
  if (cluster.fields.length > 1) return field.options;
  const unnamed = field.options.find((option) => !literals.includes(option));
  return field.options.filter((option) => option === unnamed || literals.includes(option));
}

function patternsOf(atoms: readonly Atom[]): Patterns {
  const named = (...operators: readonly Atom['test']['is'][]) => {
    const literals = literalsOf(atoms.filter((atom) => operators.includes(atom.test.is)));
    return literals.filter((literal) => typeof literal === 'string' && literal !== '') as string[];
  };
  return {
    equals: named('equals', 'one of'),
    starts: named('starts with'),
    ends: named('ends with'),
    contains: named('contains'),
  };
}
