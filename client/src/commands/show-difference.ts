// Shows in the tree how a project differs from HEAD: all of it, or what a declaration does to it.
import { headComparison } from '../../../server/src/lsp/protocol-difference.ts';
import { projectInSight } from '../views/difference-status.ts';
import type { Command } from '../writ.ts';

/** Called with a `DifferencePlace` it asks nothing; gives the `DifferenceTree`, null where nothing is compared. */
export const showDifference: Command = {
  id: 'writ.showDifference',
  async run({ client, differenceView }, argument) {
    const given = new Map<string, unknown>(
      typeof argument === 'object' && argument !== null ? Object.entries(argument) : [],
    );
    const [named, key] = [given.get('project'), given.get('key')];
    const project = typeof named === 'string' ? named : await projectInSight(client);
    if (project === undefined) return null;
    return differenceView.show({ project, comparison: headComparison }, typeof key === 'string' ? key : undefined);
  },
};
