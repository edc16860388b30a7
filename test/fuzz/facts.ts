// What a snapshot says, as plain text: equal for two that say the same.
import { counterexampleText } from '../../server/src/access/counterexample.ts';
import { askQuestion } from '../../server/src/project/ask.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import type { Finding, Place } from '../../server/src/rules/finding.ts';
import { writeName } from '../../server/src/syntax/keywords.ts';

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

/** To what is asked in the files, and to what somebody asks besides. */
export function answerTexts(snapshot: Snapshot): string[] {
  const written = snapshot.answers.map(({ place, answer }) => {
    const entries = answer.kind === 'list' ? answer.entries : [];
    const listed = entries.map(({ name, whenText, origin }) => `${name} when ${whenText} by ${origin}`);
    return [`${placeText(place)} ${answer.kind} ${answer.reason}`, ...listed].join('\n  ');
  });
  return [
    ...written,
    ...freeQuestions(snapshot).map((text) => `${text}: ${askQuestion(snapshot, text).answer.reason}`),
  ];
}

/** The first few people and groups, at the first few objects. */
function freeQuestions({ model: { users, groups, objects } }: Snapshot): string[] {
  const who = [...[...users.keys()].slice(0, 2), ...[...groups.keys()].slice(0, 6)].map(writeName);
  const where = [...objects.keys()].slice(0, 3).map(writeName);
  return where.flatMap((place) => who.map((each) => `${each} can CREATE_RECORDS in ${place}`));
}

export function outcomeTexts(snapshot: Snapshot): string[] {
  return snapshot.outcomes.map(({ place, outcome: { outcome, reason, counterexample } }) => {
    const example =
      counterexample === undefined ? '' : `${counterexample.principal.name} ${counterexampleText(counterexample)}`;
    return `${placeText(place)} ${outcome} ${reason} ${example}`;
  });
}
