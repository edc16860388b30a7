// A document that lists what can be taken out of a project without an expectation noticing.
import type { Tried } from '../project/tests/mutation.ts';
import type { Snapshot } from '../project/types.ts';
import { code } from './markdown.ts';
import { message, toMarkdown } from './phrase.ts';

/** One line; plain text. */
export function unnoticedSummary(snapshot: Snapshot, tried: readonly Tried[]): string {
  const count = (notice: Tried['notice']) => tried.filter((each) => each.notice === notice).length;
  const [noticed, untried] = [count('noticed'), count('untried')];
  const of = snapshot.outcomes.length;
  const by = of === 1 ? 'the one expectation' : `one of ${of} expectations`;
  const left = untried === 0 ? '' : `; ${untried} could not be tried`;
  return `${noticed} of ${tried.length - untried} removals are noticed by ${by}${left}`;
}

/** Markdown; everything of the user's in it is inert. */
export function unnoticedDocument(snapshot: Snapshot, tried: readonly Tried[]): string {
  const items = tried
    .filter(({ notice }) => notice === 'unnoticed')
    .map(({ removal: { what, place } }) => {
      const line = (snapshot.lines(place.file)?.position(place.span.start).line ?? 0) + 1;
      return `- ${toMarkdown(message(what))} (${code(`${place.file}:${line}`)})`;
    });
  const said =
    items.length === 0
      ? 'Whatever is taken out, some expectation fails.'
      : 'Each of these could be taken out, and every expectation that holds would still hold:';
  const list = items.length === 0 ? '' : `\n\n${items.join('\n')}`;
  return `# What no test notices\n\n${unnoticedSummary(snapshot, tried)}.\n\n${said}${list}\n`;
}
