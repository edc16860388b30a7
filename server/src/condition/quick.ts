// A first try at whether a record meets a formula, comparison by comparison: it decides nearly all, and quickly.
import type { Atom, Content, Field, Formula } from '../model/symbols.ts';
import { assign, type Budget } from './assign.ts';
import { contentsOf } from './clusters.ts';
import type { Scene } from './evaluate.ts';
import { type CrossingMark, type DemandMark, type Marks, marksOf, type PointMark } from './marks.ts';
import { fieldsOf } from './operands.ts';
import type { Holdable } from './people-values.ts';
import type { Found } from './search.ts';
import { example, witness } from './witness.ts';

/** More branches than this are given up: the search by contents shares work between them, this one does not. */
const mostBranches = 300;

/** Something that is to hold, or not to, and what else is. */
interface Goal {
  readonly formula: Formula;
  readonly holds: boolean;
  readonly next: Goal | undefined;
}

/** A comparison that was made to hold or not to, and what was left to its field before. */
interface Step {
  readonly mark: PointMark | DemandMark | CrossingMark;
  readonly holds: boolean;
  readonly before: number;
}

/** Fields and comparisons made ready for questions about them. */
export interface Ready {
  readonly scene: Scene;
  readonly holdable: Holdable;
  readonly marks: Marks;
}

interface Try extends Ready {
  /** What the branch at hand says, first first. */
  readonly trail: Step[];
  /** Contents of fields that are compared with each other. */
  readonly budget: Budget;
  branches: number;
}

/** Undefined where a field has too many contents. */
export function readyFor(formula: Formula, scene: Scene, holdable: Holdable): Ready | undefined {
  const marks = marksOf(formula, scene, holdable);
  return marks === undefined ? undefined : { scene, holdable, marks };
}

/**
 * Contents with which the formula holds whatever other fields hold; `none` where nothing meets it, `unknown` where that
 * takes more than a few hundred branches, or more than `contents` to be tried. Comparisons that this is not ready for are
 * weighed too, more slowly.
 *
 * A branch says of comparisons whether they hold, and so makes the formula hold. Comparisons of one field can all come
 * out so where some content of those that stand for all does it. Fields that are compared with each other are weighed
 * together once all is said of them.
 */
export function findReady(formula: Formula, ready: Ready, contents: number): Found {
  const tried: Try = { ...ready, trail: [], budget: { left: contents }, branches: Math.min(mostBranches, contents) };
  const found = meet({ formula, holds: true, next: undefined }, undefined, tried);
  back(tried.trail, 0);
  return found;
}

/** As `findReady`, for one question. */
export function findQuickly(formula: Formula, scene: Scene, holdable: Holdable, contents: number): Found {
  const ready = readyFor(formula, scene, holdable);
  return ready === undefined ? 'unknown' : findReady(formula, ready, contents);
}

/** `later` are the ones of which one part is enough. */
function meet(first: Goal | undefined, choices: Goal | undefined, tried: Try): Found {
  let later = choices;
  for (let goal = first; goal !== undefined; ) {
    const { formula, holds } = goal;
    goal = goal.next;
    switch (formula.op) {
      case 'true':
      case 'false':
        if ((formula.op === 'true') !== holds) return 'none';
        break;
      case 'not':
        goal = { formula: formula.part, holds: !holds, next: goal };
        break;
      case 'atom':
        if (!take(formula, holds, tried)) return 'none';
        break;
      default:
        if ((formula.op === 'and') !== holds) later = { formula, holds, next: later };
        else for (const part of formula.parts.toReversed()) goal = { formula: part, holds, next: goal };
    }
  }
  return later === undefined ? witnesses(tried) : choose(later, tried);
}

/** One part after the other of the choice that was put off last. */
function choose({ formula, holds, next }: Goal, tried: Try): Found {
  const parts = formula.op === 'and' || formula.op === 'or' ? formula.parts : [];
  if (parts.some((part) => isMet(part, holds, tried.marks))) return meet(undefined, next, tried);
  let result: Found = 'none';
  const from = tried.trail.length;
  for (const part of parts) {
    if (isMet(part, !holds, tried.marks)) continue;
    if (tried.branches-- <= 0) return 'unknown';
    const found = meet({ formula: part, holds, next: undefined }, next, tried);
    if (typeof found === 'object') return found;
    if (found === 'unknown') result = found;
    back(tried.trail, from);
  }
  return result;
}

/** Whether what is said so far of a comparison's field leaves only this. */
function isMet(formula: Formula, holds: boolean, marks: Marks): boolean {
  if (formula.op === 'not') return isMet(formula.part, !holds, marks);
  if (formula.op !== 'atom') return formula.op === (holds ? 'true' : 'false');
  const mark = marks.of(formula);
  if (typeof mark === 'boolean') return mark === holds;
  return mark.kind === 'points' && (mark.slot.left & (holds ? ~mark.points : mark.points)) === 0;
}

/** False where no content of the field is left. */
function take(atom: Atom, holds: boolean, { marks, trail }: Try): boolean {
  const mark = marks.of(atom);
  if (typeof mark === 'boolean') return mark === holds;
  trail.push({ mark, holds, before: mark.kind === 'points' ? mark.slot.left : 0 });
  switch (mark.kind) {
    case 'points':
      mark.slot.left &= holds ? mark.points : ~mark.points;
      return mark.slot.left !== 0;
    case 'demand':
      mark.slot.demands?.push({ atom: mark.atom, holds });
      return witness(mark.slot.field, mark.slot.demands ?? []) !== undefined;
    case 'crossing':
      return true;
  }
}

function back(trail: Step[], to: number): void {
  while (trail.length > to) {
    const { mark, before } = trail.pop() ?? {};
    if (mark?.kind === 'points') mark.slot.left = before ?? 0;
    else if (mark?.kind === 'demand') mark.slot.demands?.pop();
  }
}

/** What the fields of a branch may hold: of those that are compared with each other what the search finds. */
function witnesses({ trail, scene, holdable, budget }: Try): Found {
  const crossed = new Set(trail.flatMap(({ mark }) => (mark.kind === 'crossing' ? fieldsOf(mark.atom) : [])));
  const record = new Map<Field, Content>();
  for (const { mark } of trail) {
    if (mark.kind === 'crossing' || crossed.has(mark.slot.field)) continue;
    const { field, demands, contents, left } = mark.slot;
    record.set(
      field,
      (demands === undefined ? contents[31 - Math.clz32(left & -left)] : example(field, demands)) ?? null,
    );
  }
  if (crossed.size === 0) return record;
  const demands = trail.flatMap(({ mark, holds }) =>
    crossed.has(mark.atom.field) ? [{ atom: mark.atom, holds }] : [],
  );
  const contents = contentsOf({ op: 'and', parts: demands.map(({ atom }) => atom) }, holdable, scene.today);
  const found = assign(demands, contents, holdable.groupsOf, budget);
  return typeof found === 'object' ? new Map([...record, ...found]) : found;
}
