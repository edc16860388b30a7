// What in a file leads out of it: directory files, pages of rules, addresses in comments.
import { directoryPath } from '../model/bind-directories.ts';
import type { Snapshot } from '../project/types.ts';
import { ruleNamed } from '../rules/registry.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { suppressions } from '../syntax/suppressions.ts';
import { lineMap } from '../text/line-map.ts';
import { type Span, shift } from '../text/span.ts';

export interface DocumentLink {
  /** Of the words that lead there, in the file. */
  readonly span: Span;
  readonly to:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'rule'; readonly rule: string }
    | { readonly kind: 'address'; readonly address: string };
  /** In words, where it leads. */
  readonly tooltip: string;
}

/** In order of the text. What is not there, a file or a rule, has no link. */
export function documentLinks(snapshot: Snapshot, path: string): DocumentLink[] {
  const source = snapshot.source(path);
  if (source === undefined) return [];
  const all = [
    ...directoryLinks(snapshot, path, source),
    ...ruleLinks(snapshot, path, source),
    ...addressLinks(source),
  ];
  return all.sort((a, b) => a.span.start - b.span.start);
}

function directoryLinks({ input }: Snapshot, path: string, { units, starts }: SourceFile): DocumentLink[] {
  return units.flatMap(({ declaration }, i) => {
    if (declaration?.kind !== 'directory' || declaration.path === undefined) return [];
    const file = directoryPath(path, declaration.path.text);
    if (file === undefined || !input.directories.has(file)) return [];
    const span = inside(shift(declaration.path.span, starts[i] ?? 0));
    return [{ span, to: { kind: 'file', path: file }, tooltip: `directory file ${file}` } as const];
  });
}

/** Without the quotes. */
function inside({ start, end }: Span): Span {
  return end - start > 2 ? { start: start + 1, end: end - 1 } : { start, end };
}

function ruleLinks(snapshot: Snapshot, path: string, source: SourceFile): DocumentLink[] {
  return suppressions(source, () => snapshot.lines(path) ?? lineMap(source.text)).flatMap(({ rules }) =>
    rules.flatMap(({ id, span }) => {
      const rule = ruleNamed(id);
      return rule === undefined
        ? []
        : [{ span, to: { kind: 'rule', rule: id }, tooltip: `rule ${id}: ${rule.title}` } as const];
    }),
  );
}

/** Up to a blank, a quote or a bracket, less the signs that a sentence puts behind it. */
const addresses = /\bhttps?:\/\/[^\s"'`<>()[\]{}]*[^\s"'`<>()[\]{}.,;:!?*]/g;

function addressLinks({ text, comments }: SourceFile): DocumentLink[] {
  return comments.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(addresses)].map(({ 0: address, index }) => ({
      span: { start: start + index, end: start + index + address.length },
      to: { kind: 'address', address },
      tooltip: address,
    })),
  );
}
