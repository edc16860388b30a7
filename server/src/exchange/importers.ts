// Every format that a project can be imported from, by the name that the command line takes.
import type { Importer } from './importer.ts';

export interface ImportFormat {
  /** One line, for the help. */
  readonly summary: string;
  /** How the names of its files end, in lower case: those of a folder that are read. */
  readonly endings: readonly string[];
  readonly read: Importer;
}

export const importers: ReadonlyMap<string, ImportFormat> = new Map();
