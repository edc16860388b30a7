// What each declaration of a project was bound to, and whose symbols that holds: what the next state may take over.
import type { Declaration } from '../syntax/ast.ts';
import type { Unit } from '../syntax/source-file.ts';
import { notesOn } from '../text/notes.ts';
import type { Site } from './draft.ts';
import type { AskedQuestion, Model, Reference } from './model.ts';
import type { Problem } from './problem.ts';
import type { AnySymbol, ObjectSymbol } from './symbols.ts';

/** One unit as it was bound. */
export interface Part {
  readonly problems: readonly Problem[];
  readonly references: readonly Reference[];
  /** An error in it leaves open what the organization holds. */
  readonly tainted: boolean;
  readonly file: string;
  readonly unit: Unit;
  /** By which others take it up. */
  readonly key: string | undefined;
  /** Keys of the other declarations that are spoken of. Bound anew, they leave this part with symbols of before. */
  readonly needs: ReadonlySet<string>;
  readonly questions: readonly AskedQuestion[];
  /** What it names, each once, but for users and fields. */
  readonly named: readonly AnySymbol[];
  /** Names of attributes of `current user` that its conditions ask for. */
  readonly attributes: readonly string[];
  /** Something in it names what nobody knows, or is named where it may not be: any name that comes or goes may matter. */
  readonly uncertain: boolean;
}

/** Of one file, in its order. */
export interface FileParts {
  readonly all: readonly Part[];
  /** Positions of those that say anything to others: most are people, who only are. */
  readonly live: readonly number[];
}

export type PartsByFile = ReadonlyMap<string, FileParts>;

export function filePartsOf(all: readonly Part[]): FileParts {
  return { all, live: all.flatMap((part, at) => (isLive(part) ? [at] : [])) };
}

/** What speaks of others. */
const speaking: ReadonlySet<string> = new Set(['object', 'role', 'record', 'test', 'query', 'expect']);
const people: ReadonlySet<string> = new Set(['user', 'group']);

/** What may be bound anew by itself: all but what decides who there is. */
export function isMovable({ declaration }: Unit): boolean {
  return declaration === undefined || speaking.has(declaration.kind) || people.has(declaration.kind);
}

export function isLive({ unit, tainted, problems, needs, named, questions }: Part): boolean {
  const says = problems.length + needs.size + named.length + questions.length > 0;
  return says || tainted || unit.declaration === undefined || speaking.has(unit.declaration.kind);
}

const liveIn = notesOn<PartsByFile, readonly Part[]>();

/** In the order of the text. */
export function liveParts(parts: PartsByFile): readonly Part[] {
  const known = liveIn.get(parts);
  if (known !== undefined) return known;
  const found: Part[] = [];
  for (const { all, live } of parts.values())
    for (const at of live) {
      const part = all[at];
      if (part !== undefined) found.push(part);
    }
  liveIn.set(parts, found);
  return found;
}

/** What of an object others may take up; undefined of what has no name, or stands for nothing but itself. */
export function keyOf(declaration: Declaration | undefined): string | undefined {
  if (declaration === undefined || !('name' in declaration) || declaration.name === undefined) return undefined;
  const { kind, name } = declaration;
  return kind === 'organization' ? undefined : key(kind, name.text);
}

export function key(kind: 'object' | 'role' | 'user' | 'group' | 'record' | 'test', name: string): string {
  return `${kind} ${name}`;
}

/** Most parts are people, who speak of nobody: what is empty is the same for all of them. */
const [nothing, nobody]: [readonly never[], ReadonlySet<string>] = [[], new Set()];

export function partOf({ file, unit, notes }: Site, questions: readonly AskedQuestion[] = nothing): Part {
  const own = keyOf(unit.declaration);
  const { attributes, references, problems, tainted } = notes;
  if (references.length + problems.length === 0) {
    const empty = { references: nothing, problems: nothing, needs: nobody, named: nothing, attributes: nothing };
    return { file, unit, key: own, tainted, questions, uncertain: false, ...empty };
  }
  const needs = new Set<string>();
  const add = (needed: string | undefined) => {
    if (needed !== undefined && needed !== own) needs.add(needed);
  };
  for (const { target } of references) add(neededFor(target));
  for (const { about, related = [] } of problems) {
    if (about !== undefined) add(neededFor(about));
    for (const { origin } of related) if (origin.unit !== unit) add(keyOf(origin.unit.declaration));
  }
  const targets = references.map(({ target }) => target);
  const named = [...new Set(targets.filter(({ kind }) => kind !== 'user' && kind !== 'field'))];
  const uncertain = problems.some(({ rule }) => ofNames.has(rule));
  return { file, unit, key: own, references, problems, tainted, needs, questions, named, attributes, uncertain };
}

/** Rules whose problems come from looking a name up in more than one place. */
const ofNames: ReadonlySet<string> = new Set([
  'unknown-object',
  'unknown-principal',
  'unknown-role',
  'unknown-record',
  'service-account-elsewhere',
  'invalid-member',
]);

/** Users are the same wherever parts are taken over; only where they are declared is spoken of may that have moved. */
function neededFor(target: AnySymbol): string | undefined {
  switch (target.kind) {
    case 'object':
      return key('object', target.name);
    case 'role':
      return target.object === undefined ? key('role', target.name) : key('object', target.object.name);
    case 'field':
    case 'policy':
    case 'service account':
    case 'automation':
    case 'agent':
      return key('object', target.object.name);
    case 'group':
      return key('group', target.name);
    case 'record':
      return target.test === undefined ? key('record', target.name) : undefined;
    default:
      return undefined;
  }
}

/** In the order of files and texts. What says nothing to others but names people is looked through for people alone. */
export function referencesTo(parts: PartsByFile, symbol: AnySymbol): Reference[] {
  const needed = neededFor(symbol);
  const mayName = (part: Part) =>
    needed === undefined
      ? symbol.kind === 'user' || part.named.includes(symbol)
      : part.needs.has(needed) || keyOf(part.unit.declaration) === needed;
  const all = symbol.kind === 'user' ? [...parts.values()].flatMap((file) => file.all) : liveParts(parts);
  return all.flatMap((part) => (mayName(part) ? part.references.filter(({ target }) => target === symbol) : []));
}

/** Of each object, the declarations of others that speak of it. */
export function namedByOf(
  parts: readonly Part[],
  { objects }: Pick<Model, 'objects'>,
): ReadonlyMap<ObjectSymbol, readonly Unit[]> {
  const named = new Map<string, Unit[]>();
  for (const part of parts) {
    if (part.unit.declaration?.kind !== 'object') continue;
    for (const needed of part.needs) {
      const known = named.get(needed);
      if (known === undefined) named.set(needed, [part.unit]);
      else known.push(part.unit);
    }
  }
  return new Map(
    [...objects.values()].flatMap((object) => {
      const units = named.get(key('object', object.name));
      return units === undefined ? [] : [[object, units] as const];
    }),
  );
}
