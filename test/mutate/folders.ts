// What is changed, folder by folder, and the tests that have to notice.

/** Names the test files for the processes that run them. */
export const testsVariable = 'WRIT_MUTATE_TESTS';

/** Says how many milliseconds of tests a change is worth; all that meet it where left out. */
export const patienceVariable = 'WRIT_MUTATE_PATIENCE';

export interface Folder {
  /** Below `server/src`: what the command line takes. */
  readonly name: string;
  /** The files that are changed. */
  readonly files: readonly string[];
  /** The files with tests. */
  readonly tests: readonly string[];
  /** How much of the long tests is run, from 0 to 1: `test/support/share.ts`. */
  readonly share: number;
  /** The folder whose list of survivors it goes by, where that is another one. */
  readonly list?: string;
}

const oracle = 'test/mutate/slices/oracle.ts';
const asked = ['test/ide/explanation.test.ts', 'test/ide/inline-answers.test.ts'];
/** Those of the index that ask without it as well. */
const both = 'test/access/index/{explanations,list,lists,relations}.test.ts';

export const folders: readonly Folder[] = [
  { name: 'condition', files: ['server/src/condition/*.ts'], tests: ['test/condition/*.test.ts'], share: 0.05 },
  {
    name: 'access',
    files: ['server/src/access/*.ts'],
    tests: ['test/access/*.test.ts', both, 'test/conformance/conformance.test.ts', ...asked, oracle],
    share: 0.05,
  },
  {
    name: 'access/index',
    files: ['server/src/access/index/*.ts'],
    tests: ['test/access/index/*.test.ts', 'test/access/{answers,beside,expectations,lists}.test.ts'],
    share: 0.05,
  },
  {
    name: 'access/difference',
    files: ['server/src/access/difference/*.ts'],
    tests: ['test/access/difference/*.test.ts', 'test/ide/rename.test.ts'],
    share: 0.1,
  },
  {
    name: 'access/remedies',
    files: ['server/src/access/remedies/*.ts'],
    tests: [
      'test/access/remedies/!(properties).test.ts',
      'test/mutate/slices/remedies.ts',
      'test/ide/explanation.test.ts',
    ],
    share: 0.1,
  },
];

/** A few files, all of whose changes are tried within half a minute: none is met while the tests are loaded. */
export const quick: Folder = {
  name: 'quick',
  list: 'condition',
  files: ['build', 'factor', 'truth'].map((name) => `server/src/condition/${name}.ts`),
  tests: ['test/condition/*.test.ts'],
  share: 0.05,
};
