// Where lenses stand in a file. One that is on a single line has none: there they would take as much room as the text.
import type { Snapshot } from '../project/types.ts';
import type { Declaration, ExpectDecl, ObjectItem, QueryDecl } from '../syntax/ast.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { type Span, shift } from '../text/span.ts';
import { inlineAnswers } from './inline-answers.ts';
import type { CodeLens, LensKind, LensSwitch } from './lenses/lens.ts';
import { isOfAnyRecord } from './lenses/question.ts';

/** In the order of the text. What each says is found out one by one: `lensText`. */
export function codeLenses(snapshot: Snapshot, path: string, wanted: ReadonlySet<LensSwitch>): CodeLens[] {
  const source = snapshot.source(path);
  if (source === undefined || wanted.size === 0) return [];
  const asked = wanted.has('questions') ? askedIn(snapshot, path) : new Map<number, LensKind[]>();
  return source.units.flatMap(({ declaration }, i) => {
    const start = source.starts[i] ?? 0;
    return declaration === undefined ? [] : lensesOf({ source, start, wanted, asked }, declaration);
  });
}

interface Where {
  readonly source: SourceFile;
  /** Of the unit. */
  readonly start: number;
  readonly wanted: ReadonlySet<LensSwitch>;
  /** What is to be said above questions and expectations, by where they start. */
  readonly asked: ReadonlyMap<number, readonly LensKind[]>;
}

/** What is plainly allowed or holds needs no explanation, and of what is broken a finding tells. */
function askedIn(snapshot: Snapshot, path: string): ReadonlyMap<number, readonly LensKind[]> {
  const asked = new Map<number, readonly LensKind[]>();
  for (const { span, state } of inlineAnswers(snapshot, path)) {
    if (state === 'conditional') asked.set(span.start, ['why', 'evaluate']);
    else if (state === 'list' || state === 'refused' || state === 'failed') asked.set(span.start, ['why']);
  }
  return asked;
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
    case 'expect':
      return lensesAt(where, node.span, lensesOfQuestion(where, node));
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

function lensesOfQuestion({ asked, start }: Where, { question, span }: QueryDecl | ExpectDecl): readonly LensKind[] {
  const all = asked.get(start + span.start) ?? [];
  const isAskable = question !== undefined && isOfAnyRecord(question);
  return isAskable ? all : all.filter((kind) => kind !== 'evaluate');
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
