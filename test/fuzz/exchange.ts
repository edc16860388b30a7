// Directory files, settings, questions and exports of other systems as texts from anywhere: read without a throw, with problems that
// lie in the text. Random organizations, exported and imported: the same.
import { strict as assert } from 'node:assert';
import type { Imported } from '../../server/src/exchange/importer.ts';
import { readDirectory } from '../../server/src/exchange/scim.ts';
import { importScim, scimForms } from '../../server/src/exchange/scim-import.ts';
import { readHcl } from '../../server/src/exchange/terraform/hcl.ts';
import { importTerraform } from '../../server/src/exchange/terraform/terraform.ts';
import { askQuestion } from '../../server/src/project/ask.ts';
import { readSettings } from '../../server/src/project/settings.ts';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import { ruleNames } from '../../server/src/rules/registry.ts';
import { parseFile, syntaxProblems } from '../../server/src/syntax/parse.ts';
import { jsonOf, orchard } from '../exchange/terraform/organization.ts';
import { hostileTrip, randomTrip } from '../exchange/terraform-out/random-trip.ts';
import { chanceOf } from '../oracle/chance.ts';
import type { CorpusProject } from './corpus.ts';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';
import type { Target } from './target.ts';

const settings = JSON.stringify(
  {
    exclude: ['archive/**', 'a b'],
    rules: { 'unused-role': 'off', syntax: 'error' },
    duties: [{ name: 'x', first: ['READ_RECORDS'], second: ['UPDATE_RECORDS'] }],
    semantics: { adminSeesAllRecords: true, autoShareReach: 'record' },
  },
  null,
  2,
);

function checkDirectory(text: string): void {
  const { problems } = readDirectory(text);
  const lines = text.split(/\r\n|\r|\n/);
  for (const { line, character, message } of problems)
    assert.ok(line >= 0 && line < lines.length && character >= 0 && character <= (lines[line]?.length ?? 0), message);
}

function checkSettings(text: string): void {
  for (const { start, end, message } of readSettings(text, ruleNames).problems)
    assert.ok(start >= 0 && start <= end && end <= text.length, message);
}

function checkQuestion(random: Random, { input }: CorpusProject): void {
  const snapshot = createSnapshot(input);
  const { place } = random.pick(snapshot.model.questions.map(({ origin }) => ({ place: snapshot.place(origin) })));
  const text = snapshot.source(place.file)?.text.slice(place.span.start, place.span.end) ?? '';
  const question = mutate(text.replace(/^(?:query|expect)\s*/, ''), random);
  const { problems, answer } = askQuestion(snapshot, question);
  if (problems.length > 0) assert.equal(answer.kind, 'error', 'a question with a problem is not answered');
  for (const { span, message } of problems)
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= Math.max(question.length, 1), message);
}

const exported = [
  { path: 'a.tf', text: orchard },
  { path: 'a.tf.json', text: jsonOf(readHcl('a.tf', orchard).blocks) },
];

/** What comes of it is Writ, and every note has its place. */
function checkImport({ files, notes }: Imported, text: string): void {
  for (const file of files) assert.deepEqual(syntaxProblems(parseFile(file.text)), [], file.text);
  const lines = text.split(/\r\n|\r|\n/).length;
  for (const { line = 0, message } of notes) assert.ok(line >= 0 && line < lines, message);
}

/** In every form. */
function checkScim(text: string): void {
  const files = [{ path: 'a.json', bytes: new TextEncoder().encode(text) }];
  for (const { name } of scimForms) checkImport(importScim(files, { form: name, linkTo: (path) => path }), text);
}

function round(random: Random, corpus: readonly CorpusProject[]): void {
  const directories = corpus.flatMap(({ input }) => [...input.directories.values()]);
  const texts = directories.flatMap((content) => ('text' in content ? [content.text] : []));
  const kind = random.below(7);
  if (kind === 0) checkSettings(mutate(settings, random));
  else if (kind === 1) checkQuestion(random, random.pick(corpus));
  else if (kind === 2) {
    const { path, text } = random.pick(exported);
    const mutated = mutate(text, random);
    checkImport(importTerraform([{ path, bytes: new TextEncoder().encode(mutated) }]), mutated);
  } else if (kind === 3) checkDirectory(mutate(random.pick(texts), random));
  else if (kind === 4) randomTrip(chanceOf(random.below(2 ** 31)));
  else if (kind === 5) hostileTrip(chanceOf(random.below(2 ** 31)));
  else checkScim(mutate(random.pick(texts), random));
}

export const exchange: Target = { name: 'exchange', weight: 1, round };
