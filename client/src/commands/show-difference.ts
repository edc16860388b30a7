// Shows in the tree how a project differs from HEAD, or what was chosen: all of it, or what a declaration does to it.
import { headComparison } from '../../../server/src/lsp/protocol-difference.ts';
import { projectInSight } from '../views/difference-status.ts';
import { type Command, chooseProject } from '../writ.ts';

/** Called with a `DifferencePlace`, and a `comparison` other than that with HEAD, it asks nothing; gives the `DifferenceTree`, null where nothing is compared. */
export const showDifference: Command = {
  id: 'writ.showDifference',
  async run(writ, argument) {
    const given = new Map<string, unknown>(
      typeof argument === 'object' && argument !== null ? Object.entries(argument) : [],
    );
    const [named, key, other] = [given.get('project'), given.get('key'), given.get('comparison')];
    const seen = typeof named === 'string' ? named : await projectInSight(writ.client);
    const project = seen ?? (await chooseProject(writ, undefined))?.project;
    if (project === undefined) return null;
    const { differenceView } = writ;
    const comparison = typeof other === 'string' ? other : headComparison;
    return differenceView.show({ project, comparison }, typeof key === 'string' ? key : undefined);
  },
};
