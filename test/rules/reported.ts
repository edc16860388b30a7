// What one rule reports of a project that is written as one text.
import { strict as assert } from 'node:assert';
import type { Finding } from '../../server/src/rules/finding.ts';
import { snapshotOf } from '../support/fixture.ts';

/** The findings of the rule, in order. */
export function findingsOf(rule: string, text: string): readonly Finding[] {
  return snapshotOf(text).findings.filter((finding) => finding.rule === rule);
}

/** The words under each finding of the rule, in order. */
export function reported(rule: string, text: string): readonly string[] {
  const snapshot = snapshotOf(text);
  const own = snapshot.findings.filter((finding) => finding.rule === rule);
  return own.map(({ place: { file, span } }) => snapshot.source(file)?.text.slice(span.start, span.end) ?? '');
}

export function checkReported(rule: string, text: string, words: readonly string[]): void {
  assert.deepEqual(reported(rule, text), words, text);
}

/** The messages of the rule, in order. */
export function messagesOf(rule: string, text: string): readonly string[] {
  return findingsOf(rule, text).map(({ message }) => message);
}
