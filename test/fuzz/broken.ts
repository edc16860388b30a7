// Nothing broken allows, nothing broken passes. The law: where one token of a declaration is damaged in a way that is reported
// as an error of the text or of a name, no expectation holds that did not hold before: a `can` cannot have become true by
// it, and a `cannot`, `only` or `nobody` that has become true by it might be true only because of the damage.
import { strict as assert } from 'node:assert';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { parseFile } from '../../server/src/syntax/parse.ts';
import type { Span } from '../../server/src/text/span.ts';
import { type CorpusProject, pickFile, withText } from './corpus.ts';
import { cut, tokenSpans } from './mutate.ts';
import type { Random } from './random.ts';
import type { Target } from './target.ts';

/** Rules that say of a text that part of it means nothing. */
const damage =
  /^(?:syntax|unknown-(?!attribute).*|duplicate-name|invalid-.*|operator-type|wrong-scope|managed-role-fixed|missing-property|directory-unreadable)$/;

function damages(snapshot: Snapshot): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity, message } of snapshot.findings) {
    if (severity !== 'error' || !damage.test(rule)) continue;
    counts.set(`${rule} ${message}`, (counts.get(`${rule} ${message}`) ?? 0) + 1);
  }
  return counts;
}

/** The text of each expectation with its outcome; one that stands twice counts by its turn. */
function outcomes(snapshot: Snapshot): Map<string, string> {
  const found = new Map<string, string>();
  for (const { place, outcome } of snapshot.outcomes) {
    const text = snapshot.source(place.file)?.text.slice(place.span.start, place.span.end) ?? '';
    let key = text;
    for (let turn = 2; found.has(key); turn++) key = `${text} #${turn}`;
    found.set(key, `${outcome.outcome}: ${outcome.reason}`);
  }
  return found;
}

/** Damage that adds and never leaves out: a letter too many, a token twice, a sign that means nothing. */
const damageTo: readonly ((text: string, token: Span) => string)[] = [
  (text, { start }) => cut(text, { start, end: start }, 'x'),
  (text, { end }) => cut(text, { start: end, end }, 'x'),
  (text, { start }) => cut(text, { start, end: start }, '% '),
  (text, { start, end }) => cut(text, { start: end, end }, ` ${text.slice(start, end)}`),
  (text, { start }) => cut(text, { start, end: start }, '{ '),
  (text, { start }) => cut(text, { start, end: start }, '} '),
  (text, { start }) => cut(text, { start, end: start }, '"'),
  (text, { start }) => cut(text, { start, end: start }, 'xyz '),
];

const asking = new Set(['query', 'expect', 'test', 'record']);

/** Tokens of declarations that no expectation stands in. */
function targets(text: string): Span[] {
  const { units, starts } = parseFile(text);
  const isAsking = (offset: number) => {
    const index = starts.findLastIndex((start) => start <= offset);
    return asking.has(units[index]?.declaration?.kind ?? '');
  };
  return tokenSpans(text).filter(({ start }) => !isAsking(start));
}

function round(random: Random, corpus: readonly CorpusProject[]): void {
  const project = random.pick(corpus);
  const { path, text } = pickFile(project.input, random);
  const tokens = targets(text);
  if (tokens.length === 0) return;
  const token = random.pick(tokens);
  const edited = random.pick(damageTo)(text, token);
  const before = createSnapshot(project.input);
  const after = createSnapshot(withText(project.input, path, edited));
  const known = damages(before);
  if (![...damages(after)].some(([key, count]) => count > (known.get(key) ?? 0))) return;
  const held = outcomes(before);
  const line = edited.slice(0, token.start).split('\n').length;
  for (const [expectation, outcome] of outcomes(after)) {
    const old = held.get(expectation);
    if (old === undefined || old.startsWith('held') || !outcome.startsWith('held')) continue;
    assert.fail(
      `${project.name}/${path}:${line} \`${edited.split('\n')[line - 1]?.trim()}\`\n${expectation}\nbefore ${old}\nafter ${outcome}`,
    );
  }
}

export const broken: Target = { name: 'broken', weight: 4, round };
