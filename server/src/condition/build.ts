// Formulas made of formulas, with what is evident left out: constants, doubled parts, nesting.
import { always, never } from '../model/formulas.ts';
import type { Formula } from '../model/symbols.ts';
import { keyOf } from './key.ts';

/** The parts of a junction whose own junctions of the same kind are opened up, each once, in order. */
function flatParts(op: 'and' | 'or', parts: readonly Formula[]): Formula[] {
  const flat = new Map<string, Formula>();
  const add = (part: Formula): void => {
    if (part.op === op) part.parts.forEach(add);
    else if (!flat.has(keyOf(part))) flat.set(keyOf(part), part);
  };
  parts.forEach(add);
  return [...flat.values()];
}

function junction(op: 'and' | 'or', parts: readonly Formula[]): Formula {
  const [neutral, decisive] = op === 'and' ? [always, never] : [never, always];
  const flat = flatParts(op, parts).filter((part) => part.op !== neutral.op);
  if (flat.some((part) => part.op === decisive.op)) return decisive;
  const keys = new Set(flat.map(keyOf));
  if (flat.some((part) => part.op === 'not' && keys.has(keyOf(part.part)))) return decisive;
  return flat.length === 1 ? (flat[0] ?? neutral) : flat.length === 0 ? neutral : { op, parts: flat };
}

/** All of them: `true` of none. */
export function allOf(parts: readonly Formula[]): Formula {
  return junction('and', parts);
}

/** Any of them: `false` of none. */
export function anyOf(parts: readonly Formula[]): Formula {
  return junction('or', parts);
}

export function negate(formula: Formula): Formula {
  if (formula.op === 'true') return never;
  if (formula.op === 'false') return always;
  return formula.op === 'not' ? formula.part : { op: 'not', part: formula };
}
