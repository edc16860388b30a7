// The view that says how to begin: it is there as long as there is no project, and its words stand in package.json.
import { commands, Disposable, type TreeDataProvider, window } from 'vscode';
import { projectsWithPolicies, type Writ } from '../writ.ts';

const nothing: TreeDataProvider<never> = { getChildren: () => [], getTreeItem: (item) => item };

/** Tells the editor whether there is a project. Gives what ends it. */
export function followProjects({ client, changed }: Writ): Disposable {
  const update = () => {
    projectsWithPolicies({ client })
      .then(({ length }) => commands.executeCommand('setContext', 'writ.hasProject', length > 0))
      // A server that is stopped tells when it is there again.
      .catch(() => undefined);
  };
  update();
  return Disposable.from(window.registerTreeDataProvider('writ.start', nothing), changed(update));
}
