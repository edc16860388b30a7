// How much is said of one file: an editor that is sent hundreds of thousands of diagnostics shows none of them for minutes.
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Finding, Severity } from '../rules/finding.ts';

/** As many as VS Code shows of one file. */
const most = 1000;

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

/** Diagnostics of the gravest findings of a file, in their order, and one that says how many more there are. */
export function mostOf<F extends Pick<Finding, 'severity'>>(
  findings: readonly F[],
  toDiagnostic: (finding: F) => Diagnostic,
): Diagnostic[] {
  if (findings.length <= most) return findings.map(toDiagnostic);
  const gravest = findings.toSorted((a, b) => weights[a.severity] - weights[b.severity]).slice(0, most);
  const shown = new Set(gravest);
  const start = { line: 0, character: 0 };
  const more = {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    source: 'writ',
    message: `${findings.length - most} more findings of this file are not shown: \`writ check\` lists all`,
  };
  return [...findings.filter((each) => shown.has(each)).map(toDiagnostic), more];
}
