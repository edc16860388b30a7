// At the end of a question: its answer. Of a file that cannot be read, what it last came to, said to be old.
import type { Snapshot } from '../../project/types.ts';
import { syntaxProblems } from '../../syntax/parse.ts';
import type { Span } from '../../text/span.ts';
import { type InlineAnswer, inlineAnswers } from '../inline-answers.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { InlayHint } from './hint.ts';

/** The answers of a file as it last could be read, by the questions' texts; of two alike the second by its number, too. */
export type LastAnswers = ReadonlyMap<string, InlineAnswer>;

export interface AnswersNow {
  readonly hints: readonly InlayHint[];
  /** For the next time. */
  readonly last: LastAnswers;
}

/** Takes the stretch of the file that is wanted, and what was given as `last` the time before. */
export function answerHints(snapshot: Snapshot, path: string, range: Span, before: LastAnswers): AnswersNow {
  const source = snapshot.source(path);
  if (source === undefined) return { hints: [], last: new Map() };
  const isRead = syntaxProblems(source).length === 0;
  const now = inlineAnswers(snapshot, path);
  const byText = numbered(now, ({ span }) => source.text.slice(span.start, span.end));
  const hints = [...byText].flatMap(([text, answer]) => {
    if (answer.span.start > range.end || answer.lineEnd < range.start) return [];
    if (isRead) return [hintOf(answer, answer.lineEnd, false)];
    const old = before.get(text);
    return old === undefined ? [] : [hintOf(old, answer.lineEnd, true)];
  });
  return { hints, last: isRead ? byText : before };
}

function numbered(answers: readonly InlineAnswer[], textOf: (answer: InlineAnswer) => string): LastAnswers {
  const seen = new Map<string, number>();
  return new Map(
    answers.map((answer) => {
      const text = textOf(answer);
      const count = (seen.get(text) ?? 0) + 1;
      seen.set(text, count);
      return [`${text} ${count}`, answer];
    }),
  );
}

const signs: Readonly<Record<InlineAnswer['state'], string>> = {
  allowed: '✓',
  refused: '✗',
  conditional: '◐',
  list: '≡',
  held: '✓',
  failed: '✗',
  error: '!',
};

function hintOf({ state, short, full }: InlineAnswer, offset: number, isOld: boolean): InlayHint {
  const old = isOld ? 'Of the text as it last could be read: ' : '';
  return {
    kind: 'answers',
    offset,
    label: `${signs[state]} ${short}${isOld ? ' (old)' : ''}`,
    tooltip: () => `${old}${escapeMarkdown(full)}`,
  };
}
