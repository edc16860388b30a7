// The narrowest parts of conditions that no record meets, or every record.
import { at, type Origin } from '../model/origin.ts';
import type { Formula, ObjectSymbol } from '../model/symbols.ts';
import type { Comparison, Condition, Junction } from '../syntax/ast-condition.ts';
import { notesOn } from '../text/notes.ts';
import { areApart, isContingent } from './contingent.ts';
import type { Report, RuleContext, RulePiece } from './rule.ts';
import { isMet, isShaky, speaksOfActor, strangersTo, type Viewer, viewerOf } from './whoever.ts';
import { askedInWords, conditionsIn, conditionsOfQuestions, type WrittenCondition } from './written-conditions.ts';

export interface ConstantPart {
  readonly origin: Origin;
  readonly met: 'never' | 'always';
  /** For whom, in words; undefined where that makes no difference. */
  readonly whom: string | undefined;
  readonly written: WrittenCondition;
}

const ofObjects = notesOn<RuleContext, Map<ObjectSymbol, readonly ConstantPart[]>>();

/** Of every condition that stands in the object; never both a part and what it makes constant. */
export function constantParts(context: RuleContext, object: ObjectSymbol): readonly ConstantPart[] {
  const all = ofObjects.get(context) ?? new Map<ObjectSymbol, readonly ConstantPart[]>();
  ofObjects.set(context, all);
  const found = all.get(object) ?? conditionsIn(object).flatMap((written) => partsIn(context, written));
  all.set(object, found);
  return found;
}

/** Of every condition that a question asks with, likewise, each for itself: it is known as long as the question stands. */
export function constantQuestions(
  context: RuleContext,
  report: (context: RuleContext, part: ConstantPart) => readonly Report[],
): RulePiece[] {
  return conditionsOfQuestions(context.model).map((written) => ({
    of: written.by,
    seen: strangersTo(context.model, [written.formula]),
    check: () => partsOf(context, written).flatMap((part) => report(context, part)),
  }));
}

const ofQuestions = notesOn<RuleContext, Map<WrittenCondition, readonly ConstantPart[]>>();

/** More than one rule asks. */
function partsOf(context: RuleContext, written: WrittenCondition): readonly ConstantPart[] {
  const all = ofQuestions.get(context) ?? new Map<WrittenCondition, readonly ConstantPart[]>();
  ofQuestions.set(context, all);
  const found = all.get(written) ?? partsIn(context, written);
  all.set(written, found);
  return found;
}

function partsIn(context: RuleContext, written: WrittenCondition): readonly ConstantPart[] {
  if (isShaky(written.formula)) return [];
  const search: Search = { written, viewers: viewersOf(context, written), found: [] };
  weigh(written.condition, written.formula, search);
  return search.found;
}

/** One is enough where who acts makes no difference. */
function viewersOf({ model, today }: RuleContext, { asked, formula }: WrittenCondition): readonly Viewer[] {
  const each = speaksOfActor(formula) ? asked : asked.slice(0, 1);
  return each.map((whoever) => viewerOf(model, whoever, today));
}

interface Search {
  readonly written: WrittenCondition;
  readonly viewers: readonly Viewer[];
  readonly found: ConstantPart[];
}

type Met = ConstantPart['met'] | 'by some';

const opposite = { never: 'always', always: 'never', 'by some': 'by some' } as const;

/** What a condition comes to by itself, with what makes it so added to what was found. */
function weigh(condition: Condition | undefined, formula: Formula, search: Search): Met {
  switch (condition?.kind) {
    case 'parenthesis':
      return weigh(condition.part, formula, search);
    case 'not':
      return formula.op === 'not' ? opposite[weigh(condition.part, formula.part, search)] : 'by some';
    case 'comparison':
      return weighComparison(condition, formula, search);
    case 'and':
    case 'or':
      return formula.op === condition.kind ? weighJunction(condition, formula.parts, search) : 'by some';
    case undefined:
      return 'by some';
  }
}

function weighComparison(comparison: Comparison, formula: Formula, search: Search): Met {
  const atom = formula.op === 'not' ? formula.part : formula;
  if (atom.op !== 'atom' || search.viewers.some((viewer) => isContingent(atom, viewer))) return 'by some';
  const met = isNever([formula], search)
    ? 'never'
    : isNever([{ op: 'not', part: formula }], search)
      ? 'always'
      : 'by some';
  if (met !== 'by some') report([{ condition: comparison, formula }], met, search);
  return met;
}

interface Part {
  readonly condition: Condition;
  readonly formula: Formula;
}

function weighJunction(junction: Junction, formulas: readonly Formula[], search: Search): Met {
  const [decisive, neutral] = junction.kind === 'and' ? (['never', 'always'] as const) : (['always', 'never'] as const);
  const parts = junction.parts.flatMap((condition, i) => {
    const formula = formulas[i];
    return formula === undefined ? [] : [{ condition, formula, met: weigh(condition, formula, search) }];
  });
  if (parts.some(({ met }) => met === decisive)) return decisive;
  const open = parts.filter(({ met }) => met === 'by some');
  if (open.length === 0) return neutral;
  const decides = (some: readonly Part[]) =>
    isNever(
      some.map(({ formula }): Formula => (decisive === 'never' ? formula : { op: 'not', part: formula })),
      search,
    );
  if (areApart(open.map(({ formula }) => formula)) || !decides(open)) return 'by some';
  report(narrowest(open, decides), decisive, search);
  return decisive;
}

/** The fewest neighbours that decide it alone. */
function narrowest(parts: readonly Part[], decides: (some: readonly Part[]) => boolean): readonly Part[] {
  for (let length = 2; length < parts.length; length++)
    for (let start = 0; start + length <= parts.length; start++) {
      const some = parts.slice(start, start + length);
      if (decides(some)) return some;
    }
  return parts;
}

/** True where nobody whom the condition is asked for has a record that meets all parts; false also where that is not found out. */
function isNever(parts: readonly Formula[], { viewers }: Search): boolean {
  return viewers.length > 0 && viewers.every((viewer) => isMet({ op: 'and', parts }, viewer) === 'no');
}

function report(parts: readonly Part[], met: ConstantPart['met'], { written, found }: Search): void {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return;
  const span = { start: first.condition.span.start, end: last.condition.span.end };
  const whom = parts.some(({ formula }) => speaksOfActor(formula)) ? askedInWords(written) : undefined;
  found.push({ origin: at(written.origin, span), met, whom, written });
}
