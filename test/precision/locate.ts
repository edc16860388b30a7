// Where findings stand, in the names and kinds of declarations.
import type { Snapshot } from '../../server/src/project/types.ts';
import type { Place } from '../../server/src/rules/finding.ts';
import type { Declaration } from '../../server/src/syntax/ast.ts';
import type { Span } from '../../server/src/text/span.ts';

interface Part {
  readonly span: Span;
  readonly kind: string;
  readonly name?: { readonly text: string } | undefined;
}

export interface Location {
  /** `Motor Claims / Claim Handler`; the kind of what has no name. */
  readonly where: string;
  /** Of the innermost declaration: `role`, `policy`, `service account` and so on. */
  readonly kind: string;
  /** The words themselves. */
  readonly text: string;
}

export function locate(snapshot: Snapshot, { file, span }: Place): Location {
  const source = snapshot.source(file);
  const text = source?.text.slice(span.start, span.end) ?? '';
  const at = source?.starts.findLastIndex((start) => start <= span.start) ?? -1;
  const declaration = source?.units[at]?.declaration;
  if (declaration === undefined) return { where: file, kind: 'file', text };
  const offset = span.start - (source?.starts[at] ?? 0);
  const inner = partsOf(declaration).find((part) => part.span.start <= offset && offset <= part.span.end);
  const outer = nameOf(declaration);
  if (inner === undefined) return { where: outer, kind: declaration.kind, text };
  return { where: `${outer} / ${nameOf(inner)}`, kind: inner.kind, text };
}

function nameOf(part: Part): string {
  return part.name?.text ?? part.kind;
}

function partsOf(declaration: Declaration): readonly Part[] {
  return declaration.kind === 'object' ? declaration.items : [];
}

/** How many declarations of each kind there are, within objects too. */
export function countKinds(snapshot: Snapshot): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = ({ kind }: Part) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const path of snapshot.input.files.keys())
    for (const { declaration } of snapshot.source(path)?.units ?? []) {
      if (declaration === undefined) continue;
      count(declaration);
      for (const part of partsOf(declaration)) count(part);
    }
  return counts;
}
