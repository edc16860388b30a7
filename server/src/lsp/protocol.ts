// What Writ's client and server say to each other beyond the protocol that all editors speak. Plain values, as JSON.
import type { EvaluationChoices, EvaluationRequest } from '../ide/evaluate.ts';
import type { FoundPrincipals, PrincipalSearch } from '../ide/find-principals.ts';
import type { InlineAnswer } from '../ide/inline-answers.ts';

/** Sent after a project was looked at anew: its answers, findings and counts may be others. */
export const changedNotification = 'writ/changed';

/** Under this name of `experimental` a client says that it wants those notifications. */
export const clientOption = 'writChanges';

export interface ChangedParams {
  /** URI of its folder, or of the one document that it is made of. */
  readonly project: string;
}

/** Under this name of `experimental` a client says that it reads for the server what is on no disk of the server's. */
export const filesOption = 'writFiles';

/** Sent by the server. Takes `FileParams`; gives `ReadFile`. */
export const readFileRequest = 'writ/readFile';

/** Sent by the server. Takes `FileParams`; gives `ListedFolder`. */
export const listFolderRequest = 'writ/listFolder';

export interface FileParams {
  readonly uri: string;
}

/** Why there is nothing: the name that VS Code has for it, such as `FileNotFound`. */
export interface NotRead {
  readonly failure: string;
}

export type ReadFile = { readonly base64: string } | NotRead;

export type ListedFolder = { readonly entries: readonly ListedEntry[] } | NotRead;

export interface ListedEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** Takes nothing, or the `textDocument` of whose project is meant; gives `ProjectInfo[]`. */
export const projectsRequest = 'writ/projects';

export interface ProjectInfo {
  /** As `ChangedParams.project`. */
  readonly root: string;
  readonly name: string;
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** Expectations that held, out of all. */
  readonly held: number;
  readonly expectations: number;
}

/** Under this name of `experimental` a client says that it shows answers in its own way: no hints are made of them. */
export const answersOption = 'writAnswers';

/** Under this name of `experimental` a client lists the commands of its own that lenses and actions may run. */
export const commandsOption = 'writCommands';

/** The command of the client that lists references; takes a URI, a line and a character. */
export const showReferencesCommand = 'writ.showReferences';

export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

export interface WireLocation {
  readonly uri: string;
  readonly range: { readonly start: WirePosition; readonly end: WirePosition };
}

export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** Takes `DocumentParams`; gives `InlineAnswers`, or null for a document that it does not know. */
export const inlineAnswersRequest = 'writ/inlineAnswers';

export interface InlineAnswers {
  /** Of the document when it was asked about; null where it is not open. */
  readonly version: number | null;
  /** False where the document has text that cannot be read: answers may then be missing or of something else than is meant. */
  readonly parses: boolean;
  readonly answers: readonly WireAnswer[];
}

export interface WireAnswer extends Pick<InlineAnswer, 'state' | 'short' | 'full'> {
  /** Where the question starts. */
  readonly start: WirePosition;
  /** The end of the line that it ends on. */
  readonly end: WirePosition;
}

/** Which project is meant: that of a document, or the one with a root; without either the only one that there is. */
export interface ProjectParams {
  readonly textDocument?: { readonly uri: string };
  /** As `ProjectInfo.root`. */
  readonly project?: string;
}

/** Takes `ProjectParams`; gives `EvaluationChoices`, or null where it is not clear which project is meant. */
export const evaluationChoicesRequest = 'writ/evaluationChoices';

/** Takes `PrincipalsParams`; gives `FoundPrincipals`, or null likewise. */
export const principalsRequest = 'writ/principals';

export interface PrincipalsParams extends ProjectParams, PrincipalSearch {}

/** Takes `EvaluateParams`; gives `MarkdownResult` or null, as above. */
export const evaluateRequest = 'writ/evaluate';

export interface EvaluateParams extends ProjectParams {
  readonly request: EvaluationRequest;
}

/** Takes the place of a query or expectation; gives `MarkdownResult`, or null where none stands. */
export const explainQueryRequest = 'writ/explainQuery';

export interface PlaceParams extends DocumentParams {
  readonly position: WirePosition;
}

/** Takes `PermissionsParams`; gives `MarkdownResult`, or null where it is not clear which project is meant. */
export const effectivePermissionsRequest = 'writ/effectivePermissions';

export interface PermissionsParams extends ProjectParams {
  /** As `PrincipalChoice.name`. */
  readonly principal: string;
}

/** Under this name of `experimental` a client says that it shows pages of rules under URIs of `ruleScheme`. */
export const rulePagesOption = 'writRulePages';

/** `writ-rule:/unused-role.md` is the page of that rule: what a diagnostic's code leads to. */
export const ruleScheme = 'writ-rule';

/** The command of the client that shows a page; takes the id of the rule. */
export const showRuleCommand = 'writ.showRule';

/** The command of the client that asks for another name; takes a `RenamePlace`. */
export const renameCommand = 'writ.renameAt';

export interface RenamePlace {
  readonly uri: string;
  readonly position: WirePosition;
}

/** Takes `RulePageParams`; gives `MarkdownResult`, or null where there is no such rule. */
export const rulePageRequest = 'writ/rulePage';

export interface RulePageParams {
  readonly rule: string;
}

/** Takes nothing; gives `RuleInfo[]`, in the order of the catalogue. */
export const rulesRequest = 'writ/rules';

export interface RuleInfo {
  readonly id: string;
  readonly severity: string;
  readonly category: string;
  readonly title: string;
}

export interface MarkdownResult {
  /** Everything of the user's in it is inert. */
  readonly markdown: string;
}

export type { EvaluationChoices, EvaluationRequest, FoundPrincipals, PrincipalSearch };
