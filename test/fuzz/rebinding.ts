// Models of states that follow one another: each has the shape of the one that is bound from nothing.
import { strict as assert } from 'node:assert';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { ProjectInput, Snapshot } from '../../server/src/project/types.ts';
import { type CorpusProject, pickFile, withText } from './corpus.ts';
import { modelText } from './model-text.ts';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';
import type { Target } from './target.ts';

function textOf(snapshot: Snapshot): string[] {
  const paths = [...snapshot.input.files.keys()].sort();
  return modelText(
    snapshot.model,
    paths.flatMap((path) => {
      const source = snapshot.source(path);
      return source === undefined ? [] : [[path, source] as const];
    }),
  );
}

/** Now and then what stood there before: a writer takes back what went wrong. */
function next(input: ProjectInput, before: ProjectInput, random: Random): ProjectInput {
  if (random.chance(0.25)) return before;
  const { path, text } = pickFile(input, random);
  return withText(input, path, mutate(text, random));
}

function round(random: Random, corpus: readonly CorpusProject[]): void {
  const { input: original } = random.pick(corpus);
  let [before, input] = [original, original];
  let warm = createSnapshot(input);
  textOf(warm);
  for (let step = 0; step < 6; step++) {
    [before, input] = [input, next(input, before, random)];
    warm = createSnapshot(input, warm);
    // Not each state is asked for its model.
    if (random.chance(0.2)) continue;
    assert.deepEqual(textOf(warm), textOf(createSnapshot(input)), 'the model of a warm and a cold snapshot');
  }
}

export const rebinding: Target = { name: 'rebinding', weight: 3, round };
