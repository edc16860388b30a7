// Where the globs of `exclude` stand in a `writ.json`.
import type { Span } from '../text/span.ts';
import { parseSettings } from './settings-json.ts';

export interface WrittenGlob {
  readonly glob: string;
  /** With its quotes. */
  readonly span: Span;
}

/** Takes the text of a `writ.json`, sound or not; gives those that can be read. */
export function excludeGlobs(text: string): WrittenGlob[] {
  const members = parseSettings(text).root?.children ?? [];
  const exclude = members.find(({ children: [key] = [] }) => key?.value === 'exclude')?.children?.[1];
  return (exclude?.type === 'array' ? (exclude.children ?? []) : []).flatMap(({ type, value, offset, length }) =>
    type === 'string' ? [{ glob: String(value), span: { start: offset, end: offset + length } }] : [],
  );
}
