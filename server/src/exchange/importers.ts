// Every format that a project can be imported from, by the name that the command line takes.
import type { Importer } from './importer.ts';

export const importers: ReadonlyMap<string, Importer> = new Map();
