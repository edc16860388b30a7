// Every format that a project can be imported from, by the name that the command line takes.
import type { Importer, ImportForm } from './importer.ts';
import { importScim, scimEndings, scimForms } from './scim-import.ts';
import { importTerraform, terraformEndings } from './terraform/terraform.ts';

export interface ImportFormat {
  /** One line, for the help. */
  readonly summary: string;
  /** How the names of its files end, in lower case: those of a folder that are read. */
  readonly endings: readonly string[];
  /** In which forms it can be imported, where there are several; the first is meant where none is named. */
  readonly forms: readonly ImportForm[];
  readonly read: Importer;
}

export const importers: ReadonlyMap<string, ImportFormat> = new Map([
  [
    'scim',
    {
      summary: 'users and groups of an identity provider, SCIM 2.0 as JSON; several files are pages of one list',
      endings: scimEndings,
      forms: scimForms,
      read: (files, request) => Promise.resolve(importScim(files, request)),
    },
  ],
  [
    'terraform',
    {
      summary: "exports of the vendor's tool, .tf and .tf.json: objects, groups, roles, policies, automations, agents",
      endings: terraformEndings,
      forms: [],
      read: (files) => Promise.resolve(importTerraform(files)),
    },
  ],
]);

/** Takes a file's name; gives the format whose files end so, the longest end deciding (`.tf.json` is more than `.json`). */
export function formatOf(path: string): ImportFormat | undefined {
  const name = path.toLowerCase();
  let best: { readonly format: ImportFormat; readonly length: number } | undefined;
  for (const format of importers.values())
    for (const ending of format.endings)
      if (name.endsWith(ending) && ending.length > (best?.length ?? 0)) best = { format, length: ending.length };
  return best?.format;
}
