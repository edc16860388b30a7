// Compares what principals may do at the organization, which has no records: its roles alone decide.
import { difference, emptySet, intersection, isEmpty } from '../../catalogue/permission-set.ts';
import { ofOrganization } from './cells.ts';
import { type Finding, together } from './findings.ts';
import { everything } from './floor.ts';
import type { Gathering } from './gathering.ts';
import type { Standing } from './parties.ts';
import { reasonsOf } from './reasons.ts';
import type { Run } from './run.ts';

const noFloors = { before: undefined, after: undefined };

function heldBy(standing: Standing | undefined) {
  if (standing === undefined) return emptySet();
  return intersection(standing.admin ? everything : standing.permissions, ofOrganization);
}

export function compareOrganization(run: Run, { crowds }: Gathering): Finding[] {
  const reasons = (finding: Finding) => reasonsOf(run, noFloors, finding);
  const findings = crowds.flatMap(({ parties, before, after }): Finding[] => {
    if (before === after) return [];
    const [one, other] = [heldBy(before), heldBy(after)];
    const rest = { other: undefined, wordings: [], inSight: undefined, relations: false, parties, place: undefined };
    const plain = { ...rest, recordFor: undefined, reasons };
    return [
      { change: 'gained' as const, permissions: difference(other, one), allowed: 'after' as const, ...plain },
      { change: 'lost' as const, permissions: difference(one, other), allowed: 'before' as const, ...plain },
    ].filter(({ permissions }) => !isEmpty(permissions));
  });
  return together(findings);
}
