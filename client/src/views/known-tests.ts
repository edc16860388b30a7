// The tests of all projects as the client has them: what the server does not tell again is what it told before.
import type { ListedTest, TestedFile, TestedProject, TestsParams } from '../../../server/src/lsp/protocol-tests.ts';

export interface ListedProject {
  readonly root: string;
  readonly name: string;
  readonly tests: readonly ListedTest[];
}

export interface KnownTests {
  params(): TestsParams;
  /** Takes an answer to those; gives all tests, undefined where they are what they were. */
  take(projects: readonly TestedProject[]): readonly ListedProject[] | undefined;
}

export function knownTests(): KnownTests {
  let files = new Map<string, TestedFile>();
  let last = '';
  return {
    params: () => ({ known: Object.fromEntries([...files].map(([uri, { version = '' }]) => [uri, version])) }),
    take(projects) {
      const before = files;
      const told = projects.flatMap((project) => project.files);
      files = new Map(told.map((file) => [file.uri, file.tests === null ? (before.get(file.uri) ?? file) : file]));
      const state = JSON.stringify(projects.map((one) => [one.root, one.name, one.files.map(withoutTests)]));
      if (state === last) return undefined;
      last = state;
      return projects.map(({ root, name, files: own }) => ({
        root,
        name,
        tests: own.flatMap(({ uri }) => files.get(uri)?.tests ?? []),
      }));
    },
  };
}

function withoutTests({ uri, version = '' }: TestedFile): readonly string[] {
  return [uri, version];
}
