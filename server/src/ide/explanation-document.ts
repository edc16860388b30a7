// A document that explains one answer: the question, the decision in words, why, and what was taken as given.
import { contentText } from '../access/counterexample.ts';
import type { BoundQuestion } from '../model/question.ts';
import type { Asked } from '../project/ask.ts';
import type { Snapshot } from '../project/types.ts';
import { formatDay } from '../text/calendar.ts';
import { treeToMarkdown } from './explain.ts';
import { type Explained, explainAnswer } from './explain-answer.ts';
import { explainRemedies } from './explain-remedies.ts';
import { explainAsked, headlineMarkdown } from './hover/question.ts';
import { askedAt } from './hover.ts';
import { locate } from './locate.ts';
import { codeBlock, escapeMarkdown } from './markdown.ts';
import { join, message, phrase, toMarkdown } from './phrase.ts';

/** Markdown; everything of the user's in it is inert. */
export function explanationDocument(snapshot: Snapshot, asked: Asked, title: string): string {
  const explained = explainAnswer(snapshot, asked.question, asked.answer);
  const problems = asked.problems.slice(1).map((problem) => `- ${toMarkdown(message(problem.message))}`);
  return documentOf(snapshot, { title, text: asked.text, question: asked.question, explained, problems });
}

/** The document for the query or expectation at an offset of the file; undefined where none stands. */
export function explainQueryAt(snapshot: Snapshot, path: string, offset: number): string | undefined {
  const located = locate(snapshot, path, offset);
  const asked = located && askedAt(snapshot, located, offset);
  const explained = asked && explainAsked(snapshot, asked);
  if (asked === undefined || explained === undefined) return undefined;
  const { span } = snapshot.place(asked.origin);
  const text = snapshot.source(path)?.text.slice(span.start, span.end) ?? '';
  const title = asked.declaration.kind === 'query' ? 'Why this answer' : 'Why this outcome';
  return documentOf(snapshot, { title, text, question: asked.question, explained, problems: [] });
}

interface Parts {
  readonly title: string;
  readonly text: string;
  readonly question: BoundQuestion | undefined;
  readonly explained: Explained;
  readonly problems: readonly string[];
}

function documentOf(snapshot: Snapshot, { title, text, question, explained, problems }: Parts): string {
  const parts = [
    `# ${escapeMarkdown(title)}`,
    codeBlock(text.trim()),
    headlineMarkdown(explained),
    treeToMarkdown(snapshot, explained.tree, { places: true }),
    problems.join('\n'),
    ...changing(snapshot, explained),
    ...given(snapshot, question),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** What would allow what is refused, and what else each of that would grant. */
function changing(snapshot: Snapshot, { remedies }: Explained): readonly string[] {
  if (remedies === undefined) return [];
  const lines = explainRemedies(snapshot.model, remedies());
  return ['## What would allow it', treeToMarkdown(snapshot, lines, { places: true })];
}

/** On which day, and on which record: an answer is worth no more than what it was given. */
function given(snapshot: Snapshot, question: BoundQuestion | undefined): readonly string[] {
  if (question === undefined) return [];
  const day = formatDay(question.asOf ?? snapshot.input.today);
  const date = `Evaluated as of ${day}${question.asOf === undefined ? ', today' : ''}.`;
  if (!('place' in question) || question.place.kind !== 'object') return ['## Taken as given', date];
  const { facts, record, given: isGiven } = question.place;
  const said = [...facts.values].map(
    ([field, content]) => `- ${toMarkdown(phrase`${field.name}: ${contentText(field, content)}`)}`,
  );
  const unsaid = [...facts.object.fields.values()]
    .filter((field) => !facts.values.has(field))
    .map(({ name }) => phrase`${name}`);
  const which =
    record === undefined
      ? phrase`A record of ${facts.object.name}.`
      : phrase`The record ${record.name} of ${facts.object.name}.`;
  const open = unsaid.length === 0 ? '' : toMarkdown(['Not said, and so unknown: ', ...join(unsaid), '.']);
  const all = isGiven ? toMarkdown(which) : toMarkdown(phrase`Any record of ${facts.object.name}.`);
  return ['## Taken as given', date, all, said.join('\n'), open];
}
