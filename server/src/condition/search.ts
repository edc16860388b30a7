// The search for a record that meets a formula: field by field, over the contents that stand for all.
import { always, never } from '../model/formulas.ts';
import type { Atom, Content, Field, Formula, Junction } from '../model/symbols.ts';
import { allOf, anyOf, negate } from './build.ts';
import type { Contents } from './clusters.ts';
import type { View } from './evaluate.ts';
import { isComparison } from './facts.ts';
import { keyOf } from './key.ts';
import { atomsOf, fieldsOf } from './operands.ts';
import { substitute } from './substitute.ts';
import { type Demand, witness } from './witness.ts';

/** What was found: contents of some fields with which the formula holds whatever the others hold. */
export type Found = ReadonlyMap<Field, Content> | 'none' | 'unknown';

export interface Search {
  readonly contents: ReadonlyMap<Field, Contents>;
  readonly groupsOf: View['groupsOf'];
  /** How many more contents may be put into formulas; counts down. */
  left: number;
  /** Formulas that nothing meets, by their keys. */
  readonly hopeless: Set<string>;
}

/** `none` only where no contents of the search meet the formula and they stand for all. Negations are of comparisons only. */
export function find(formula: Formula, search: Search): Found {
  if (formula.op === 'true') return new Map();
  if (formula.op === 'false') return 'none';
  if (search.hopeless.has(keyOf(formula))) return 'none';
  const found = formula.op === 'or' ? findAny(formula, search) : findAll(formula, search);
  if (found === 'none') search.hopeless.add(keyOf(formula));
  return found;
}

function findAny({ parts }: Junction, search: Search): Found {
  let result: Found = 'none';
  for (const part of parts) {
    const found = find(part, search);
    if (typeof found === 'object') return found;
    if (found === 'unknown') result = found;
  }
  return result;
}

/** Parts that have no field in common are met one by one. */
function findAll(formula: Formula, search: Search): Found {
  const groups = formula.op === 'and' ? independent(formula.parts) : [[formula]];
  if (groups.length === 1) return branch(formula, search);
  let result: Map<Field, Content> | 'unknown' = new Map();
  for (const group of groups) {
    const found = find(allOf(group), search);
    if (found === 'none') return found;
    if (found === 'unknown') result = found;
    else if (result !== 'unknown') result = new Map([...result, ...found]);
  }
  return result;
}

function independent(parts: readonly Formula[]): Formula[][] {
  let groups: { readonly fields: ReadonlySet<Field>; readonly parts: Formula[] }[] = [];
  for (const part of parts) {
    const fields = new Set(atomsOf(part).flatMap(fieldsOf));
    const isNear = (group: { readonly fields: ReadonlySet<Field> }) =>
      [...fields].some((field) => group.fields.has(field));
    const near = groups.filter(isNear);
    const merged = {
      fields: new Set([...near.flatMap((group) => [...group.fields]), ...fields]),
      parts: [...near.flatMap((group) => group.parts), part],
    };
    groups = [...groups.filter((group) => !near.includes(group)), merged];
  }
  return groups.map((group) => group.parts);
}

/** Every content of one field in turn. Contents that leave the same to be met are tried once. */
function branch(formula: Formula, search: Search): Found {
  const field = decisive(formula);
  const candidates = field === undefined ? undefined : search.contents.get(field);
  if (field === undefined || candidates === undefined) return 'unknown';
  if (!candidates.complete && candidates.alone && (field.type === 'text' || field.type === 'choices'))
    return demand(formula, field, [], search);
  const rests = new Map<string, { readonly content: Content; readonly rest: Formula }>();
  for (const content of candidates.values) {
    if (search.left-- <= 0) return 'unknown';
    const rest = substitute(formula, known(field, content, search));
    if (rest.op === 'true') return new Map([[field, content]]);
    if (rest.op !== 'false' && !rests.has(keyOf(rest))) rests.set(keyOf(rest), { content, rest });
  }
  let result: Found = candidates.complete ? 'none' : 'unknown';
  for (const { content, rest } of rests.values()) {
    const found = find(rest, search);
    if (typeof found === 'object') return new Map([[field, content], ...found]);
    if (found === 'unknown') result = found;
  }
  return result;
}

/** Each comparison of the field to hold or not, as long as some content meets what is demanded so far. */
function demand(formula: Formula, field: Field, demands: readonly Demand[], search: Search): Found {
  if (search.left-- <= 0) return 'unknown';
  const content = witness(field, demands);
  if (content === undefined || formula.op === 'false') return 'none';
  const atom = atomsOf(formula).find((each) => each.field === field);
  if (atom === undefined) {
    const found = find(formula, search);
    return typeof found === 'object' ? new Map([[field, content], ...found]) : found;
  }
  let result: Found = 'none';
  for (const holds of [true, false]) {
    const rest = settled(formula, atom, holds);
    const found = demand(rest, field, [...demands, { atom, holds }], search);
    if (typeof found === 'object') return found;
    if (found === 'unknown') result = found;
  }
  return result;
}

/** The formula where a comparison holds, or does not. */
function settled(formula: Formula, atom: Atom, holds: boolean): Formula {
  switch (formula.op) {
    case 'not':
      return negate(settled(formula.part, atom, holds));
    case 'and':
      return allOf(formula.parts.map((part) => settled(part, atom, holds)));
    case 'or':
      return anyOf(formula.parts.map((part) => settled(part, atom, holds)));
    default:
      return keyOf(formula) === keyOf(atom) ? (holds ? always : never) : formula;
  }
}

function known(field: Field, content: Content, { groupsOf }: Search): View {
  return { value: (of) => (of === field ? content : undefined), actor: undefined, today: undefined, groupsOf };
}

/** The field that most comparisons look at, of those that must hold alone if there are any. */
function decisive(formula: Formula): Field | undefined {
  const parts = formula.op === 'and' ? formula.parts : [formula];
  const alone = parts.filter(isComparison).flatMap(atomsOf).flatMap(fieldsOf);
  const every = atomsOf(formula).flatMap(fieldsOf);
  const counts = new Map<Field, number>();
  for (const field of every) counts.set(field, (counts.get(field) ?? 0) + 1);
  let best: Field | undefined;
  for (const field of alone.length > 0 ? alone : every)
    if (best === undefined || (counts.get(field) ?? 0) > (counts.get(best) ?? 0)) best = field;
  return best;
}

/** The same formula with negations of comparisons only. */
export function pushedDown(formula: Formula, holds = true): Formula {
  switch (formula.op) {
    case 'not':
      return pushedDown(formula.part, !holds);
    case 'and':
    case 'or': {
      const parts = formula.parts.map((part) => pushedDown(part, holds));
      return (formula.op === 'and') === holds ? allOf(parts) : anyOf(parts);
    }
    default:
      return holds ? formula : negate(formula);
  }
}
