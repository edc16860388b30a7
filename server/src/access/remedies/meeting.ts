// What the record that was asked about would have to hold for a condition to hold: the fewest fields changed.
import { isStranger } from '../../condition/actor.ts';
import { allOf, anyOf } from '../../condition/build.ts';
import { evaluate, type Scene } from '../../condition/evaluate.ts';
import { atomsOf, fieldsOf } from '../../condition/operands.ts';
import { satisfy, type World } from '../../condition/solve.ts';
import { substitute } from '../../condition/substitute.ts';
import type { Content, Field, Formula } from '../../model/symbols.ts';
import { sceneOf } from '../question-scope.ts';
import type { Candidate, Gap } from './gap.ts';
import { worldIn } from './view.ts';

/** More fields than that are another record. */
const maxChanged = 3;
/** Of so many fields of a condition sets are tried; the others stay as they are. */
const maxFields = 8;
const maxTargets = 12;
const budget = 1000;

interface Target {
  readonly formula: Formula;
  readonly held: boolean;
}

/** What the record would hold, and whether what is asked for is held then, not only the record in sight. */
interface Meeting {
  readonly values: ReadonlyMap<Field, Content>;
  readonly held: boolean;
}

/** Only of a record that was asked about, and one change for each way in which it would be in sight. */
export function conditionChanges(gap: Gap): Candidate[] {
  const { place } = gap.asked;
  if (place.kind !== 'object' || !place.given) return [];
  const { view, scope } = gap;
  const scene = sceneOf(scope);
  const found = targetsOf(gap).flatMap(({ formula, held }): Meeting[] => {
    const values = valuesFor(formula, scene, { ...worldIn(view, scope, formula), budget });
    return values === undefined ? [] : [{ values, held }];
  });
  const isNeeded = (each: Meeting, i: number) =>
    !found.some((other, j) => isEnough(other, each) && (j < i || !isEnough(each, other)));
  return found.filter(isNeeded).map(({ values, held }) => {
    const change = { kind: 'meet-condition', facts: place.facts, values } as const;
    return { change, gives: [...(held ? gap.permissions : []), 'sight'] };
  });
}

/** Whether the one does all that the other does, and changes nothing else. */
function isEnough({ values, held }: Meeting, other: Meeting): boolean {
  return (held || !other.held) && [...values].every(([field, content]) => isSame(content, other.values.get(field)));
}

function isSame(content: Content, other: Content | undefined): boolean {
  if (!(content instanceof Set && other instanceof Set)) return content === other;
  return content.size === other.size && [...content].every((option) => other.has(option));
}

/** A way to see the record together with the ways to hold what is asked for, which a field may decide, or without them. */
function targetsOf({ ways, sights, permissions, sight }: Gap): Target[] {
  const held = allOf(
    permissions.map((permission) => anyOf(ways.filter((way) => way.permission === permission).map(({ when }) => when))),
  );
  if (!sight) return [{ formula: held, held: true }];
  const targets = [...new Set(sights.map(({ when }) => when))].flatMap((when): Target[] => {
    const both = { formula: allOf([held, when]), held: true };
    return held.op === 'true' ? [both] : [both, { formula: when, held: false }];
  });
  return targets.slice(0, maxTargets);
}

/** Undefined where there are none, or none that few changes would bring. */
function valuesFor(formula: Formula, scene: Scene, world: World): ReadonlyMap<Field, Content> | undefined {
  const fields = [...new Set(atomsOf(formula).flatMap(fieldsOf))].slice(0, maxFields);
  const known = fields.filter((field) => scene.value(field) !== undefined);
  for (let count = 0; count <= Math.min(maxChanged, known.length); count++)
    for (const changed of subsets(known, count)) {
      const open: Scene = { ...scene, value: (field) => (changed.includes(field) ? undefined : scene.value(field)) };
      const rest = substitute(formula, open);
      if (rest.op === 'false') continue;
      const found = satisfy(rest, world);
      const values = found.kind === 'yes' ? tidied(formula, scene, found.record) : undefined;
      if (values !== undefined && values.size <= maxChanged) return values;
    }
  return undefined;
}

function subsets<T>(items: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, i) => subsets(items.slice(i + 1), count - 1).map((rest) => [item, ...rest]));
}

/** Without what is not needed, and without people whom nobody can write down; undefined where it takes such people. */
function tidied(
  formula: Formula,
  scene: Scene,
  found: ReadonlyMap<Field, Content>,
): ReadonlyMap<Field, Content> | undefined {
  const values = new Map(found);
  const holds = () =>
    evaluate(formula, {
      ...scene,
      value: (field) => (values.has(field) ? values.get(field) : scene.value(field)),
    }) === 'true';
  for (const [field, content] of found) {
    values.delete(field);
    if (!holds()) values.set(field, content);
  }
  for (const [field, content] of values) {
    if (!isNobody(content)) continue;
    // Whoever asks was tried before anybody who has no name.
    values.set(field, null);
  }
  return holds() ? values : undefined;
}

function isNobody(content: Content): boolean {
  return (
    typeof content === 'object' &&
    content !== null &&
    'kind' in content &&
    content.kind === 'user' &&
    isStranger(content)
  );
}
