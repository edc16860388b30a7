// Values of the core as values of the protocol: places, findings, names.
import {
  type ClientCapabilities,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
  type Range,
  SymbolKind,
} from 'vscode-languageserver';
import type { OutlineKind } from '../ide/outline.ts';
import { settingsName } from '../project/membership.ts';
import type { FileContent, Snapshot } from '../project/types.ts';
import type { Finding, Place, Severity } from '../rules/finding.ts';
import { type LineMap, lineMap } from '../text/line-map.ts';
import { notesOn } from '../text/notes.ts';
import type { Span } from '../text/span.ts';
import type { HeldProject } from './held-project.ts';
import { type Encoding, encodedLines, encodingOf } from './position-encoding.ts';
import { rulePagesOption, ruleScheme } from './protocol.ts';

const otherLines = notesOn<FileContent, LineMap>();
const noLines = lineMap('');

/** A project as it is now, for a client. */
export interface ProjectView {
  readonly held: HeldProject;
  readonly snapshot: Snapshot;
  readonly encoding: Encoding;
}

/** The lines of any file of the project, as the client counts columns: settings and directory files have them too. */
export function linesOf({ snapshot, encoding }: Omit<ProjectView, 'held'>, path: string): LineMap {
  const { settings, files, directories } = snapshot.input;
  const content = path === settingsName ? settings : (files.get(path) ?? directories.get(path));
  if (content === undefined || !('text' in content)) return noLines;
  const lines = snapshot.lines(path) ?? otherLines.get(content) ?? lineMap(content.text);
  otherLines.set(content, lines);
  return encodedLines(lines, content.text, encoding);
}

export function toRange(lines: LineMap, span: Span): Range {
  return { start: lines.position(span.start), end: lines.position(span.end) };
}

export function toLocation(view: ProjectView, place: Place): Location {
  return { uri: view.held.uriOf(place.file), range: toRange(linesOf(view, place.file), place.span) };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a client shows of a diagnostic beside its message. */
export interface DiagnosticForm {
  /** Places beside the one of the finding. */
  readonly withRelated: boolean;
  /** Pages of rules. */
  readonly withPages: boolean;
  readonly encoding: Encoding;
}

function pageOf(rule: string): string {
  return `${ruleScheme}:/${rule}.md`;
}

/** Where a client shows the page of a rule; undefined for one that does not. */
export function pageOfRule(client: ClientCapabilities, rule: string): string | undefined {
  return client.experimental?.[rulePagesOption] === true ? pageOf(rule) : undefined;
}

export function diagnosticForm(client: ClientCapabilities): DiagnosticForm {
  const { relatedInformation, codeDescriptionSupport } = client.textDocument?.publishDiagnostics ?? {};
  return {
    withRelated: relatedInformation === true,
    encoding: encodingOf(client),
    withPages: codeDescriptionSupport === true && client.experimental?.[rulePagesOption] === true,
  };
}

export function toDiagnostic(view: Omit<ProjectView, 'encoding'>, finding: Finding, form: DiagnosticForm): Diagnostic {
  const { held, snapshot } = view;
  const seen = { held, snapshot, encoding: form.encoding };
  const related = form.withRelated
    ? finding.related.map(({ place, message }) => ({
        location: toLocation(seen, place),
        message: shortened(message),
      }))
    : [];
  const plain = toPlainDiagnostic(linesOf(seen, finding.place.file), finding, form);
  return related.length > 0 ? { ...plain, relatedInformation: related } : plain;
}

/** Without places beside its own. */
export function toPlainDiagnostic(
  lines: LineMap,
  finding: Omit<Finding, 'related'>,
  form: Pick<DiagnosticForm, 'withPages'>,
): Diagnostic {
  return {
    range: toRange(lines, finding.place.span),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(form.withPages ? { codeDescription: { href: pageOf(finding.rule) } } : {}),
    source: 'writ',
    message: shortened(finding.message),
    ...(finding.rule.startsWith('unused-') ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

/** Longer than any sentence of a rule: only a name of the user's makes one so long. */
const longest = 1000;

function shortened(message: string): string {
  if (message.length <= longest) return message;
  const isHalf = /[\ud800-\udbff]/.test(message.charAt(longest - 1));
  return `${message.slice(0, isHalf ? longest - 1 : longest)}…`;
}

/** Editors know no policies and roles: each kind is shown as what it is most like, no two of one place alike where it matters. */
export const symbolKinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  organization: SymbolKind.Namespace,
  directory: SymbolKind.File,
  user: SymbolKind.Variable,
  group: SymbolKind.Array,
  role: SymbolKind.Interface,
  'managed role': SymbolKind.Interface,
  app: SymbolKind.Class,
  element: SymbolKind.Class,
  task: SymbolKind.Class,
  table: SymbolKind.Struct,
  field: SymbolKind.Field,
  policy: SymbolKind.Boolean,
  'default policy': SymbolKind.Boolean,
  'auto-share': SymbolKind.Operator,
  'service account': SymbolKind.Object,
  automation: SymbolKind.Event,
  agent: SymbolKind.Module,
  action: SymbolKind.Function,
  tool: SymbolKind.Function,
  record: SymbolKind.Constant,
  query: SymbolKind.Key,
  expect: SymbolKind.Property,
  test: SymbolKind.Method,
};
