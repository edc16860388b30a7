// The line that a result speaks of, with carets under what is meant.
import type { Located, ProjectResult } from '../check-result.ts';
import { excerpt } from '../excerpt.ts';
import type { ReportContext } from './reporter.ts';

export type Paint = (text: string) => string;

/** Nothing where the file has no text. */
export function sourceLines(project: ProjectResult, at: Located, context: ReportContext, paint: Paint): string[] {
  const { start, end } = at.range;
  const line = context.lineText(project, at.file, start.line);
  if (line === undefined) return [];
  const number = String(start.line + 1);
  const last = end.line === start.line ? end.character : line.trimEnd().length;
  // Where it goes on below, the carets say how far.
  const further = end.line === start.line ? '' : ` to line ${end.line + 1}`;
  const width = context.width - number.length - 5 - further.length;
  const { source, carets } = excerpt({ line, start: start.character, end: last }, width);
  const { dim } = context.colors;
  const margin = ' '.repeat(number.length);
  return [
    `  ${dim(`${number} |`)} ${source}`.trimEnd(),
    `  ${dim(`${margin} |`)} ${blankThen(carets + further, paint)}`,
  ];
}

/** Colour begins where the carets do. */
function blankThen(carets: string, paint: Paint): string {
  const from = carets.indexOf('^');
  return carets.slice(0, from) + paint(carets.slice(from));
}
