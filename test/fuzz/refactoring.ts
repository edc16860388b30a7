// Refactorings and sorting, of samples that are edited at random and of random organizations: nothing that is given damages the
// text, and what says that access is unchanged leaves every answer of the reference as it was.
import { strict as assert } from 'node:assert';
import { difference } from '../../server/src/access/difference/difference.ts';
import { prove, type Refactored } from '../../server/src/ide/refactor/prove.ts';
import { type Offer, type Selected, selectionIn } from '../../server/src/ide/refactor/refactoring.ts';
import { offersAt } from '../../server/src/ide/refactor/registry.ts';
import { sortDocument } from '../../server/src/ide/sort.ts';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { ProjectInput, Snapshot } from '../../server/src/project/types.ts';
import { syntaxProblems } from '../../server/src/syntax/parse.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { chanceOf } from '../oracle/chance.ts';
import { type Files, snapshotOf } from '../oracle/engine.ts';
import { allTypes, fullQuestion, type Organization, organization, type Size, today } from '../oracle/random.ts';
import { expectedAnswer, filesOf, questionOf } from '../oracle/random-worlds.ts';
import { readWorld } from '../oracle/reference/world.ts';
import { type CorpusProject, pickFile, withText } from './corpus.ts';
import { findingTexts } from './facts.ts';
import { mutate, tokenSpans } from './mutate.ts';
import type { Random } from './random.ts';
import type { Target } from './target.ts';

const size: Size = { users: 5, objects: 2, fields: 4, types: allTypes, records: 3, depth: 2 };
/** As many are asked of the reference before and after. */
const questions = 30;

/** From one word to another, or at one. */
function pickSelection(text: string, random: Random): { start: number; end: number } {
  const words = tokenSpans(text);
  if (words.length === 0) return { start: 0, end: 0 };
  const first = random.below(words.length);
  const last = random.chance(0.5) ? first : Math.min(words.length - 1, first + random.below(8));
  const start = words[first]?.start ?? 0;
  return random.chance(0.4) ? { start, end: start } : { start, end: words[last]?.end ?? start };
}

function textsOf({ input }: Snapshot): Map<string, string> {
  return new Map([...input.files].flatMap(([path, each]) => ('text' in each ? [[path, each.text]] : [])));
}

function commentsOf(snapshot: Snapshot): string[] {
  return [...snapshot.input.files.keys()]
    .flatMap((path) => {
      const source = snapshot.source(path);
      return source?.comments.map(({ start, end }) => source.text.slice(start, end).trimEnd()) ?? [];
    })
    .sort();
}

function problemsOf(snapshot: Snapshot): number {
  return [...snapshot.input.files.keys()].reduce((sum, path) => {
    const source = snapshot.source(path);
    return sum + (source === undefined ? 0 : syntaxProblems(source).length);
  }, 0);
}

/** Holds of whatever is given. */
function checkMade(selected: Selected, offer: Offer, found: Refactored): Snapshot {
  const { snapshot } = selected;
  const input = { ...snapshot.input, files: found.after.input.files };
  const cold = createSnapshot(input);
  assert.deepEqual(findingTexts(found.after), findingTexts(cold), `${found.title}: warm and cold find the same`);
  assert.ok(problemsOf(cold) <= problemsOf(snapshot), `${found.title}: it parses no worse`);
  assert.deepEqual(commentsOf(cold), commentsOf(snapshot), `${found.title}: it keeps the comments`);
  const errors = ({ findings }: Snapshot) => findings.filter(({ severity }) => severity === 'error').length;
  assert.ok(errors(cold) <= errors(snapshot), `${found.title}: it brings no error`);
  const bad = ({ outcomes }: Snapshot) => outcomes.filter(({ outcome }) => outcome.outcome !== 'held').length;
  assert.equal(bad(cold), bad(snapshot), `${found.title}: expectations come out as they did`);
  if (offer.access === 'unchanged') assert.ok(found.isUnchanged, found.title);
  if (found.isUnchanged && offer.kind !== 'extract.group')
    assert.deepEqual(difference(snapshot.model, cold.model, input.today).entries, [], found.title);
  return cold;
}

/** Gives the states of the project that are said to mean the same. */
function checkOffers(snapshot: Snapshot, path: string, random: Random): Snapshot[] {
  const text = textsOf(snapshot).get(path) ?? '';
  const selected = selectionIn(snapshot, path, pickSelection(text, random));
  if (selected === undefined) return [];
  return offersAt(selected).flatMap((offer) => {
    const found = prove(selected, offer);
    if ('refused' in found) return [];
    const cold = checkMade(selected, offer, found);
    return found.isUnchanged ? [cold] : [];
  });
}

function checkSort(snapshot: Snapshot, path: string): Snapshot[] {
  const text = textsOf(snapshot).get(path) ?? '';
  const found = sortDocument(snapshot, path);
  if ('refused' in found || found.edits.length === 0) return [];
  const sorted = createSnapshot(withText(snapshot.input, path, applyEdits(text, found.edits)));
  assert.deepEqual(sortDocument(sorted, path), { edits: [] }, 'sorted, it stays as it is');
  assert.deepEqual(commentsOf(sorted), commentsOf(snapshot), 'sorting keeps the comments');
  assert.equal(problemsOf(sorted), problemsOf(snapshot), 'sorted, it parses as it did');
  const rules = ({ findings }: Snapshot) => findings.map(({ rule, message }) => `${rule} ${message}`).sort();
  assert.deepEqual(rules(sorted).length, rules(snapshot).length, 'sorted, as much is found');
  return [sorted];
}

/** Of a random organization: what the reference says of each question is what it said. */
function checkAnswers(of: Organization, before: Files, states: readonly Snapshot[], seed: number): void {
  const chance = chanceOf(seed);
  const asked = Array.from({ length: questions }, () => questionOf(fullQuestion(chance, of)));
  const answers = (files: Files) => {
    const world = readWorld(files);
    return asked.map((question) => expectedAnswer(world, question));
  };
  const was = answers(before);
  for (const state of states)
    assert.deepEqual(
      answers({ ...before, ...Object.fromEntries(textsOf(state)) }),
      was,
      'the reference answers as before',
    );
}

function roundOfWorld(random: Random): void {
  const seed = random.below(1 << 30);
  const of = organization(chanceOf(seed), size);
  const files = filesOf(of);
  const snapshot = snapshotOf(files, today);
  const states = Array.from({ length: 6 }, () => checkOffers(snapshot, 'main.writ', random)).flat();
  checkAnswers(of, files, [...states, ...checkSort(snapshot, 'main.writ')], seed + 1);
}

function roundOfCorpus(random: Random, corpus: readonly CorpusProject[]): void {
  let input: ProjectInput = random.pick(corpus).input;
  const { path, text } = pickFile(input, random);
  if (random.chance(0.6)) input = withText(input, path, mutate(text, random));
  if (random.chance(0.2)) input = withText(input, path, (pickText(input, path) ?? '').replaceAll('\n', '\r\n'));
  const snapshot = createSnapshot(input);
  for (let i = 0; i < 4; i++) checkOffers(snapshot, path, random);
  checkSort(snapshot, path);
}

function pickText({ files }: ProjectInput, path: string): string | undefined {
  const content = files.get(path);
  return content !== undefined && 'text' in content ? content.text : undefined;
}

function round(random: Random, corpus: readonly CorpusProject[]): void {
  if (random.chance(0.4)) roundOfWorld(random);
  else roundOfCorpus(random, corpus);
}

export const refactoring: Target = { name: 'refactoring', weight: 3, round };
