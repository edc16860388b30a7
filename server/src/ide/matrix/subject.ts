// What a matrix is about: the principals of a place, or the places of a principal, each row found when it is asked for.
import type { AccessIndex } from '../../access/index/access-index.ts';
import { numberOf, principalAt } from '../../access/index/people.ts';
import type { Cell } from '../../access/matrix/cell.ts';
import { rowOf, type Sheet, sheetOf } from '../../access/matrix/sheet.ts';
import { permissions as allPermissions } from '../../catalogue/permissions.ts';
import type { Permission } from '../../catalogue/types.ts';
import { principalPath } from '../../model/lookup.ts';
import type { Model } from '../../model/model.ts';
import type { ObjectSymbol, Principal } from '../../model/symbols.ts';
import type { Snapshot } from '../../project/types.ts';
import { writeName } from '../../syntax/keywords.ts';
import { lazy } from '../../text/lazy.ts';
import { nearest } from '../../text/nearest.ts';
import { principalDetail } from '../evaluate.ts';
import { principalNamed } from '../permissions-document.ts';

/** `organization` or an object, or a principal, each as a question writes it or plainly by its name. */
export type Subject = { readonly in: string } | { readonly of: string };

/** What stands before a row. */
export interface Head {
  /** As a question writes it. */
  readonly name: string;
  /** As people read it. */
  readonly label: string;
  readonly kind: Principal['kind'] | 'organization' | ObjectSymbol['type'];
  readonly detail: string;
}

export interface Matrix {
  /** As a question writes it, and as people read it. */
  readonly name: string;
  readonly label: string;
  readonly rowsAre: 'principals' | 'places';
  readonly rowCount: number;
  readonly permissions: readonly Permission[];
  head(row: number): Head;
  /** A cell for each of the permissions, of these alone. */
  cells(row: number, asked: readonly Permission[]): readonly Cell[];
  /** The row of that name, as its head writes it; undefined where there is none. */
  rowNamed(name: string): number | undefined;
}

export interface UnknownSubject {
  readonly problem: string;
}

export function matrixOf(snapshot: Snapshot, subject: Subject): Matrix | UnknownSubject {
  return 'in' in subject ? ofPlace(snapshot, subject.in) : ofPrincipal(snapshot, subject.of);
}

const organization: Head = { name: 'organization', label: 'organization', kind: 'organization', detail: '' };

function ofPlace({ model, accessIndex }: Snapshot, place: string): Matrix | UnknownSubject {
  const object = objectNamed(model, place);
  if (object === undefined && place !== organization.name) {
    return unknown('object', place, [organization.name, ...[...model.objects.keys()].map(writeName)]);
  }
  const sheet = sheetOf(accessIndex, object?.index);
  if (sheet === undefined) return unknown('object', place, []);
  const { people } = accessIndex;
  const head = (row: number) => headOf(model, principalAt(people, row));
  const paths = lazy(() => new Map(Array.from(people.flags, (_, row) => [head(row).name, row])));
  return {
    name: object === undefined ? organization.name : writeName(object.name),
    label: object?.name ?? 'the organization',
    rowsAre: 'principals',
    rowCount: people.flags.length,
    permissions: sheet.permissions,
    head,
    cells: (row, asked) => rowOf(sheet, row, asked),
    rowNamed: (name) => paths().get(name),
  };
}

/** Quoted or not; `organization` is the place of that name only where it is quoted. */
function objectNamed({ objects }: Model, name: string): ObjectSymbol | undefined {
  for (const object of objects.values()) if (writeName(object.name) === name) return object;
  return name === organization.name ? undefined : objects.get(name);
}

const noHead: Head = { name: '', label: '', kind: 'user', detail: '' };

function headOf(model: Model, principal: Principal | undefined): Head {
  if (principal === undefined) return noHead;
  const head = {
    name: principalPath(principal),
    kind: principal.kind,
    detail: principalDetail(model, principal),
  };
  return { ...head, label: labelOf(principal) };
}

/** A service account with its object, as accounts of several may have one name. */
function labelOf(principal: Principal): string {
  return principal.kind === 'service account' ? `${principal.object.name}.${principal.name}` : principal.name;
}

function ofPrincipal({ model, accessIndex }: Snapshot, name: string): Matrix | UnknownSubject {
  const principal = principalNamed(model, name);
  if (principal === undefined) return unknown('principal', name, principalNames(model));
  const number = numberOf(accessIndex.people, principal);
  const objects = [...model.objects.values()];
  const paths = lazy(() => new Map([undefined, ...objects].map((object, row) => [placeHead(object).name, row])));
  return {
    name: principalPath(principal),
    label: labelOf(principal),
    rowsAre: 'places',
    rowCount: 1 + objects.length,
    permissions: allPermissions,
    head: (row) => placeHead(objects[row - 1]),
    cells(row, asked) {
      const sheet = placeSheet(accessIndex, row);
      return sheet === undefined ? [] : rowOf(sheet, number, asked);
    },
    rowNamed: (place) => paths().get(place),
  };
}

function placeHead(object: ObjectSymbol | undefined): Head {
  if (object === undefined) return organization;
  return { name: writeName(object.name), label: object.name, kind: object.type, detail: '' };
}

/** The organization comes first. */
function placeSheet(index: AccessIndex, row: number): Sheet | undefined {
  return sheetOf(index, row === 0 ? undefined : row - 1);
}

function* principalNames(model: Model): Generator<string> {
  yield* model.users.keys();
  yield* model.groups.keys();
  for (const object of model.objects.values())
    for (const account of object.accounts.values()) yield principalPath(account);
}

function unknown(kind: string, name: string, candidates: Iterable<string>): UnknownSubject {
  const [near] = nearest(name, candidates);
  return { problem: `there is no ${kind} \`${name}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}` };
}
