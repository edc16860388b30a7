// Fixes that keep what they promise: each is made in memory and looked at before anybody is offered it.
import { difference } from '../access/difference/difference.ts';
import type { AccessDifference } from '../access/difference/types.ts';
import type { Finding, Fix } from '../rules/finding.ts';
import { rules } from '../rules/registry.ts';
import { editedSnapshot } from './edited.ts';
import { ofTheChange } from './elsewhere.ts';
import { asksTheSame } from './same-questions.ts';
import { settingsPath } from './settings-report.ts';
import { textOf } from './sources.ts';
import type { Snapshot } from './types.ts';

export interface ProvedFix {
  readonly fix: Fix;
  /** The project with the fix made. */
  readonly after: Snapshot;
  /** Who may then do what they may not now, and the other way round. */
  readonly difference: AccessDifference;
  /** Rules with a finding at `error` that shows only then: what was broken hid it. Most often none. */
  readonly uncovers: readonly string[];
}

/**
 * The fixes of a finding that can be made and after which it is gone, or will be once the text is written that they make room
 * for. Those that bring another finding at `error` (an expectation
 * that then fails is one) are left out, unless the finding is such an error itself and every one of its fixes does: a word that
 * is spelt right may be the first that can be found wrong. None leaves text that parses worse.
 */
export function proveFixes(snapshot: Snapshot, finding: Finding): ProvedFix[] {
  const proved = snapshot.fixesOf(finding).flatMap((fix): ProvedFix[] => {
    const after = editedSnapshot(snapshot, fix.edits);
    if (after === undefined || (fix.unfinished !== true && !isGone({ before: snapshot, after, fix }, finding)))
      return [];
    const uncovers = errorsBrought(snapshot, after);
    if (uncovers.includes('syntax') || (uncovers.length > 0 && finding.severity !== 'error')) return [];
    return [{ fix, after, uncovers, difference: difference(snapshot.model, after.model, snapshot.input.today) }];
  });
  const clean = proved.filter(({ uncovers }) => uncovers.length === 0);
  return clean.length > 0 ? clean : proved;
}

/** Whether the same people may do the same, and the same is asked and expected of them, with the same outcomes. */
export function isWithoutEffect(before: Snapshot, after: Snapshot): boolean {
  if (!asksTheSame(before, after)) return false;
  const { entries, unknown } = difference(before.model, after.model, before.input.today);
  return entries.length === 0 && ofTheChange(before, after, unknown).length === 0;
}

/** The rules of findings at `error` that stand after and did not before, sorted. */
export function errorsBrought(before: Snapshot, after: Snapshot): string[] {
  const left = countErrors(before);
  const brought = new Set<string>();
  for (const { rule, key } of errorsOf(after)) {
    const count = left.get(key) ?? 0;
    if (count === 0) brought.add(rule);
    left.set(key, count - 1);
  }
  return [...brought].sort();
}

interface Made {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly fix: Fix;
}

/** Fewer say the same of the same words; or the words are others now, which may lay open what is wrong behind them. */
function isGone({ before, after, fix }: Made, finding: Finding): boolean {
  const key = keyOf(before, finding);
  const same = (snapshot: Snapshot) =>
    snapshot.findingsOf(finding.rule).filter((each) => keyOf(snapshot, each) === key);
  const left = same(after);
  if (left.length < same(before).length) return true;
  const { file, span } = finding.place;
  const isThere = ({ place }: Fix['edits'][number]) =>
    place.file === file && place.span.start === span.start && place.span.end === span.end;
  // Besides, lines may come to be broken otherwise.
  const isReplaced = fix.edits.some(isThere) && fix.edits.every((edit) => isThere(edit) || edit.text.trim() === '');
  return isReplaced && left.every(({ place }) => place.file !== file || place.span.start !== span.start);
}

function countErrors(snapshot: Snapshot): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of errorsOf(snapshot)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function errorsOf(snapshot: Snapshot): { readonly rule: string; readonly key: string }[] {
  const grave = rules.filter(({ id, severity }) => severity === 'error' || snapshot.settings.rules.get(id) === 'error');
  return grave
    .flatMap(({ id }) => snapshot.findingsOf(id))
    .filter(({ severity }) => severity === 'error')
    .map((finding) => ({ rule: finding.rule, key: keyOf(snapshot, finding) }));
}

/** The rule and the words that it is about: they stay where edits move everything else. */
function keyOf({ input }: Snapshot, { rule, place: { file, span } }: Finding): string {
  const text = textOf(file === settingsPath ? input.settings : input.files.get(file)) ?? '';
  return `${rule} ${text.slice(span.start, span.end)}`;
}
