// What an exchange format is given and what it makes of it.
import type { Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { ImportFile } from './importer.ts';

export interface ExportSource {
  readonly model: Model;
  /** What is wrong with the project: broken declarations are exported as nothing. */
  readonly problems: readonly ExportProblem[];
  /** `desk.writ:3:7`, counted from 1. */
  readonly place: (origin: Origin) => string;
  /** Files of the format that the export is put beside, for formats that heed them; undefined where it stands alone. */
  readonly beside?: readonly ImportFile[] | undefined;
}

export interface ExportProblem {
  /** `desk.writ:3:7`, counted from 1. */
  readonly place: string;
  readonly message: string;
}

export interface Exported {
  /** In the order in which they are read best; paths without folders. */
  readonly files: readonly ExportedFile[];
  /** What of the project's decisions the files do not say, one line each; nothing that is not there is left unsaid. */
  readonly lacking: readonly string[];
  /** Whether a file of such a name is one of this format's exports: one that is not among `files` is left from before. */
  readonly isOwn?: (name: string) => boolean;
}

export interface ExportedFile {
  readonly path: string;
  readonly text: string;
}

export type Exporter = (source: ExportSource) => Exported;

export interface ExportFormat {
  /** One line, for the help. */
  readonly summary: string;
  readonly make: Exporter;
  /** How the names of the files end that it can be put beside; of a format that heeds none, undefined. */
  readonly besideEndings?: readonly string[];
}
