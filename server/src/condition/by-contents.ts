// Whether a record meets a formula, by contents of all its fields: slower than the first try, and better where much hangs together.
import type { Formula } from '../model/symbols.ts';
import { contentsOf } from './clusters.ts';
import type { Scene } from './evaluate.ts';
import type { Holdable } from './people-values.ts';
import { relativeRange } from './relative.ts';
import { type Found, find, pushedDown } from './search.ts';
import { shorten } from './shorten.ts';
import { substitute } from './substitute.ts';

/** As `findQuickly`; `budget` is how many contents may be tried. */
export function findByContents(formula: Formula, scene: Scene, holdable: Holdable, budget: number): Found {
  const open = pushedDown(shorten(withDates(substitute(formula, scene), scene.today)));
  const contents = contentsOf(open, holdable, scene.today);
  return find(open, { contents, groupsOf: holdable.groupsOf, left: budget, hopeless: new Set() });
}

/** Ranges that move with the day as ranges of that day. */
function withDates(formula: Formula, today: number): Formula {
  switch (formula.op) {
    case 'not':
      return { op: 'not', part: withDates(formula.part, today) };
    case 'and':
    case 'or':
      return { op: formula.op, parts: formula.parts.map((part) => withDates(part, today)) };
    case 'atom': {
      const { test } = formula;
      return test.is === 'relative' ? { ...formula, test: relativeRange(formula, test, today) } : formula;
    }
    default:
      return formula;
  }
}
