// What the rules find in an organization, held against what is known of it.
import { threadCpuUsage } from 'node:process';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { ruleNamed, rules } from '../../server/src/rules/registry.ts';
import { type Draft, filesOf, projectOf, type Spot } from './draft.ts';
import { type Location, locate } from './locate.ts';
import { type Slipped, slip } from './mistakes.ts';

export interface Found extends Location {
  readonly finding: Finding;
  readonly planted: boolean;
}

export interface Measured {
  readonly snapshot: Snapshot;
  readonly found: readonly Found[];
  readonly planted: readonly Spot[];
  /** Planted and not found. */
  readonly missed: readonly Spot[];
  /** Near misses that are reported, with the finding. */
  readonly wrong: readonly { readonly spot: Spot; readonly finding: Finding }[];
  readonly spared: readonly Spot[];
  /** Milliseconds of the processor that each rule took, cold, asked in the order of the catalogue. */
  readonly times: ReadonlyMap<string, number>;
}

const meets = (spot: Spot, { finding, where, text }: Location & { readonly finding: Finding }) =>
  spot.rule === finding.rule && spot.where === where && (spot.text === undefined || spot.text === text);

export function measure(draft: Draft): Measured {
  const snapshot = createSnapshot(projectOf(filesOf(draft)));
  const { findings, times } = findAll(snapshot);
  const located = findings.map((finding) => ({ finding, ...locate(snapshot, finding.place) }));
  const { planted, fine: spared } = draft;
  for (const { rule } of [...planted, ...spared])
    if (ruleNamed(rule) === undefined) throw new Error(`no rule \`${rule}\``);
  const wrong = spared.flatMap((spot) => {
    const reported = located.find((each) => meets(spot, each));
    return reported === undefined ? [] : [{ spot, finding: reported.finding }];
  });
  return {
    snapshot,
    found: located.map((each) => ({ ...each, planted: planted.some((spot) => meets(spot, each)) })),
    planted,
    missed: planted.filter((spot) => !located.some((each) => meets(spot, each))),
    wrong,
    spared,
    times,
  };
}

function findAll(snapshot: Snapshot): { readonly findings: Finding[]; readonly times: Map<string, number> } {
  // Else the first rule would pay for what all of them look at.
  if (snapshot.outcomes.length === 0) throw new Error('an organization without expectations');
  const times = new Map<string, number>();
  const findings = rules.flatMap(({ id }) => {
    const start = threadCpuUsage();
    const own = snapshot.findingsOf(id);
    const { user, system } = threadCpuUsage(start);
    times.set(id, (user + system) / 1000);
    return own;
  });
  return { findings, times };
}

export interface Slips {
  readonly snapshot: Snapshot;
  readonly slipped: Slipped['spots'];
  readonly missed: Slipped['spots'];
  /** Findings that were not there before the mistakes and are none of them; expectations are meant to be told of. */
  readonly beside: readonly Finding[];
}

/** The same organization with one mistake of each kind. */
export function measureSlips(draft: Draft, before: Measured): Slips {
  const { files, spots } = slip(filesOf(draft));
  const snapshot = createSnapshot(projectOf(files));
  const nameOf = (place: Finding['place']) => locate(snapshot, place).where;
  const isThe = ({ rule, place }: Finding, spot: (typeof spots)[number]) =>
    rule === spot.rule && place.file === spot.file && nameOf(place) === nameOf({ file: spot.file, span: spot.span });
  const known = new Set(before.found.map(({ finding, where }) => `${finding.rule} ${where}`));
  const words = new Set(
    before.found.filter(({ text }) => text !== '').map(({ finding, text }) => `${finding.rule} ${text}`),
  );
  // What is about somebody or something and only stands elsewhere now is not new.
  const isNew = ({ rule, place }: Finding) => {
    const { where, text } = locate(snapshot, place);
    return rule !== 'failed-expectation' && !known.has(`${rule} ${where}`) && !words.has(`${rule} ${text}`);
  };
  const { findings } = snapshot;
  return {
    snapshot,
    slipped: spots,
    missed: spots.filter((spot) => !findings.some((finding) => isThe(finding, spot))),
    beside: findings.filter((finding) => isNew(finding) && !spots.some((spot) => isThe(finding, spot))),
  };
}
