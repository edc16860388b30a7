// What `writ diff` finds, as the contract that `--format json` prints. diff.schema.json says the same to other programs.
import type {
  AccessDifference,
  Change,
  DifferenceEntry,
  Example,
  PlaceItem,
  PrincipalItem,
  Reason,
  Rename,
  SideName,
  Undecided,
} from '../../access/difference/types.ts';
import { nowhere } from '../../model/origin.ts';
import type { Snapshot } from '../../project/types.ts';
import { formatDay } from '../../text/calendar.ts';
import type { Range } from '../check-result.ts';
import { problemsOf } from '../export-problems.ts';
import { pathFrom } from '../paths.ts';
import { located, optional } from '../to-result.ts';
import type { Side } from './sides.ts';

export interface DiffResult {
  readonly version: 1;
  /** The evaluation date of both sides, `2026-11-21`. */
  readonly asOf: string;
  readonly before: SideResult;
  readonly after: SideResult;
  readonly summary: Readonly<Record<Change | 'unknown', number>>;
  readonly renames?: readonly Rename[];
  readonly entries?: readonly EntryResult[];
  readonly unknown?: readonly UndecidedResult[];
}

export interface SideResult {
  /** As it was named; `working tree` where nothing was. */
  readonly name: string;
  readonly commit?: string;
  /** From the working folder, with `/`; `.` for itself. */
  readonly root: string;
  /** How many `.writ` files there are. */
  readonly files: number;
  /** What is broken there, and so allows nothing. */
  readonly errors?: readonly string[];
}

export interface EntryResult {
  readonly change: Change;
  readonly principals: readonly PrincipalItem[];
  readonly permissions?: readonly string[];
  /** The service account that may be picked; no permission then. */
  readonly use?: string;
  readonly invite?: true;
  readonly places?: readonly PlaceItem[];
  readonly except?: DifferenceEntry['except'];
  readonly before?: string;
  readonly after?: string;
  readonly inSight?: true;
  readonly relations?: true;
  readonly example?: Example;
  readonly reasons?: readonly ReasonResult[];
}

export interface ReasonResult {
  readonly side: SideName;
  readonly text: string;
  /** Where it stands on its side; neither for what nobody has written. */
  readonly file?: string;
  readonly range?: Range;
}

export interface UndecidedResult {
  readonly principals?: readonly PrincipalItem[];
  readonly permissions?: readonly string[];
  readonly places?: readonly PlaceItem[];
  readonly reason: string;
}

/** A side with all that is read of it. */
export interface Read {
  readonly side: Side;
  readonly snapshot: Snapshot;
}

export type Both = Readonly<Record<SideName, Read>>;

export function diffResult(cwd: string, both: Both, difference: AccessDifference): DiffResult {
  const { renames, entries, unknown, summary } = difference;
  return {
    version: 1,
    asOf: formatDay(both.after.snapshot.input.today),
    before: sideResult(cwd, both.before),
    after: sideResult(cwd, both.after),
    summary,
    ...optional('renames', renames),
    ...optional(
      'entries',
      entries.map((entry) => entryResult(both, entry)),
    ),
    ...optional('unknown', unknown.map(undecidedResult)),
  };
}

function sideResult(cwd: string, { side, snapshot }: Read): SideResult {
  const { name = 'working tree', commit, project } = side;
  return {
    name,
    ...optional('commit', commit),
    root: pathFrom(cwd, project.root),
    files: project.files.size,
    ...optional(
      'errors',
      problemsOf(snapshot).map(({ place, message }) => `${place} ${message}`),
    ),
  };
}

function entryResult(both: Both, entry: DifferenceEntry): EntryResult {
  const { change, principals, matter, places, except, before, after, inSight, relations, example } = entry;
  return {
    change,
    principals: principals.map(known),
    ...(matter.kind === 'permissions' ? { permissions: matter.constants } : {}),
    ...(matter.kind === 'use' ? { use: matter.account } : {}),
    ...(matter.kind === 'invite' ? { invite: true } : {}),
    ...optional('places', places.map(known)),
    ...optional('except', except),
    ...optional('before', before),
    ...optional('after', after),
    ...(inSight ? { inSight } : {}),
    ...(relations ? { relations } : {}),
    ...(example === undefined ? {} : { example }),
    ...optional('reasons', [
      ...entry.origins.before.map((reason) => reasonResult(both, 'before', reason)),
      ...entry.origins.after.map((reason) => reasonResult(both, 'after', reason)),
    ]),
  };
}

/** Without the keys that have nothing to say. */
function known<T extends PrincipalItem | PlaceItem>(item: T): T {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as T;
}

function reasonResult(both: Both, side: SideName, { text, origin }: Reason): ReasonResult {
  const { snapshot } = both[side];
  if (origin === undefined || origin.file === nowhere.file) return { side, text };
  return { side, text, ...located(snapshot, snapshot.place(origin)) };
}

function undecidedResult({ principals, permissions, places, reason }: Undecided): UndecidedResult {
  return {
    ...optional('principals', principals.map(known)),
    ...optional('permissions', permissions),
    ...optional('places', places.map(known)),
    reason,
  };
}
