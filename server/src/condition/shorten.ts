// Shorter formulas that mean the same, by what single fields and neighbouring parts say.
import { always, never } from '../model/formulas.ts';
import type { Field, Formula, Junction } from '../model/symbols.ts';
import { grouped } from '../text/grouped.ts';
import { allOf, anyOf, negate } from './build.ts';
import { cheaper } from './cheaper.ts';
import { type Domain, domainOf } from './domain.ts';
import { factored } from './factor.ts';
import { bothFacts, type Comparison, type Facts, isComparison, knownOf, placed, withFact } from './facts.ts';
import { implies } from './implies.ts';
import { keyOf } from './key.ts';
import { atomsOf } from './operands.ts';
import { tidy } from './tidy.ts';

/** Junctions of more comparisons than this are not searched for parts that imply each other. */
const mostCompared = 400;

/**
 * A formula that holds of the same records for every actor and day, in the same order, and costs no more. Each step makes
 * it cheaper, so the steps end, and what comes out of them cannot be shortened again. Comparisons keep their origins; one
 * that stands for several has the origin of the first.
 */
export function shorten(formula: Formula): Formula {
  let current = formula;
  for (;;) {
    const next = pass(current, { domains: domainsOf(current), known: new Map() });
    if (keyOf(next) === keyOf(current)) return current;
    current = next;
  }
}

function domainsOf(formula: Formula): ReadonlyMap<Field, Domain> {
  const atoms = grouped(atomsOf(formula), (atom) => atom.field);
  const domains = new Map<Field, Domain>();
  for (const [field, own] of atoms) {
    const domain = domainOf(field, own);
    if (domain !== undefined) domains.set(field, domain);
  }
  return domains;
}

function pass(formula: Formula, facts: Facts): Formula {
  if (isComparison(formula)) return passComparison(formula, facts);
  if (formula.op === 'not') return negate(pass(formula.part, facts));
  return formula.op === 'and' || formula.op === 'or' ? passJunction(formula, facts) : formula;
}

function passComparison(formula: Comparison, facts: Facts): Formula {
  const tidied = formula.op === 'atom' ? tidy(formula) : negate(tidy(formula.part));
  if (keyOf(tidied) !== keyOf(formula)) return tidied;
  const at = placed(formula, facts);
  if (at === undefined) return formula;
  const left = knownOf(facts, at.domain);
  if ((left & ~at.set) === 0n) return always;
  if ((left & at.set) === 0n) return never;
  return cheaper({ ...at, left }, [formula]) ?? formula;
}

function passJunction(formula: Junction, facts: Facts): Formula {
  const flat = join(formula.op, formula.parts);
  if (flat.op !== formula.op) return pass(flat, facts);
  const inContext = passParts(flat, facts);
  if (inContext.op !== formula.op) return inContext;
  return join(formula.op, factored(merged(absorbed(inContext, facts), formula.op, facts), formula.op));
}

function join(op: Junction['op'], parts: readonly Formula[]): Formula {
  return op === 'and' ? allOf(parts) : anyOf(parts);
}

/** Each part under what the others say: in `and` that they hold, in `or` that they do not. */
function passParts({ op, parts }: Junction, facts: Facts): Formula {
  const holds = op === 'and';
  const none: Facts = { ...facts, known: new Map() };
  const later = [none];
  for (const part of parts.slice(1).reverse()) later.push(withFact(later.at(-1) ?? none, part, holds));
  let before = facts;
  const passed = parts.map((part, i) => {
    const next = pass(part, bothFacts(before, later[parts.length - 1 - i] ?? none));
    before = withFact(before, next, holds);
    return next;
  });
  return join(op, passed);
}

/** Without the parts that another one makes superfluous; of two that say the same, the first stays. */
function absorbed({ op, parts }: Junction, facts: Facts): readonly Formula[] {
  if (atomsOf({ op, parts }).length > mostCompared) return parts;
  const kept = [...parts];
  for (let i = kept.length - 1; i >= 0; i--) {
    const part = kept[i];
    if (part === undefined) continue;
    const isAbsorbed = kept.some((other) => {
      if (other === part || (isComparison(other) && isComparison(part))) return false;
      return op === 'and' ? implies(other, part, facts) : implies(part, other, facts);
    });
    if (isAbsorbed) kept.splice(i, 1);
  }
  return kept;
}

/** Several comparisons of one field as one, where one can say it. It stands where the first of them stood. */
function merged(parts: readonly Formula[], op: Junction['op'], facts: Facts): readonly Formula[] {
  const groups = grouped(parts.filter(isComparison), (part) => placed(part, facts)?.domain);
  let result = parts;
  for (const [domain, group] of groups) {
    const [first, ...others] = group;
    if (domain === undefined || first === undefined || others.length === 0) continue;
    const sets = group.map((part) => placed(part, facts)?.set ?? 0n);
    const set = sets.reduce((all, one) => (op === 'and' ? all & one : all | one));
    const one = cheaper({ domain, left: knownOf(facts, domain), set }, [first, ...others]);
    if (one === undefined) continue;
    const replaced = new Set<Formula>(others);
    result = result.filter((part) => !replaced.has(part)).map((part) => (part === first ? one : part));
  }
  return result;
}
