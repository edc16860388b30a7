// Relations to a record as fields of it: whether it is shared with the actor, watched by them, and so on.
import { allOf } from '../../condition/build.ts';
import { printFormula } from '../../condition/print.ts';
import { always, never } from '../../model/formulas.ts';
import type { Atom, AutoShareWord, Content, Field, Formula, ObjectSymbol, Principal } from '../../model/symbols.ts';
import { notesOn } from '../../text/notes.ts';
import { type RelationWord, relationOf } from '../relations.ts';

/** `assign`: to the actor itself; `group-assign`: to a group of the actor's. */
export type Mark = AutoShareWord;

/** As the body of a record says them. */
const written: Readonly<Record<Mark, string>> = {
  watch: 'watched by',
  mention: 'mentions',
  share: 'shared with',
  approval: 'approved by',
  assign: 'assigned to',
  'group-assign': 'assigned to a group of',
};

const known = notesOn<ObjectSymbol, Map<Mark, Field>>();
const marks = new WeakMap<Field, Mark>();

/** True of records that have the relation to the actor. It is one field for both sides: `home` is the object's. */
function markField(home: ObjectSymbol, mark: Mark): Field {
  const fields = known.get(home) ?? new Map<Mark, Field>();
  known.set(home, fields);
  const found = fields.get(mark);
  if (found !== undefined) return found;
  const rest = { origin: undefined, options: [], assignee: false } as const;
  const made: Field = { kind: 'field', name: mark, object: home, type: 'boolean', ...rest };
  fields.set(mark, made);
  marks.set(made, mark);
  return made;
}

export function markOf(field: Field): Mark | undefined {
  return marks.get(field);
}

function isMarked(home: ObjectSymbol, mark: Mark): Formula {
  const value = { kind: 'literal', value: true, source: 'true' } as const;
  return { op: 'atom', field: markField(home, mark), test: { is: 'equals', value }, origin: undefined };
}

/** Nobody can be named who is only some further person of a group, and a service account is in no group. */
export function isImpossible(mark: Mark, principal: Principal): boolean {
  if (mark === 'assign') return principal.kind === 'group';
  return mark === 'group-assign' && principal.kind === 'service account';
}

/** For which records a relation holds: `plain` where none is said, `related` where any may be. */
export interface Relating {
  readonly plain: Formula;
  readonly related: Formula;
}

/** The relations of some words of auto-share, of a role or of records. */
export function relating(
  home: ObjectSymbol,
  object: ObjectSymbol,
  words: Iterable<AutoShareWord>,
  of: 'role' | 'records',
): Relating {
  const relations = [...words].map((word) => relationOf(word, of));
  const plain = some(relations.flatMap((relation) => byFields(object, relation)));
  return { plain, related: some([plain, ...relations.flatMap((relation) => bySaying(home, relation))]) };
}

/** The assignee fields that hold the actor. */
function byFields(object: ObjectSymbol, { relation, reach }: RelationWord): Formula[] {
  if (relation !== 'assign') return [];
  return [...object.fields.values()].flatMap((field): Atom[] => {
    if (!field.assignee) return [];
    const rest = { op: 'atom', field, origin: undefined } as const;
    if (field.type === 'user' && reach !== 'groups')
      return [{ ...rest, test: { is: 'equals', value: { kind: 'current user' } } }];
    return field.type === 'group' && reach !== 'users' ? [{ ...rest, test: { is: 'contains current user' } }] : [];
  });
}

function bySaying(home: ObjectSymbol, { relation, reach }: RelationWord): Formula[] {
  if (relation !== 'assign') return [isMarked(home, relation)];
  const said: Mark[] = reach === 'both' ? ['assign', 'group-assign'] : [reach === 'users' ? 'assign' : 'group-assign'];
  return said.map((mark) => isMarked(home, mark));
}

/** The condition in words, relations among them: `Status is "Open" or mentions current user`. */
export function printRelated(formula: Formula): string {
  return print(formula, 'or');
}

/** `around`: the junction that it stands in; `and` binds tighter. */
function print(formula: Formula, around: 'and' | 'or'): string {
  if (formula.op === 'atom') return markText(formula) ?? printFormula(formula);
  if (formula.op !== 'and' && formula.op !== 'or') return printFormula(formula);
  const { op, parts } = formula;
  const text = hasMark(formula) ? parts.map((part) => print(part, op)).join(` ${op} `) : printFormula(formula);
  return op === 'or' && around === 'and' ? `(${text})` : text;
}

/** Relations only ever add records: none is ever negated. */
function hasMark(formula: Formula): boolean {
  if (formula.op === 'atom') return marks.has(formula.field);
  return (formula.op === 'and' || formula.op === 'or') && formula.parts.some(hasMark);
}

function markText({ field }: Atom): string | undefined {
  const mark = marks.get(field);
  return mark === undefined ? undefined : `${written[mark]} current user`;
}

/** What a record says of its relations to the principal: `mentions bob`. */
export function relationTexts(record: ReadonlyMap<Field, Content>, name: string): string[] {
  return [...record].flatMap(([field, content]) => {
    const mark = marks.get(field);
    return mark === undefined || content !== true ? [] : [`${written[mark]} ${name}`];
  });
}

export const noRecord: Relating = { plain: never, related: never };
export const everyRecord: Relating = { plain: always, related: always };

/** Records that meet both. */
export function bothRelating(one: Relating, other: Relating): Relating {
  const plain = allOf([one.plain, other.plain]);
  return { plain, related: allOf([one.related, other.related]) };
}

/** Records that meet any. */
export function anyRelating(relations: readonly Relating[]): Relating {
  return { plain: some(relations.map(({ plain }) => plain)), related: some(relations.map(({ related }) => related)) };
}

/** Any of them, as they stand: whether two say the same is not looked at, which would cost more than it saves. */
function some(formulas: readonly Formula[]): Formula {
  if (formulas.some(({ op }) => op === 'true')) return always;
  const parts = formulas.filter(({ op }) => op !== 'false').flatMap((part) => (part.op === 'or' ? part.parts : [part]));
  return parts.length < 2 ? (parts[0] ?? never) : { op: 'or', parts };
}

/** A condition that looks at fields alone. */
export function unmarked(formula: Formula): Relating {
  return { plain: formula, related: formula };
}
