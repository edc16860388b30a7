// Both sides of a text with `--- before` and `--- after`, as what a comparison works on.
import { runOf } from '../../../server/src/access/difference/difference.ts';
import { matchModels } from '../../../server/src/access/difference/match.ts';
import type { Run } from '../../../server/src/access/difference/run.ts';
import { touchedBy } from '../../../server/src/access/difference/touched.ts';
import type { Twins } from '../../../server/src/access/difference/twins.ts';
import type { Model } from '../../../server/src/model/model.ts';
import { sidesOf } from './compared.ts';

export interface Sides {
  readonly before: Model;
  readonly after: Model;
  /** Days since 1970-01-01 UTC. */
  readonly today: number;
}

export function modelsOf(text: string): Sides {
  const [before, after] = sidesOf(text);
  return { before: before.model, after: after.model, today: before.input.today };
}

export function twinsOf(text: string): Twins {
  const { before, after } = modelsOf(text);
  return matchModels(before, after);
}

/** What the comparison of a text has at hand. */
export function runFor(text: string): Run {
  const { before, after, today } = modelsOf(text);
  const twins = matchModels(before, after);
  return runOf(twins, touchedBy(twins, today), today);
}
