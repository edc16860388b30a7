// What differs between two policies, as plain data: who gains and loses what, where, and for which records.
import type { Origin } from '../../model/origin.ts';

/**
 * `gained`: for none before, for some after; `lost` the other way round; `widened`: for more than before; `narrowed`: for
 * fewer; `changed`: for some more and some fewer. Without records there are the first two only.
 */
export type Change = 'gained' | 'lost' | 'widened' | 'narrowed' | 'changed';

export interface AccessDifference {
  /** Things that go by another name, sorted by kind and name. What they may do is compared as if they still had it. */
  readonly renames: readonly Rename[];
  /** Sorted by place, change, principals and permissions. */
  readonly entries: readonly DifferenceEntry[];
  /** What could not be compared: it may have changed or not. */
  readonly unknown: readonly Undecided[];
  /** How many entries of each kind there are. */
  readonly summary: Readonly<Record<Change | 'unknown', number>>;
}

export interface Rename {
  readonly kind: 'user' | 'group' | 'object' | 'field' | 'role' | 'service account';
  /** As written from outside of every object. */
  readonly before: string;
  readonly after: string;
}

/** A principal that is on one side only is marked with that side. */
export type PrincipalItem =
  | { readonly kind: 'everyone'; readonly except: readonly string[] }
  | {
      readonly kind: 'group';
      readonly name: string;
      /** True where it is meant as asked about, too; else its members only. */
      readonly itself: boolean;
      /** How many of its members it stands for. */
      readonly members: number;
      /** Its other members, where it stands for any: the entry does not speak of them. */
      readonly except: readonly string[];
      readonly only: SideName | undefined;
    }
  | { readonly kind: 'user' | 'service account'; readonly name: string; readonly only: SideName | undefined };

export type SideName = 'before' | 'after';

export type PlaceItem =
  | { readonly kind: 'organization' }
  | { readonly kind: 'every object'; readonly except: readonly string[] }
  | { readonly kind: 'object'; readonly name: string; readonly only: SideName | undefined };

/** What changes: permissions of the catalogue by their constants, the use of a service account, or inviting. */
export type Matter =
  | { readonly kind: 'permissions'; readonly constants: readonly string[] }
  | { readonly kind: 'use'; readonly account: string }
  | { readonly kind: 'invite' };

/** One record for which the answer is another one after than before. */
export interface Example {
  readonly principal: string;
  readonly place: string;
  /** As a record's body writes it; the fields that are left out may hold anything. Empty: any record. */
  readonly record: string;
  readonly allowed: SideName;
}

export interface Reason {
  /** Such as "role `Agent` through `Agents`". */
  readonly text: string;
  readonly origin: Origin | undefined;
  /** Groups that it goes through or asks about. */
  readonly groups: readonly Origin[];
}

/** What changes alike for the same principals at the same places. */
export interface DifferenceEntry {
  readonly change: Change;
  readonly principals: readonly PrincipalItem[];
  readonly matter: Matter;
  readonly places: readonly PlaceItem[];
  /** Of many principals, those of whom the entry does not speak at some of the places; mostly they had it there already. */
  readonly except: readonly { readonly principal: string; readonly places: readonly string[] }[];
  /** For which records (or addresses) it was allowed; undefined for none or for all, whichever the change leaves. */
  readonly before: string | undefined;
  /** For which it is allowed, likewise. */
  readonly after: string | undefined;
  /**
   * True where it is for the records in sight of each of them in each place, and those are not the same ones: then
   * `before` or `after` say only for which of those.
   */
  readonly inSight: boolean;
  /** True where it shows only on records that are shared, watched, assigned, that mention or are approved by someone. */
  readonly relations: boolean;
  readonly example: Example | undefined;
  /** What allowed it and what allows it, as far as that differs; of the first principal, permission and place. */
  readonly origins: Readonly<Record<SideName, readonly Reason[]>>;
}

export interface Undecided {
  /** Empty for all of them. */
  readonly principals: readonly PrincipalItem[];
  /** Constants; empty for all of them. */
  readonly permissions: readonly string[];
  /** Empty for all of them. */
  readonly places: readonly PlaceItem[];
  readonly reason: string;
  /** Where it is that something is broken: what that side allows is known, not what it would if it were mended. */
  readonly broken?: SideName;
}
