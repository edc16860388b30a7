// What tests rest on as the editor shows coverage: grants and comparisons as statements, policies as declarations, the sides
// of a comparison as branches.
import {
  BranchCoverage,
  DeclarationCoverage,
  FileCoverage,
  type FileCoverageDetail,
  Range,
  StatementCoverage,
  Uri,
} from 'vscode';
import type { CoveredPart } from '../../../server/src/lsp/protocol-tests.ts';
import { l10n } from '../l10n.ts';

const partsOf = new WeakMap<FileCoverage, readonly CoveredPart[]>();

/** One for each file that has something to cover. */
export function coverageByFile(all: readonly CoveredPart[]): FileCoverage[] {
  const files = new Map<string, CoveredPart[]>();
  for (const part of all) files.set(part.uri, [...(files.get(part.uri) ?? []), part]);
  return [...files].map(([uri, parts]) => {
    const coverage = FileCoverage.fromDetails(Uri.parse(uri), parts.map(detailOf));
    partsOf.set(coverage, parts);
    return coverage;
  });
}

export function detailsOf(coverage: FileCoverage): FileCoverageDetail[] {
  return (partsOf.get(coverage) ?? []).map(detailOf);
}

function detailOf(part: CoveredPart): FileCoverageDetail {
  const { start, end } = part.range;
  const range = new Range(start.line, start.character, end.line, end.character);
  switch (part.kind) {
    case 'grant':
      return new StatementCoverage(part.times, range);
    case 'policy':
      return new DeclarationCoverage(part.name, part.times, range);
    case 'comparison':
      return new StatementCoverage(part.met + part.unmet, range, [
        new BranchCoverage(part.met, range, l10n.t('a record that meets it')),
        new BranchCoverage(part.unmet, range, l10n.t('a record that does not')),
      ]);
  }
}
