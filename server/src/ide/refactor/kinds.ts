// What kinds of refactorings there are, as editors sort them.
/** What editors tell apart, and of what: a user may bind a key to one. */
export const refactoringKinds = [
  'extract.group',
  'rewrite.group',
  'rewrite.expectations',
  'rewrite.sort',
  'move.role',
] as const;
export type RefactoringKind = (typeof refactoringKinds)[number];
