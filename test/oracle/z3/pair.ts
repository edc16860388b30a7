// Two conditions on the same records, and everything that decides what those records may be.
import type { Scene } from '../../../server/src/condition/evaluate.ts';
import type { World } from '../../../server/src/condition/solve.ts';
import type { Content, Field, Formula } from '../../../server/src/model/symbols.ts';

export interface Pair {
  readonly a: Formula;
  readonly b: Formula;
  readonly world: World;
  /** What the record holds for certain. */
  readonly known: ReadonlyMap<Field, Content>;
}

/** What is asked of a pair. */
export type QuestionName = 'satisfiable' | 'implies' | 'equal';

/**
 * The formula that some record meets: of `satisfiable` where the answer is yes, of `implies` and `equal` where it is no.
 */
export function soughtBy(name: QuestionName, { a, b }: Pair): Formula {
  const not = (part: Formula): Formula => ({ op: 'not', part });
  const and = (...parts: readonly Formula[]): Formula => ({ op: 'and', parts });
  switch (name) {
    case 'satisfiable':
      return and(a, b);
    case 'implies':
      return and(a, not(b));
    case 'equal':
      return { op: 'or', parts: [and(a, not(b)), and(b, not(a))] };
  }
}

export const questionNames: readonly QuestionName[] = ['satisfiable', 'implies', 'equal'];

/** The scene of a record of the pair's world. */
export function sceneOf({ world }: Pair, values: ReadonlyMap<Field, Content>): Scene {
  const { actor, today } = world;
  const groupsOf: Scene['groupsOf'] = (person) => (person === actor.self ? actor.groups : world.groupsOf(person));
  return { actor, today, value: (field) => values.get(field), groupsOf };
}
