// Where lenses stand in a file. One that is on a single line has none: there they would take as much room as the text.
import type { Snapshot } from '../project/types.ts';
import type { Declaration, ObjectItem, QueryDecl } from '../syntax/ast.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { type Span, shift } from '../text/span.ts';
import type { CodeLens, LensKind, LensSwitch } from './lenses/lens.ts';
import { isOfAnyRecord } from './lenses/question.ts';

/** In the order of the text. What each says is found out one by one: `lensText`. */
export function codeLenses(snapshot: Snapshot, path: string, wanted: ReadonlySet<LensSwitch>): CodeLens[] {
  const source = snapshot.source(path);
  if (source === undefined || wanted.size === 0) return [];
  const failed = wanted.has('questions') ? failedIn(snapshot, path) : new Set<number>();
  return source.units.flatMap(({ declaration }, i) => {
    const start = source.starts[i] ?? 0;
    return declaration === undefined ? [] : lensesOf({ source, start, wanted, failed }, declaration);
  });
}

interface Where {
  readonly source: SourceFile;
  /** Of the unit. */
  readonly start: number;
  readonly wanted: ReadonlySet<LensSwitch>;
  /** Where expectations start that do not hold. */
  readonly failed: ReadonlySet<number>;
}

/** What holds needs no word. */
function failedIn(snapshot: Snapshot, path: string): ReadonlySet<number> {
  const own = snapshot.outcomes.filter(({ place, outcome }) => place.file === path && outcome.outcome !== 'held');
  return new Set(own.map(({ place }) => place.span.start));
}

const kinds = {
  user: ['permissions', 'used by'],
  group: ['members', 'permissions', 'used by'],
  role: ['members', 'permissions'],
  object: ['used by'],
  policy: ['members'],
  'service account': ['permissions', 'used by'],
  record: ['used by'],
} as const satisfies Partial<Record<(Declaration | ObjectItem)['kind'], readonly LensKind[]>>;

const switches: Readonly<Record<LensKind, LensSwitch>> = {
  members: 'members',
  permissions: 'permissions',
  'used by': 'usedBy',
  evaluate: 'questions',
  why: 'questions',
};

function lensesOf(where: Where, node: Declaration | ObjectItem): CodeLens[] {
  switch (node.kind) {
    case 'query':
      return lensesAt(where, node.span, isAskable(node) ? ['why', 'evaluate'] : ['why']);
    case 'expect':
      return where.failed.has(where.start + node.span.start) ? lensesAt(where, node.span, ['why']) : [];
    case 'test':
      return node.items.flatMap((item) => (item.kind === 'expect' ? lensesOf(where, item) : []));
    case 'object':
      return [...named(where, node, kinds.object), ...node.items.flatMap((item) => lensesOf(where, item))];
    case 'user':
      return where.wanted.has('users') ? named(where, node, kinds.user) : [];
    case 'group':
    case 'role':
    case 'policy':
    case 'service account':
    case 'record':
      return isOnOneLine(where, node.span) ? [] : named(where, node, kinds[node.kind]);
    default:
      return [];
  }
}

function isAskable({ question }: QueryDecl): boolean {
  return question !== undefined && isOfAnyRecord(question);
}

function named(
  where: Where,
  { name }: { readonly name: { readonly span: Span } | undefined },
  all: readonly LensKind[],
): CodeLens[] {
  return name === undefined ? [] : lensesAt(where, name.span, all);
}

function lensesAt({ start, wanted }: Where, at: Span, all: readonly LensKind[]): CodeLens[] {
  return all.filter((kind) => wanted.has(switches[kind])).map((kind) => ({ kind, span: shift(at, start) }));
}

function isOnOneLine({ source, start }: Where, { start: from, end }: Span): boolean {
  return !/[\r\n]/.test(source.text.slice(start + from, start + end));
}
