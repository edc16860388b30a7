// Where lenses stand in a file. One that is on a single line has none: there they would take as much room as the text.
import type { Snapshot } from '../project/types.ts';
import type { Declaration, ExpectDecl, ObjectItem, QueryDecl } from '../syntax/ast.ts';
import { type Span, shift } from '../text/span.ts';
import { inlineAnswers } from './inline-answers.ts';
import type { CodeLens, LensKind, LensSwitch } from './lenses/lens.ts';
import { isOfAnyRecord } from './lenses/question.ts';

/** In the order of the text. What each says is found out one by one: `lensText`. */
export function codeLenses(snapshot: Snapshot, path: string, wanted: ReadonlySet<LensSwitch>): CodeLens[] {
  const source = snapshot.source(path);
  if (source === undefined || wanted.size === 0) return [];
  const asked = wanted.has('questions') ? askedIn(snapshot, path) : new Map<number, ReadonlySet<LensKind>>();
  const lenses: CodeLens[] = [];
  const withUsers = wanted.has('users');
  source.units.forEach(({ declaration }, i) => {
    // Most declarations of a large organization are people.
    if (declaration === undefined || (declaration.kind === 'user' && !withUsers)) return;
    const start = source.starts[i] ?? 0;
    const isBlock = ({ span }: Spanned) => /[\r\n]/.test(source.text.slice(start + span.start, start + span.end));
    for (const { kind, span, ofQuestion } of lensesOf(declaration, isBlock)) {
      const isMeant = !ofQuestion || asked.get(start + span.start)?.has(kind) === true;
      if (isMeant && wanted.has(switches[kind])) lenses.push({ kind, span: shift(span, start) });
    }
  });
  return lenses;
}

/** What is plainly allowed or holds needs no explanation, and of what is broken a finding tells. */
function askedIn(snapshot: Snapshot, path: string): ReadonlyMap<number, ReadonlySet<LensKind>> {
  const asked = new Map<number, ReadonlySet<LensKind>>();
  for (const { span, state } of inlineAnswers(snapshot, path)) {
    if (state === 'conditional') asked.set(span.start, new Set(['why', 'evaluate']));
    else if (state === 'list') asked.set(span.start, new Set(['why', 'list']));
    else if (state === 'refused' || state === 'failed') asked.set(span.start, new Set(['why']));
  }
  return asked;
}

const kinds = {
  user: ['permissions', 'used by'],
  group: ['members', 'permissions', 'used by'],
  role: ['members', 'permissions'],
  object: ['permissions', 'used by'],
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
  list: 'questions',
};

/** A lens that may stand there; its span is relative to the unit. */
interface Possible extends CodeLens {
  /** What the question comes to decides whether it does. */
  readonly ofQuestion: boolean;
}

interface Spanned {
  readonly span: Span;
}

/** `isBlock`: whether something takes more than one line. */
function lensesOf(node: Declaration | ObjectItem, isBlock: (of: Spanned) => boolean): Possible[] {
  switch (node.kind) {
    case 'query':
    case 'expect':
      return questionLenses(node);
    case 'test':
      return node.items.flatMap((item) => (item.kind === 'expect' ? questionLenses(item) : []));
    case 'object':
      return [...named(node, kinds.object), ...node.items.flatMap((item) => lensesOf(item, isBlock))];
    case 'user':
      return named(node, kinds.user);
    case 'group':
    case 'role':
    case 'policy':
    case 'service account':
    case 'record':
      return isBlock(node) ? named(node, kinds[node.kind]) : [];
    default:
      return [];
  }
}

function questionLenses({ question, span }: QueryDecl | ExpectDecl): Possible[] {
  const isAskable = question !== undefined && isOfAnyRecord(question);
  const all: readonly LensKind[] = isAskable ? ['why', 'evaluate'] : ['why', 'list'];
  return all.map((kind) => ({ kind, span, ofQuestion: true }));
}

function named({ name }: { readonly name: Spanned | undefined }, all: readonly LensKind[]): Possible[] {
  return name === undefined ? [] : all.map((kind) => ({ kind, span: name.span, ofQuestion: false }));
}
