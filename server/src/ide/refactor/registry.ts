// All refactorings, in the order in which they are offered.
import { expectToday } from './expect-today.ts';
import { extractGroup } from './extract-group.ts';
import { moveRole } from './move-role.ts';
import { nameGroup } from './name-group.ts';
import type { Offer, Refactoring, Selected } from './refactoring.ts';
import { sortList } from './sort-list.ts';

const refactorings: readonly Refactoring[] = [nameGroup, extractGroup, moveRole, expectToday, sortList];

/** What may be done with what is selected: nothing of it is made yet. */
export function offersAt(selected: Selected): readonly Offer[] {
  return refactorings.flatMap((refactoring) => refactoring(selected));
}
