// What a snapshot says, as plain text: equal for two that say the same.
import { counterexampleText } from '../../server/src/access/counterexample.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import type { Finding, Place } from '../../server/src/rules/finding.ts';

const placeText = ({ file, span }: Place) => `${file}:${span.start}-${span.end}`;

function findingText(snapshot: Snapshot, finding: Finding): string {
  const { rule, severity, message, place, related } = finding;
  const more = related.map((each) => `${placeText(each.place)} ${each.message}`);
  const edits = snapshot
    .fixesOf(finding)
    .map(
      ({ title, safe, preferred, edits: all }) =>
        `${title} ${safe} ${preferred} ${all.map((edit) => `${placeText(edit.place)} ${JSON.stringify(edit.text)}`)}`,
    );
  return [`${placeText(place)} ${severity} ${rule} ${message}`, ...more, ...edits].join('\n  ');
}

export function findingTexts(snapshot: Snapshot): string[] {
  return snapshot.findings.map((finding) => findingText(snapshot, finding));
}

export function answerTexts(snapshot: Snapshot): string[] {
  return snapshot.answers.map(({ place, answer }) => {
    const entries = answer.kind === 'list' ? answer.entries : [];
    const listed = entries.map(({ name, whenText, origin }) => `${name} when ${whenText} by ${origin}`);
    return [`${placeText(place)} ${answer.kind} ${answer.reason}`, ...listed].join('\n  ');
  });
}

export function outcomeTexts(snapshot: Snapshot): string[] {
  return snapshot.outcomes.map(({ place, outcome: { outcome, reason, counterexample } }) => {
    const example =
      counterexample === undefined ? '' : `${counterexample.principal.name} ${counterexampleText(counterexample)}`;
    return `${placeText(place)} ${outcome} ${reason} ${example}`;
  });
}
