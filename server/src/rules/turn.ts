// What becomes of people when a role of the organization gives otherwise than it did.
import { overlaps, type PermissionSet } from '../catalogue/permission-set.ts';
import type { User } from '../model/symbols.ts';
import { isAmong, type PeopleBits } from './people-bits.ts';

/** What some people have by a role of the organization in one of two states, and not, or otherwise, in the other. */
export interface Turn {
  readonly permissions: PermissionSet;
  /** The active ones who are members. */
  readonly people: PeopleBits;
  /** Anybody may come to it by a record. What an error leaves open of the organization is for whoever asks to know. */
  readonly isOpen: boolean;
}

/** Whether the user may have some of these permissions in one of the two states alone. */
export function turnsFor({ permissions, people, isOpen }: Turn, user: User, asked: PermissionSet): boolean {
  return isOpen || (overlaps(permissions, asked) && isAmong(people, user));
}
