// What requests are advertised with beside their names, and their empty answers: what a server says of itself at the start.
import {
  CodeActionKind,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type FileOperationRegistrationOptions,
  type SemanticTokens,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { type RefactoringKind, refactoringKinds } from '../ide/refactor/kinds.ts';
import { tokenModifiers, tokenTypes } from '../ide/tokens/legend.ts';

/** A directory file may have any name, and folders hold whatever they hold. */
export const everyFile: FileOperationRegistrationOptions = {
  filters: [{ pattern: { glob: '**/*' } }],
};

export const kindOfRefactoring = (kind: RefactoringKind): string => `${CodeActionKind.Refactor}.${kind}`;

export const fixAllKind = `${CodeActionKind.SourceFixAll}.writ`;
export const sortKind = `${CodeActionKind.Source}.sort.writ`;

export const codeActionKinds: string[] = [
  CodeActionKind.QuickFix,
  ...refactoringKinds.map(kindOfRefactoring),
  fixAllKind,
  sortKind,
];

/** Signs after which an editor asks for completion by itself; letters it takes for that anyway. */
export const completionTriggers: string[] = ['"', '.'];

export const signatureTriggers: string[] = [' ', '(', ','];

export const typedCharacters = { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] };

export const semanticTokensOptions: NonNullable<ServerCapabilities['semanticTokensProvider']> = {
  legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
  range: true,
  full: { delta: true },
};

export const noTokens: SemanticTokens = { data: [] };

/** The answer where there is nothing to say. */
export const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
