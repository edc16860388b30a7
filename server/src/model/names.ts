// The names that an edit brings and takes away. Who there is, and where objects stand, has to stay: numbers go by that.
import { managedRole } from '../catalogue/managed-roles.ts';
import type { Unit } from '../syntax/source-file.ts';
import { isSame } from '../text/same.ts';
import type { BindInput } from './bound.ts';
import { keyOf } from './parts.ts';

/** Keys of declarations: none is among both. */
export interface Renamed {
  readonly gone: ReadonlySet<string>;
  readonly come: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();
export const nothingRenamed: Renamed = { gone: nothing, come: nothing };

/** Undefined where more came, went or changed places than what is only named. */
export function namesBetween(gone: readonly Unit[], come: readonly Unit[]): Renamed | undefined {
  const [before, after] = [gone.map(saidBy), come.map(saidBy)];
  if (before.includes(undefined) || after.includes(undefined)) return undefined;
  const [old, now] = [namedIn(before), namedIn(after)];
  const [had, has] = [freeIn(old), freeIn(now)];
  const stays = ({ name, isFree }: Said) => !isFree || (had.has(name) && has.has(name));
  // Managed roles stand among the others, users among groups: none of them may have changed places.
  const [left, right] = [old, now].map((all) => all.filter(stays).map(({ name }) => name));
  if (!isSame(left ?? [], right ?? [])) return undefined;
  return { gone: without(had, has), come: without(has, had) };
}

/** Of several files; undefined where a name went from one to another. */
export function allRenamed(all: readonly Renamed[]): Renamed | undefined {
  const some = all.filter(({ gone, come }) => gone.size + come.size > 0);
  if (some.length === 0) return nothingRenamed;
  const [gone, come] = [
    new Set(some.flatMap((each) => [...each.gone])),
    new Set(some.flatMap((each) => [...each.come])),
  ];
  return [...gone].some((name) => come.has(name)) ? undefined : { gone, come };
}

/** The names of that kind among the keys. */
export function namesOf(keys: Iterable<string>, kind: 'group' | 'role' | 'record' | 'test'): string[] {
  const prefix = `${kind} `;
  return [...keys].flatMap((each) => (each.startsWith(prefix) ? [each.slice(prefix.length)] : []));
}

/** What users and groups are called, in the order of the project, each name once. */
export function namesOfPeople({ files }: BindInput): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { source } of files)
    for (const { declaration } of source.units)
      if ((declaration?.kind === 'user' || declaration?.kind === 'group') && declaration.name !== undefined)
        names.add(declaration.name.text);
  return names;
}

/** Whether somebody may come from a directory. */
export function namesDirectories({ files }: BindInput): boolean {
  return files.some(({ source: { units, notable } }) =>
    notable.some((at) => units[at]?.declaration?.kind === 'directory'),
  );
}

interface Said {
  readonly name: string;
  /** It may come and go while all else stays. */
  readonly isFree: boolean;
}

function namedIn(all: readonly (Said | 'nothing' | undefined)[]): readonly Said[] {
  return all.filter((each) => each !== undefined && each !== 'nothing');
}

function freeIn(all: readonly Said[]): ReadonlySet<string> {
  return new Set(all.filter(({ isFree }) => isFree).map(({ name }) => name));
}

function without(some: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...some].filter((name) => !others.has(name)));
}

/** Undefined where others hang on it, whatever it is called. */
function saidBy({ declaration, problems }: Unit): Said | 'nothing' | undefined {
  const own = keyOf(declaration);
  switch (declaration?.kind) {
    case undefined:
    case 'query':
    case 'expect':
      return 'nothing';
    case 'object':
      return { name: `${declaration.object} ${own ?? ''}`, isFree: false };
    case 'role': {
      if (own === undefined) return 'nothing';
      const isFree = !declaration.managed && managedRole('organization', declaration.name?.text ?? '') === undefined;
      return { name: isFree ? own : `${declaration.managed} ${own}`, isFree };
    }
    case 'group':
      // Who is in one that fills itself is a matter of all people.
      if (declaration.items.some((item) => item.kind === 'domain')) return undefined;
      return own === undefined ? 'nothing' : { name: own, isFree: true };
    case 'user':
      // Whoever has an error may be anybody.
      return problems.length > 0 || own === undefined ? undefined : { name: own, isFree: false };
    case 'record':
    case 'test':
      return { name: own ?? `${declaration.kind} `, isFree: true };
    default:
      return undefined;
  }
}
