// What must be true of every fix of every rule, on any text.
import { editedSnapshot } from '../../server/src/project/edited.ts';
import { errorsBrought, isWithoutEffect, proveFixes } from '../../server/src/project/proved-fix.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import type { Finding, Fix } from '../../server/src/rules/finding.ts';

export interface Judged {
  readonly finding: Finding;
  readonly fix: Fix;
  /** What is wrong with it, none where nothing is. */
  readonly faults: readonly string[];
}

/** Every fix of every finding, each made by itself. */
export function judgeFixes(snapshot: Snapshot): Judged[] {
  return snapshot.findings.flatMap((finding) =>
    snapshot.fixesOf(finding).map((fix) => ({ finding, fix, faults: faultsOf(snapshot, finding, fix) })),
  );
}

function faultsOf(snapshot: Snapshot, finding: Finding, fix: Fix): string[] {
  const after = editedSnapshot(snapshot, fix.edits);
  if (after === undefined) return ['its edits cannot be made'];
  const faults: string[] = [];
  // Of text that does not parse it is a guess how it would: where the guess is wrong, the fix is not offered.
  const mayGuess = finding.rule === 'syntax' && proveFixes(snapshot, finding).every((proved) => proved.fix !== fix);
  if (!mayGuess && syntaxErrors(after) > syntaxErrors(snapshot)) faults.push('it leaves text that does not parse');
  const stays =
    same(after, finding, snapshot) >= same(snapshot, finding, snapshot) + namesakes(snapshot, finding) &&
    !isOtherWord(after, finding, fix);
  if (!mayGuess && fix.unfinished !== true && stays) faults.push('its finding stays');
  // What was broken hides what else is wrong with it.
  const brought =
    finding.severity === 'error' ? [] : errorsBrought(snapshot, after).filter((rule) => !mayBring(fix, rule));
  if (brought.length > 0) faults.push(`it brings ${brought.join(', ')}`);
  if (fix.safe && !isWithoutEffect(snapshot, after)) faults.push('it says that it is safe');
  return faults;
}

/** What changes access may be against what somebody expects, or what something that runs needs: then it is not offered. */
function mayBring({ safe }: Fix, rule: string): boolean {
  return !safe && ['failed-expectation', 'missing-permission', 'missing-data-access'].includes(rule);
}

/** True where other words stand there now, of which the rule says nothing: what they are compared with may be wrong too. */
function isOtherWord(after: Snapshot, { rule, place: { file, span } }: Finding, { edits }: Fix): boolean {
  const isAll =
    edits.length === 1 && edits.every(({ place }) => place.file === file && place.span.start === span.start);
  const found = after.findingsOf(rule).some(({ place }) => place.file === file && place.span.start === span.start);
  return isAll && !found && edits.every(({ place }) => place.span.end === span.end);
}

/** How many more are called so and count once the first one is gone: what is said of it may be true of them, too. */
function namesakes(snapshot: Snapshot, finding: Finding): number {
  return finding.rule === 'duplicate-name' ? 0 : same(snapshot, { ...finding, rule: 'duplicate-name' }, snapshot);
}

function syntaxErrors(snapshot: Snapshot): number {
  return snapshot.findingsOf('syntax').length;
}

/** How many findings of the rule speak of the same words. */
function same(of: Snapshot, { rule, place }: Finding, { source }: Snapshot): number {
  const words = source(place.file)?.text.slice(place.span.start, place.span.end);
  return of
    .findingsOf(rule)
    .filter((each) => of.source(each.place.file)?.text.slice(each.place.span.start, each.place.span.end) === words)
    .length;
}
