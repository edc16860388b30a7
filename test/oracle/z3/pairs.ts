// Pairs of random conditions; a pair is the same again for the same seed and number.
import type { Content, Field } from '../../../server/src/model/symbols.ts';
import { randomOf } from '../../fuzz/random.ts';
import { type Maker, randomContent, randomFields, randomFormula } from './conditions.ts';
import { randomWorld } from './ground.ts';
import { relatedTo } from './mutate.ts';
import type { Pair } from './pair.ts';

export function randomPair(seed: string, index: number): Pair {
  const random = randomOf(seed, index);
  const given = random.chance(0.25);
  const world = randomWorld(random, given);
  const maker: Maker = { random, fields: randomFields(random), today: world.today };
  const a = randomFormula(maker, 1 + random.below(6));
  const b = relatedTo(a, maker);
  const known = new Map<Field, Content>();
  if (given) for (const field of maker.fields) if (random.chance(0.5)) known.set(field, randomContent(random, field));
  return { a, b, world, known };
}
