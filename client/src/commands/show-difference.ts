// Shows in the tree how a project differs from HEAD: all of it, or what a declaration does to it.
import { headComparison } from '../../../server/src/lsp/protocol-difference.ts';
import { projectInSight } from '../views/difference-status.ts';
import { type Command, chooseProject } from '../writ.ts';

/** Called with a `DifferencePlace` it asks nothing; gives the `DifferenceTree`, null where nothing is compared. */
export const showDifference: Command = {
  id: 'writ.showDifference',
  async run(writ, argument) {
    const given = new Map<string, unknown>(
      typeof argument === 'object' && argument !== null ? Object.entries(argument) : [],
    );
    const [named, key] = [given.get('project'), given.get('key')];
    const seen = typeof named === 'string' ? named : await projectInSight(writ.client);
    const project = seen ?? (await chooseProject(writ, undefined))?.project;
    if (project === undefined) return null;
    const { differenceView } = writ;
    return differenceView.show({ project, comparison: headComparison }, typeof key === 'string' ? key : undefined);
  },
};
