// What is broken in a project, whether its findings are suppressed or not: an export has nothing of it.
import type { ExportProblem } from '../exchange/exporter.ts';
import type { Snapshot } from '../project/types.ts';
import type { Place } from '../rules/finding.ts';
import { ruleNamed, ruleNames } from '../rules/registry.ts';

/** Sorted by file and position. What an expectation came to is no part of it. */
export function problemsOf(snapshot: Snapshot): ExportProblem[] {
  const { model } = snapshot;
  const locked = [...ruleNames.locked]
    .filter((rule) => rule !== 'failed-expectation')
    .flatMap((rule) => snapshot.findingsOf(rule))
    .filter(({ severity }) => severity === 'error');
  const bound = model.problems
    .filter(({ rule }) => !ruleNames.locked.has(rule) && ruleNamed(rule)?.severity === 'error')
    .map(({ rule, message, origin }) => ({ rule, message, place: snapshot.place(origin) }));
  const all = [...locked, ...bound].sort((a, b) => byPlace(a.place, b.place));
  return all.map(({ rule, message, place }) => ({
    place: positionOf(snapshot, place),
    message: `${rule}: ${message}`,
  }));
}

function byPlace(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.span.start - b.span.start;
}

/** `desk.writ:3:7`, counted from 1. */
export function positionOf(snapshot: Snapshot, { file, span }: Place): string {
  const position = snapshot.lines(file)?.position(span.start);
  return position === undefined ? file : `${file}:${position.line + 1}:${position.character + 1}`;
}
