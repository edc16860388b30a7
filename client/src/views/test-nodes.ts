// Tests as a tree of nodes, with ids that stay when text around them changes.
import type { ExpectationRun, ListedTest, TestRun } from '../../../server/src/lsp/protocol-tests.ts';
import { l10n } from '../l10n.ts';
import type { ListedProject } from './known-tests.ts';

export interface TestNode {
  /** Among all nodes the only one of its name. */
  readonly id: string;
  readonly label: string;
  readonly uri: string;
  readonly range: ListedTest['range'] | undefined;
  /** Root of the project. */
  readonly project: string;
  readonly children: readonly TestNode[];
}

/** The tests of one project stand by themselves; of several each has its own below it. Projects without tests are left out. */
export function nodesOf(projects: readonly ListedProject[]): readonly TestNode[] {
  const all = projects.filter(({ tests }) => tests.length > 0);
  const [only] = all;
  if (all.length === 1 && only !== undefined) return testNodes(only.root, only.tests);
  return all.map(({ root, name, tests }) => ({
    id: root,
    label: name,
    uri: root,
    range: undefined,
    project: root,
    children: testNodes(root, tests),
  }));
}

/** The outcome of each expectation of a run, by the id of its node. */
export function resultsById(project: string, { tests, results }: TestRun): ReadonlyMap<string, ExpectationRun> {
  const nodes = testNodes(project, tests).flatMap(({ children }) => children);
  const all = results.flat();
  return new Map(nodes.flatMap(({ id }, i) => (all[i] === undefined ? [] : [[id, all[i]] as const])));
}

function testNodes(project: string, tests: readonly ListedTest[]): TestNode[] {
  const name = naming();
  return tests.map(({ name: own, uri, range, expectations }) => {
    const label = own ?? l10n.t('outside of tests in {0}', uri.slice(uri.lastIndexOf('/') + 1));
    const id = name(`${project} ${own === undefined ? uri : `"${own}"`}`);
    const child = naming();
    const children = expectations.map((each) => ({
      id: child(`${id} ${each.text}`),
      label: each.text,
      uri: each.uri,
      range: each.range,
      project,
      children: [],
    }));
    return { id, label, uri, range, project, children };
  });
}

/** Numbers those of one name from the second on. */
function naming(): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} #${count}`;
  };
}
