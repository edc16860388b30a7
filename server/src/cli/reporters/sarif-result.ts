// Findings as results of SARIF: places, fixes, and what suppresses them.
import type { ArtifactChange, Fix, Replacement, Result } from 'sarif';
import type { FindingResult, ProjectResult } from '../check-result.ts';
import { counterexampleOf } from './counterexample.ts';
import type { Fingerprints } from './fingerprints.ts';
import type { FixResult, ReportContext } from './reporter.ts';
import { artifactOf, levels, locationOf, messageOf, regionOf } from './sarif-parts.ts';

interface Run {
  readonly context: ReportContext;
  /** Where the rules stand in the run's list, by id. */
  readonly indexes: ReadonlyMap<string, number>;
  readonly fingerprint: Fingerprints;
}

/** Gives what makes the results of a project: its findings, then those that are suppressed. */
export function createResults(run: Run): (project: ProjectResult) => Result[] {
  return (project) => {
    const { fixesOf, suppressed } = run.context.details(project);
    const open = (project.findings ?? []).map((finding) => ({
      ...resultOf(run, project, finding),
      // Where one result of a run has a list of these, all have to.
      suppressions: [],
      ...changesBy(run.context, project, fixesOf(finding)),
    }));
    const hidden = suppressed.map(
      ({ finding, reason }): Result => ({
        ...resultOf(run, project, finding),
        suppressions: [{ kind: 'inSource', justification: messageOf(reason).text }],
      }),
    );
    return [...open, ...hidden];
  };
}

function resultOf({ context, indexes, fingerprint }: Run, project: ProjectResult, finding: FindingResult): Result {
  const { rule, severity, message, related = [] } = finding;
  const ruleIndex = indexes.get(rule);
  const relatedLocations = related.map((each, i) => ({
    id: i + 1,
    message: messageOf(each.message),
    ...locationOf(context, project, each),
  }));
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[severity],
    message: messageOf([message, ...counterexampleOf(project, finding)].join('; ')),
    locations: [locationOf(context, project, finding)],
    ...(relatedLocations.length === 0 ? {} : { relatedLocations }),
    partialFingerprints: { 'writFinding/v1': fingerprint(project, finding) },
    // The level says less.
    properties: { severity },
  };
}

function changesBy(
  context: ReportContext,
  project: ProjectResult,
  fixes: readonly FixResult[],
): { readonly fixes?: Fix[] } {
  if (fixes.length === 0) return {};
  return {
    fixes: fixes.map((fix) => ({
      description: messageOf(fix.title),
      artifactChanges: changesOf(context, project, fix),
    })),
  };
}

function changesOf(context: ReportContext, project: ProjectResult, { edits }: FixResult): ArtifactChange[] {
  const byFile = new Map<string, Replacement[]>();
  for (const { file, range, text } of edits) {
    const replacement = {
      deletedRegion: regionOf(range),
      ...(text === '' ? {} : { insertedContent: { text } }),
    };
    byFile.set(file, [...(byFile.get(file) ?? []), replacement]);
  }
  return [...byFile].map(([file, replacements]) => ({
    artifactLocation: artifactOf(context, project, file),
    replacements,
  }));
}
