// Conditions made from others: the same in other words, a little wider or narrower, so that pairs of them have much to say.
import { atomsOf } from '../../../server/src/condition/operands.ts';
import type { Atom, AtomTest, Formula, Operand } from '../../../server/src/model/symbols.ts';
import { type Maker, randomAtom, randomFormula, randomTest } from './conditions.ts';

const not = (part: Formula): Formula => ({ op: 'not', part });

/** A condition to be compared with another one. */
export function relatedTo(formula: Formula, maker: Maker): Formula {
  const { random } = maker;
  const kind = random.below(10);
  if (kind < 3) return randomFormula(maker, 1 + random.below(5));
  let result = formula;
  if (kind < 8) for (let i = random.below(3); i >= 0; i--) result = changed(result, maker);
  if (kind > 4) result = rewritten(result, maker);
  return random.chance(0.15) ? not(result) : result;
}

/** One comparison of it, or its shape, changed. */
function changed(formula: Formula, maker: Maker): Formula {
  const { random } = maker;
  const atoms = atomsOf(formula);
  if (atoms.length === 0 || random.chance(0.25)) {
    const more = randomAtom(maker);
    return { op: random.pick(['and', 'or'] as const), parts: random.chance(0.5) ? [formula, more] : [more, formula] };
  }
  const chosen = random.below(atoms.length);
  let at = 0;
  const visit = (part: Formula): Formula => {
    if (part.op === 'atom') return at++ === chosen ? changedAtom(part, maker) : part;
    if (part.op === 'not') return not(visit(part.part));
    return part.op === 'and' || part.op === 'or' ? { op: part.op, parts: part.parts.map(visit) } : part;
  };
  return visit(formula);
}

function changedAtom(atom: Atom, maker: Maker): Formula {
  const { random } = maker;
  if (random.chance(0.2)) return not(atom);
  if (random.chance(0.15)) return { op: random.chance(0.5) ? 'true' : 'false' };
  return { ...atom, test: changedTest(atom, maker) };
}

/** The same test of another value, or another test. */
function changedTest(atom: Atom, maker: Maker): AtomTest {
  const { random } = maker;
  const { test } = atom;
  if (test.is === 'range' && random.chance(0.6)) {
    const end = random.chance(0.5) ? 'low' : 'high';
    const bound = test[end];
    if (bound !== undefined && random.chance(0.6)) return { ...test, [end]: { ...bound, open: !bound.open } };
    return { ...test, [end]: undefined };
  }
  if (test.is === 'relative' && random.chance(0.7)) return nearby(test, maker);
  if (test.is === 'one of' && test.values.length > 1 && random.chance(0.6))
    return { ...test, values: test.values.slice(1) };
  if ((test.is === 'contains' || test.is === 'starts with' || test.is === 'ends with') && random.chance(0.6))
    return { ...test, value: shortened(test.value) };
  return randomTest(maker, atom.field);
}

/** A range of nearly as many days in another unit. */
function nearby(test: Extract<AtomTest, { readonly is: 'relative' }>, { random }: Maker): AtomTest {
  const lengths = { days: 1, weeks: 7, months: 30.5, years: 365 } as const;
  const unit = random.pick(['days', 'weeks', 'months', 'years'] as const);
  const near = (test.count * lengths[test.unit]) / lengths[unit] + random.below(3) - 1;
  return { ...test, unit, count: Math.max(1, Math.round(near)) };
}

function shortened(operand: Operand): Operand {
  if (operand.kind !== 'literal' || typeof operand.value !== 'string') return operand;
  return { ...operand, value: [...operand.value].slice(0, -1).join('') || 'a' };
}

/** The same condition in other words. */
function rewritten(formula: Formula, maker: Maker): Formula {
  const { random } = maker;
  switch (formula.op) {
    case 'atom':
      return random.chance(0.5) ? spelled(formula) : formula;
    case 'not':
      return not(rewritten(formula.part, maker));
    case 'and':
    case 'or': {
      const parts = formula.parts.map((part) => rewritten(part, maker));
      if (random.chance(0.4)) parts.reverse();
      if (random.chance(0.3)) return not({ op: formula.op === 'and' ? 'or' : 'and', parts: parts.map(not) });
      return random.chance(0.4) ? distributed(formula.op, parts) : { op: formula.op, parts };
    }
    default:
      return formula;
  }
}

/** A list as its values, a range as its ends. */
function spelled(atom: Atom): Formula {
  const { test } = atom;
  const as = (of: AtomTest): Atom => ({ ...atom, test: of });
  switch (test.is) {
    case 'one of':
      return { op: 'or', parts: test.values.map((value) => as({ is: 'equals', value })) };
    case 'overlaps':
      return { op: 'or', parts: test.options.map((option) => as({ is: 'has', option })) };
    case 'range': {
      if (test.low === undefined || test.high === undefined) return not(not(atom));
      const low = as({ is: 'range', low: test.low, high: undefined });
      return { op: 'and', parts: [low, as({ is: 'range', low: undefined, high: test.high })] };
    }
    default:
      return not(not(atom));
  }
}

/** `A and (B or C)` as `A and B or A and C`, and the other way round. */
function distributed(op: 'and' | 'or', parts: readonly Formula[]): Formula {
  const inner = op === 'and' ? 'or' : 'and';
  const at = parts.findIndex((part) => part.op === inner);
  const junction = parts[at];
  if (junction === undefined || (junction.op !== 'and' && junction.op !== 'or')) return { op, parts };
  const others = parts.filter((_, i) => i !== at);
  return { op: inner, parts: junction.parts.map((part): Formula => ({ op, parts: [part, ...others] })) };
}
