// What an exchange format is given and what it makes of it.
import type { Model } from '../model/model.ts';

export interface ExportSource {
  readonly model: Model;
  /** What is wrong with the project: broken declarations are exported as nothing. */
  readonly problems: readonly ExportProblem[];
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
}

export interface ExportedFile {
  readonly path: string;
  readonly text: string;
}

export type Exporter = (source: ExportSource) => Exported;
