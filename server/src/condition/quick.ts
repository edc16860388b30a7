// A first try at whether a record meets a formula, comparison by comparison: it decides nearly all, and quickly.
import type { Atom, Content, Field, Formula } from '../model/symbols.ts';
import { allOf, negate } from './build.ts';
import { contentsOf } from './clusters.ts';
import { fieldsOf } from './operands.ts';
import type { Holdable } from './people-values.ts';
import { type Found, find } from './search.ts';
import { type Demanded, type Mark, type Marks, marksOf, type Slot } from './marks.ts';
import { witness } from './witness.ts';

/** More branches than this are given up: the search by contents shares its work between them. */
const mostBranches = 300;
/** And more conjunctions than this of comparisons between fields. */
const mostConjunctions = 20;

/** Something that is still to hold, or not to, and what else is. */
interface Goal {
  readonly formula: Formula;
  readonly holds: boolean;
  readonly next: Goal | undefined;
}

/** A comparison that was made to hold or not to, and what was left to its field before. */
interface Step {
  readonly mark: Exclude<Mark, boolean>;
  readonly holds: boolean;
  readonly before: number;
}

interface Try {
  readonly marks: Marks;
  readonly holdable: Holdable;
  readonly today: number;
  readonly trail: Step[];
  branches: number;
  conjunctions: number;
}
