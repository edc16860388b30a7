// Whether a condition holds of a record, as far as the record is known.
import type {
  Atom,
  AtomTest,
  Bound,
  Content,
  Field,
  Formula,
  Group,
  Operand,
  ServiceAccount,
  User,
} from '../model/symbols.ts';
import type { Actor } from './actor.ts';
import { type RangeTest, relativeRange } from './relative.ts';
import { every, opposite, some, type Truth, truthOf } from './truth.ts';

/** What a condition is asked of. A field's value is `null` where it is empty, undefined where it is unknown. */
export interface Scene {
  value(field: Field): Content | undefined;
  readonly actor: Actor;
  /** The evaluation date, as days since 1970-01-01. */
  readonly today: number;
  groupsOf(person: User | ServiceAccount): ReadonlySet<Group>;
}

/** A scene of which more may be unknown than fields. */
export interface View {
  value(field: Field): Content | undefined;
  readonly actor: Actor | undefined;
  readonly today: number | undefined;
  groupsOf(person: User | ServiceAccount): ReadonlySet<Group> | undefined;
}

/**
 * Whether a formula holds. What is unknown makes the whole unknown only where the rest does not decide it, part by part:
 * `A or not A` of an unknown `A` is unknown here (the solver knows better).
 */
export function evaluate(formula: Formula, scene: View): Truth {
  switch (formula.op) {
    case 'true':
    case 'false':
      return formula.op;
    case 'and':
      return every(formula.parts, (part) => evaluate(part, scene));
    case 'or':
      return some(formula.parts, (part) => evaluate(part, scene));
    case 'not':
      return opposite(evaluate(formula.part, scene));
    case 'atom':
      return evaluateAtom(formula, scene);
  }
}

/** The empty text and the empty set of options are empty. */
export function isEmpty(content: Content): boolean {
  return content === null || content === '' || (content instanceof Set && content.size === 0);
}

/** Whether one comparison holds: never, but for `is empty`, where a side of it is empty. */
export function evaluateAtom(atom: Atom, scene: View): Truth {
  const held = scene.value(atom.field);
  const { test } = atom;
  if (test.is === 'empty') return held === undefined ? 'unknown' : truthOf(isEmpty(held));
  if (held !== undefined && isEmpty(held)) return 'false';
  switch (test.is) {
    case 'equals':
      return equalTo(atom, test.value, scene);
    case 'one of':
      return amongst(atom, test.values, scene);
    case 'range':
      return inRange(atom, test, scene);
    case 'relative':
      if (scene.today === undefined) return 'unknown';
      return inRange(atom, relativeRange(atom, test, scene.today), scene);
    case 'contains':
    case 'starts with':
    case 'ends with':
      return matches(test.is, held, operandValue(test.value, scene));
    default:
      return held === undefined ? unheld(test, scene) : holds(test, held, scene);
  }
}

/** What an operand comes to; undefined where that is unknown, `null` where the actor lacks the attribute. */
export function operandValue(operand: Operand, scene: View): Content | undefined {
  if (operand.kind === 'literal') return operand.value;
  if (operand.kind === 'field') return scene.value(operand.field);
  if (scene.actor === undefined) return undefined;
  return operand.kind === 'current user' ? scene.actor.self : (scene.actor.attributes.get(operand.name) ?? null);
}

function amongst(atom: Atom, values: readonly Operand[], scene: View): Truth {
  let any: Truth = 'false';
  for (const value of values) {
    const truth = equalTo(atom, value, scene);
    if (truth === 'true') return truth;
    if (truth === 'unknown') any = truth;
  }
  return any;
}

/** Of a field that is not empty. */
function equalTo(atom: Atom, operand: Operand, scene: View): Truth {
  const held = scene.value(atom.field);
  const value = operandValue(operand, scene);
  if (value !== undefined && isEmpty(value)) return 'false';
  if (held === undefined) return isNeverHeld(value) ? 'false' : 'unknown';
  return value === undefined ? 'unknown' : truthOf(held === value);
}

/** No group field holds a system group. */
function isNeverHeld(value: Content | undefined): boolean {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return value.kind === 'group' && value.system !== undefined;
}

function inRange(atom: Atom, test: RangeTest, scene: View): Truth {
  const held = scene.value(atom.field);
  if (held === undefined && isVoid(test, scene)) return 'false';
  const above = test.low === undefined ? 'true' : keepsBound(atom, test.low, true, scene);
  if (above === 'false') return above;
  const below = test.high === undefined ? 'true' : keepsBound(atom, test.high, false, scene);
  if (below === 'false') return below;
  return held === undefined || above === 'unknown' ? 'unknown' : below;
}

/** On which side of one bound the field is. A field against itself is on the bound, whatever it holds. */
function keepsBound(atom: Atom, bound: Bound, low: boolean, scene: View): Truth {
  const held = scene.value(atom.field);
  const value = operandValue(bound.value, scene);
  if (value !== undefined && isEmpty(value)) return 'false';
  if (bound.open && bound.value.kind === 'field' && bound.value.field === atom.field) return 'false';
  if (held === undefined || value === undefined) return 'unknown';
  if (typeof held !== 'number' || typeof value !== 'number') return 'false';
  if (held === value) return truthOf(!bound.open);
  return truthOf(low ? held > value : held < value);
}

/** True where the bounds leave nothing between them. */
function isVoid(test: RangeTest, scene: View): boolean {
  if (test.low === undefined || test.high === undefined) return false;
  const low = operandValue(test.low.value, scene);
  const high = operandValue(test.high.value, scene);
  if (typeof low !== 'number' || typeof high !== 'number') return false;
  return low > high || (low === high && (test.low.open || test.high.open));
}

type TextOperator = 'contains' | 'starts with' | 'ends with';

function matches(operator: TextOperator, held: Content | undefined, part: Content | undefined): Truth {
  if (part !== undefined && isEmpty(part)) return 'false';
  if (held === undefined || part === undefined) return 'unknown';
  if (typeof held !== 'string' || typeof part !== 'string') return 'false';
  if (operator === 'contains') return truthOf(held.includes(part));
  return truthOf(operator === 'starts with' ? held.startsWith(part) : held.endsWith(part));
}

type SetTest = Extract<AtomTest, { readonly is: 'has' | 'overlaps' | 'in group' | 'contains current user' }>;

/** What can be said of a field that is unknown. */
function unheld(test: SetTest, scene: View): Truth {
  if (test.is === 'overlaps') return test.options.length === 0 ? 'false' : 'unknown';
  if (test.is !== 'contains current user' || scene.actor === undefined) return 'unknown';
  for (const group of scene.actor.groups) if (group.system === undefined) return 'unknown';
  return 'false';
}

/** Groups hold users only. */
function holds(test: SetTest, held: Content, scene: View): Truth {
  if (test.is === 'has') return truthOf(held instanceof Set && held.has(test.option));
  if (test.is === 'overlaps') return truthOf(held instanceof Set && test.options.some((option) => held.has(option)));
  if (typeof held !== 'object' || held === null || held instanceof Set || !('kind' in held)) return 'false';
  if (test.is === 'in group') {
    if (held.kind !== 'user') return 'false';
    const groups = held === scene.actor?.self ? scene.actor.groups : scene.groupsOf(held);
    return groups === undefined ? 'unknown' : truthOf(groups.has(test.group));
  }
  if (held.kind !== 'group') return 'false';
  return scene.actor === undefined ? 'unknown' : truthOf(scene.actor.groups.has(held));
}
