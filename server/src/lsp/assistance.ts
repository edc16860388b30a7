// Hover: what stands at a place, with where it is declared and used; as links where the client can follow them.
import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { hover } from '../ide/hover.ts';
import { type HoverLinks, hoverLinks } from '../ide/hover-links.ts';
import { hoverQuestions } from '../ide/hover-questions.ts';
import { code, escapeMarkdown } from '../ide/markdown.ts';
import type { Place } from '../rules/finding.ts';
import { type Context, hasCommand, type Spot, spotOf } from './context.ts';
import { linesOf, toLocation, toRange } from './convert.ts';
import { showReferencesCommand } from './protocol.ts';
import { whoCanCommand } from './protocol-lists.ts';

export function findHover(context: Context, params: HoverParams): Hover | null {
  const spot = spotOf(context, params);
  const found = spot && hover(spot.snapshot, spot.path, spot.offset);
  if (spot === undefined || found === undefined) return null;
  const links = hoverLinks(spot.snapshot, spot.path, spot.offset);
  const ways = [...(links === undefined ? [] : waysOf(context, spot, links)), ...questionsAt(context, spot)];
  const value = withWays(found.markdown, ways);
  return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(spot.lines, found.span) };
}

/** The ways on stand right below how the thing is written: the end of a long hover is out of sight. */
function withWays(markdown: string, ways: readonly string[]): string {
  const [first = '', ...rest] = markdown.split('\n\n');
  const isSignature = first.startsWith('```');
  return (isSignature ? [first, ...ways, ...rest] : [markdown, ...ways]).join('\n\n');
}

/** Links are for a client whose commands tell that it is Writ's own: others show them as they are written. */
function waysOf(context: Context, spot: Spot, { declared, uses, from }: HoverLinks): string[] {
  const isOwn = hasCommand(context, showReferencesCommand);
  const places = declared.map((place) => (isOwn ? linkTo(spot, place) : code(placeText(spot, place))));
  const parts = [
    ...(places.length === 0 ? [] : [`Declared in ${places.join(', ')}.`]),
    ...(uses === undefined || uses === 0 ? [] : [usesText(spot, from, uses, isOwn)]),
  ];
  return parts.length === 0 ? [] : [parts.join(' ')];
}

/** Questions are for a client that asks them. */
function questionsAt(context: Context, { snapshot, path, offset, held }: Spot): string[] {
  const found = hasCommand(context, whoCanCommand) ? hoverQuestions(snapshot, path, offset) : undefined;
  if (found === undefined) return [];
  const { permissions, place } = found;
  const links = permissions.map(({ constant }) => {
    const argument = JSON.stringify({ permission: constant, place, project: held.uri });
    return `[${escapeMarkdown(constant)}](<command:${whoCanCommand}?${encodeURIComponent(argument)}>)`;
  });
  return [`Who can ${links.join(', ')} in ${code(place)}?`];
}

/** `desk.writ:12`, from 1. */
function placeText(spot: Spot, { file, span }: Place): string {
  return `${file}:${linesOf(spot, file).position(span.start).line + 1}`;
}

function linkTo(spot: Spot, place: Place): string {
  const { uri, range } = toLocation(spot, place);
  const { line, character } = range.start;
  return `[${escapeMarkdown(placeText(spot, place))}](<${uri}#L${line + 1},${character + 1}>)`;
}

function usesText({ held, lines }: Spot, { file, span }: Place, uses: number, isLink: boolean): string {
  const text = `Used in ${uses === 1 ? '1 place' : `${uses} places`}`;
  const place = { uri: held.uriOf(file), ...lines.position(span.start) };
  const command = `command:${showReferencesCommand}?${encodeURIComponent(JSON.stringify(place))}`;
  return isLink ? `[${text}](<${command}>).` : `${text}.`;
}
