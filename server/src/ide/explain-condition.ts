// A condition as a tree: each of its comparisons with whether it holds, and what the record says where that decides.
import { contentText } from '../access/counterexample.ts';
import { evaluate, type Scene } from '../condition/evaluate.ts';
import { printFormula } from '../condition/print.ts';
import type { Atom, Formula } from '../model/symbols.ts';
import { type Explanation, judged, type State } from './explain-tree.ts';
import { type Phrase, phrase, words } from './phrase.ts';

const stateWords: Readonly<Record<State, string>> = { true: 'true', false: 'false', unknown: 'unknown' };

/** Takes a condition and what it is asked of; gives its lines, one for a single comparison. */
export function explainCondition(formula: Formula, scene: Scene): readonly Explanation[] {
  if (formula.op === 'true') return [];
  return [explainPart(formula, scene)];
}

function explainPart(formula: Formula, scene: Scene): Explanation {
  const state = evaluate(formula, scene);
  const atom = atomOf(formula);
  if (atom !== undefined)
    return judged(state, [...said(state, phrase`${printFormula(formula)}`), ...heldText(atom, scene)], {
      written: atom.origin,
    });
  switch (formula.op) {
    case 'and':
    case 'or': {
      const what = words(formula.op === 'and' ? 'all of these' : 'at least one of these');
      return judged(state, said(state, what), {
        children: formula.parts.map((part) => explainPart(part, scene)),
        join: formula.op === 'and' ? 'all' : 'any',
      });
    }
    case 'not':
      return judged(state, said(state, words('not this')), { children: [explainPart(formula.part, scene)] });
    default:
      return judged(state, words(state === 'true' ? 'always' : 'never'));
  }
}

function said(state: State, what: Phrase): Phrase {
  return [`${stateWords[state]}: `, ...what];
}

/** A comparison or its negation is one line. */
function atomOf(formula: Formula): Atom | undefined {
  if (formula.op === 'atom') return formula;
  return formula.op === 'not' && formula.part.op === 'atom' ? formula.part : undefined;
}

function heldText({ field }: Atom, scene: Scene): Phrase {
  const held = scene.value(field);
  if (held === undefined) return phrase` (${field.name} is not said)`;
  return phrase` (${field.name} is ${contentText(field, held)})`;
}
