// What an import is given and what it makes of it: Writ files, and an account of what came over and what did not.

export interface ImportFile {
  /** As the user named it; for messages and for telling formats apart by their ending. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Imported {
  /** Formatted Writ text, in the order in which it is read best; paths relative to the project, with `/`. */
  readonly files: readonly ImportedFile[];
  /** What came over, one row for each kind that the format can say, those of which there was none too. */
  readonly counts: readonly ImportCount[];
  /** What did not come over, came over as something that allows nothing, or was changed on the way; in order of place. */
  readonly notes: readonly ImportNote[];
  /** What the format cannot say at all and is therefore not in view, one line each. */
  readonly unsaid: readonly string[];
}

export interface ImportedFile {
  readonly path: string;
  readonly text: string;
}

export interface ImportCount {
  /** In the plural: `groups`. */
  readonly what: string;
  readonly count: number;
}

export interface ImportNote {
  readonly path: string;
  /** Counted from 0; absent where all of the file is meant. */
  readonly line?: number;
  /** `lost`: something did not come over, so the import is not whole; `changed`: it came over in another shape. */
  readonly gravity: 'lost' | 'changed';
  readonly message: string;
}

/** What can be made of the same files. */
export interface ImportForm {
  readonly name: string;
  /** One line, for the help. */
  readonly summary: string;
}

/** What an import is asked for besides its files. */
export interface ImportRequest {
  /** One of the format's forms; undefined where it has none. */
  readonly form: string | undefined;
  /**
   * Takes the path of a file as it is in `ImportFile`; gives the path by which the Writ files may name it, undefined where it
   * lies outside of their project.
   */
  readonly linkTo: (path: string) => string | undefined;
}

/** Never throws; a file that cannot be read gives a note, and nothing of it counts as imported. */
export type Importer = (files: readonly ImportFile[], request: ImportRequest) => Promise<Imported>;
