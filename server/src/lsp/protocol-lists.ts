// What Writ's client and server say to each other about lists and matrices: answers of many lines, looked through in parts.
import type { ListRequest } from '../ide/list-question.ts';
import type { Change as MatrixChange } from '../ide/matrix/compare.ts';
import type { MatrixFormat } from '../ide/matrix/formats/registry.ts';
import type { Subject as MatrixSubject } from '../ide/matrix/subject.ts';
import type { Filter as MatrixFilter, Verdict as MatrixVerdict } from '../ide/matrix/view.ts';
import type { ProjectParams, WireLocation } from './protocol.ts';

/** A command of the client: lists who can, of `{ permission, place, project }`. */
export const whoCanCommand = 'writ.whoCan';

/** Takes `ListParams`; gives `ListResult`, or null where it is not clear which project is meant. */
export const listRequest = 'writ/list';

export interface ListParams extends ProjectParams {
  readonly request: ListRequest;
  /** Only lines with all these words. */
  readonly text?: string;
}

export type ListResult = FoundList | { readonly problem: string };

export interface FoundList {
  readonly question: string;
  /** How many there are in all, in words. */
  readonly headline: string;
  readonly lines: readonly WireLine[];
  /** How many lines fit besides. */
  readonly more: number;
}

export interface WireLine {
  readonly name: string;
  readonly kind: string;
  /** Null where always. */
  readonly when: string | null;
  readonly origin: string;
  /** Where that is written; null where nowhere. */
  readonly location: WireLocation | null;
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

export type { ListRequest, MatrixChange, MatrixFilter, MatrixFormat, MatrixSubject, MatrixVerdict };
