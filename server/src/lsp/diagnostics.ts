// Publishes what is found in projects: after every change, for all files, and only where it is not what was said before.
import type { Diagnostic } from 'vscode-languageserver';
import type { Snapshot } from '../project/types.ts';
import type { Finding } from '../rules/finding.ts';
import { grouped } from '../text/grouped.ts';
import type { LineMap } from '../text/line-map.ts';
import { type DiagnosticForm, linesOf, toDiagnostic } from './convert.ts';
import { type HeldProject, snapshotOn } from './held-project.ts';
import { mostOf } from './most-shown.ts';

/** What was last said of a file, and what it was said from. */
export interface Said {
  readonly findings: readonly Finding[];
  /** Undefined where nothing was found. */
  readonly lines: LineMap | undefined;
  readonly diagnostics: Diagnostic[];
  readonly version: number | undefined;
}

export interface DiagnosticsSink {
  send(message: { readonly uri: string; readonly version?: number; readonly diagnostics: Diagnostic[] }): void;
  /** Versions of the open documents of a project, by path. */
  versions(held: HeldProject): ReadonlyMap<string, number>;
  readonly form: () => DiagnosticForm;
}

export interface Publisher {
  publish(held: HeldProject, today: number): void;
  /** Takes back all that was said of a project. */
  clear(root: string): void;
}

export function createPublisher(sink: DiagnosticsSink): Publisher {
  /** By the root of the project, then by URI. */
  const said = new Map<string, Map<string, Said>>();
  // A file may have gone to another project, which was quicker to speak of it: what that says stands.
  const takeBack = (root: string, uri: string) => {
    const other = [...said].find(([each, files]) => each !== root && files.has(uri))?.[1].get(uri);
    sink.send(other === undefined ? { uri, diagnostics: [] } : message(uri, other));
  };
  return {
    publish(held, today) {
      const { root } = held.project;
      const before = said.get(root) ?? new Map<string, Said>();
      const snapshot = snapshotOn(held, today);
      const versions = sink.versions(held);
      const now = new Map<string, Said>();
      for (const [path, findings] of findingsByFile(held, snapshot)) {
        const uri = held.uriOf(path);
        const last = before.get(uri);
        const next = say({ held, snapshot, path, findings, version: versions.get(path) }, last, sink.form());
        now.set(uri, next);
        if (isNews(last, next)) sink.send(message(uri, next));
      }
      for (const uri of before.keys()) if (!now.has(uri)) takeBack(root, uri);
      said.set(root, now);
    },
    clear(root) {
      for (const uri of said.get(root)?.keys() ?? []) takeBack(root, uri);
      said.delete(root);
    },
  };
}

export interface FileFindings {
  readonly held: HeldProject;
  readonly snapshot: Snapshot;
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly version: number | undefined;
}

/** What was said last is kept where it still holds. */
export function say(file: FileFindings, last: Said | undefined, form: DiagnosticForm): Said {
  const { snapshot, path, findings, version } = file;
  // Of most files there is nothing to say, wherever their lines are.
  if (findings.length === 0) {
    const isAsBefore = last !== undefined && last.findings.length === 0;
    if (isAsBefore) return last.version === version ? last : { ...last, version };
    return { findings, lines: undefined, diagnostics: [], version };
  }
  const lines = linesOf({ snapshot, encoding: form.encoding }, path);
  if (last !== undefined && last.lines === lines && isSameList(last.findings, findings)) return { ...last, version };
  const diagnostics = mostOf(findings, (finding) => toDiagnostic(file, finding, form));
  return { findings, lines, diagnostics, version };
}

/** Findings are kept over from one state to the next; one that points at another file may have moved there. */
function isSameList(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index] && each.related.length === 0);
}

function isNews(last: Said | undefined, next: Said): boolean {
  if (last === undefined) return next.version !== undefined || next.diagnostics.length > 0;
  // An open document is told for each version, so that its client knows the answer is not an old one.
  if (last.version !== next.version) return true;
  return last.diagnostics !== next.diagnostics && JSON.stringify(last.diagnostics) !== JSON.stringify(next.diagnostics);
}

function message(uri: string, { version, diagnostics }: Said): Parameters<DiagnosticsSink['send']>[0] {
  return version === undefined ? { uri, diagnostics } : { uri, version, diagnostics };
}

/** Every file of the project is there, with nothing where nothing is found. */
export function findingsByFile(held: HeldProject, snapshot: Snapshot): ReadonlyMap<string, readonly Finding[]> {
  const byFile = new Map<string, readonly Finding[]>();
  for (const path of snapshot.input.files.keys()) byFile.set(path, nothing);
  if (held.isSilent) return byFile;
  for (const [path, findings] of grouped(snapshot.findings, ({ place }) => place.file)) byFile.set(path, findings);
  return byFile;
}

const nothing: readonly never[] = [];
