// States of a project that follow one another: none throws, each says what a cold one says, and points at what there is.
import { strict as assert } from 'node:assert';
import { type FileTokens, semanticTokens, type TokenForm } from '../../server/src/ide/semantic-tokens.ts';
import { joined, noGap } from '../../server/src/ide/tokens/encode.ts';
import { tokenEdit } from '../../server/src/ide/tokens/token-edit.ts';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { ProjectInput, Snapshot } from '../../server/src/project/types.ts';
import type { Place } from '../../server/src/rules/finding.ts';
import { type CorpusProject, pickFile, withText } from './corpus.ts';
import { answerTexts, findingTexts, outcomeTexts } from './facts.ts';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';
import type { Target } from './target.ts';

function checkPlace(snapshot: Snapshot, { file, span }: Place): void {
  const { files, settings } = snapshot.input;
  const content = file === 'writ.json' ? settings : files.get(file);
  assert.notEqual(content, undefined, `${file} is a file of the project`);
  const length = content !== undefined && 'text' in content ? content.text.length : 0;
  assert.ok(span.start >= 0 && span.start <= span.end && span.end <= length, `${file} ${span.start}-${span.end}`);
}

function checkPlaces(snapshot: Snapshot): void {
  for (const finding of snapshot.findings)
    for (const each of [
      finding.place,
      ...finding.related.map((one) => one.place),
      ...snapshot.fixesOf(finding).flatMap((fix) => fix.edits.map((edit) => edit.place)),
    ])
      checkPlace(snapshot, each);
  for (const { place } of [...snapshot.answers, ...snapshot.outcomes]) checkPlace(snapshot, place);
}

function nextInput(input: ProjectInput, original: ProjectInput, random: Random): ProjectInput {
  const kind = random.below(20);
  const { path, text } = pickFile(input, random);
  if (kind === 0) return original;
  if (kind === 1) {
    const files = new Map(input.files);
    if (files.size > 1) files.delete(path);
    return { ...input, files };
  }
  if (kind === 2) return { ...input, files: new Map([...input.files, [path, { unreadable: 'not UTF-8' }]]) };
  if (kind === 3) return withText(input, `copy-${path}`, text);
  if (kind === 4) return { ...input, settings: { text: mutate('{ "rules": { "unused-role": "off" } }', random) } };
  if (kind === 5) return { ...input, directories: mutated(input.directories, random) };
  if (kind === 6) return { ...input, today: input.today + random.below(800) - 400 };
  return withText(input, path, mutate(text, random));
}

function mutated(directories: ProjectInput['directories'], random: Random): ProjectInput['directories'] {
  return new Map(
    [...directories].map(([path, content]) => [
      path,
      'text' in content ? { text: mutate(content.text, random) } : content,
    ]),
  );
}

/** What an editor has of the colours of each file, kept by edits alone. */
type Coloured = ReadonlyMap<string, { readonly tokens: FileTokens; readonly data: readonly number[] }>;

function coloured(snapshot: Snapshot, form: TokenForm, before: Coloured): Coloured {
  const all = [...snapshot.input.files.keys()].flatMap((path) => {
    const known = before.get(path);
    const tokens = semanticTokens(snapshot, path, form, known?.tokens);
    if (tokens === undefined) return [];
    if (known === undefined) return [[path, { tokens, data: joined(tokens.stretches, noGap).data }] as const];
    const edit = tokenEdit(known.tokens.stretches, tokens.stretches);
    const data = [...known.data];
    if (edit !== undefined) data.splice(edit.start, edit.deleteCount, ...edit.data);
    return [[path, { tokens, data }] as const];
  });
  return new Map(all);
}

function round(random: Random, corpus: readonly CorpusProject[]): void {
  const { input: original } = random.pick(corpus);
  let input = original;
  let warm = createSnapshot(input);
  const form = random.pick(['names', 'all'] as const);
  let colours = coloured(warm, form, new Map());
  const steps = 1 + random.below(4);
  for (let step = 0; step < steps; step++) {
    // What is asked of a state must not change what the next one says.
    if (random.chance(0.5)) findingTexts(warm);
    input = nextInput(input, original, random);
    if (![...input.files.values()].some((content) => 'text' in content)) return;
    warm = createSnapshot(input, warm);
    if (random.chance(0.8)) colours = coloured(warm, form, colours);
  }
  const cold = createSnapshot(input);
  assert.deepEqual(findingTexts(warm), findingTexts(cold), 'findings of a warm and a cold snapshot');
  assert.deepEqual(answerTexts(warm), answerTexts(cold), 'answers of a warm and a cold snapshot');
  assert.deepEqual(outcomeTexts(warm), outcomeTexts(cold), 'outcomes of a warm and a cold snapshot');
  const colourTexts = (of: Coloured) => [...of].map(([path, { data }]) => `${path} ${data.join(' ')}`);
  const [kept, made] = [coloured(warm, form, colours), coloured(cold, form, new Map())];
  assert.deepEqual(colourTexts(kept), colourTexts(made), 'colours of a warm and a cold snapshot');
  checkPlaces(warm);
}

export const snapshots: Target = { name: 'snapshots', weight: 4, round };
