// All that is derived from a project's texts, as text: carried over and made from nothing it has to be the same.
import { strict as assert } from 'node:assert';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { answerTexts, findingTexts, outcomeTexts } from '../fuzz/facts.ts';
import { modelText } from '../fuzz/model-text.ts';

/** All that a state says, each kind of it as lines. */
export function everything(snapshot: Snapshot): readonly (readonly string[])[] {
  const sources = [...snapshot.input.files.keys()].flatMap((file) => {
    const source = snapshot.source(file);
    return source === undefined ? [] : [[file, source] as const];
  });
  const { fixes } = {
    fixes: snapshot.findings.map((each) =>
      snapshot
        .fixesOf(each)
        .map(({ title }) => title)
        .join(),
    ),
  };
  const { accessIndex } = snapshot;
  const who = [...snapshot.model.users.values()].map(({ name }) => `${accessIndex.people.numbers.get(name)} ${name}`);
  const facts = [findingTexts(snapshot), fixes, answerTexts(snapshot), outcomeTexts(snapshot), who];
  return [...facts, modelText(snapshot.model, sources)];
}

/** Throws where a state that was carried over says otherwise than one that is made from nothing. */
export function isAsFromNothing(snapshot: Snapshot, what: string): void {
  assert.deepEqual(everything(snapshot), everything(createSnapshot(snapshot.input)), what);
}
