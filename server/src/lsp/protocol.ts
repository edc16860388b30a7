// What Writ's client and server say to each other beyond the protocol that all editors speak. Plain values, as JSON.
import type { EvaluationChoices, EvaluationRequest } from '../ide/evaluate.ts';
import type { FoundPrincipals, PrincipalSearch } from '../ide/find-principals.ts';
import type { InlineAnswer } from '../ide/inline-answers.ts';
import type { Change as MatrixChange } from '../ide/matrix/compare.ts';
import type { MatrixFormat } from '../ide/matrix/formats/registry.ts';
import type { Subject as MatrixSubject } from '../ide/matrix/subject.ts';
import type { Filter as MatrixFilter, Verdict as MatrixVerdict } from '../ide/matrix/view.ts';

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

/** Takes `MatrixParams`; gives `MatrixInfo`, or null where it is not clear which project is meant. */
export const matrixRequest = 'writ/matrix';

export interface MatrixParams extends ProjectParams {
  /** The client's name for what it looks at: what is asked next of it goes by that. */
  readonly view: string;
  readonly subject: MatrixSubject;
  readonly filter?: MatrixFilter;
  readonly base?: MatrixBase;
}

/** What a matrix is compared with: another place or principal, or the same with other texts in some documents (null: without one). */
export type MatrixBase =
  | { readonly place: string }
  | { readonly principal: string }
  | { readonly texts: readonly { readonly uri: string; readonly text: string | null }[] };

export type MatrixInfo = MatrixShape | { readonly problem: string };

export interface MatrixShape {
  readonly title: string;
  readonly rowsAre: 'principals' | 'places';
  /** As a question writes it. */
  readonly name: string;
  /** How many rows there are, and how many the filter leaves. */
  readonly rowCount: number;
  readonly shownRows: number;
  readonly columnCount: number;
  /** Those that the filter leaves. */
  readonly columns: readonly MatrixColumn[];
}

export interface MatrixColumn {
  readonly constant: string;
  readonly name: string;
  readonly group: string | null;
}

/** Takes `MatrixRowsParams`; gives `MatrixRows`, or null where the view is not known or the project is another since: then it is asked for anew. */
export const matrixRowsRequest = 'writ/matrixRows';

export interface MatrixRowsParams {
  readonly view: string;
  readonly from: number;
  readonly count: number;
}

export interface MatrixRows {
  readonly rows: readonly MatrixRow[];
  /** What cells say, each once. */
  readonly says: readonly MatrixCell[];
}

export interface MatrixRow {
  /** As a question writes it, and as people read it. */
  readonly name: string;
  readonly label: string;
  readonly kind: string;
  readonly detail: string;
  /** Of each cell its position in `says`. */
  readonly cells: readonly number[];
}

export interface MatrixCell {
  readonly verdict: MatrixVerdict;
  readonly words: string;
  /** How it differs; null where nothing is compared. */
  readonly change: MatrixChange | null;
}

/** Takes `MatrixTextParams`; gives `MatrixText`, or null as `matrixRowsRequest` does. */
export const matrixTextRequest = 'writ/matrixText';

export interface MatrixTextParams {
  readonly view: string;
  readonly format: MatrixFormat;
}

export interface MatrixText {
  readonly text: string;
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

export type {
  EvaluationChoices,
  EvaluationRequest,
  FoundPrincipals,
  MatrixChange,
  MatrixFilter,
  MatrixFormat,
  MatrixSubject,
  MatrixVerdict,
  PrincipalSearch,
};
