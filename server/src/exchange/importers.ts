// Every format that a project can be imported from, by the name that the command line takes.
import type { Importer } from './importer.ts';
import { importTerraform, terraformEndings } from './terraform/terraform.ts';

export interface ImportFormat {
  /** One line, for the help. */
  readonly summary: string;
  /** How the names of its files end, in lower case: those of a folder that are read. */
  readonly endings: readonly string[];
  readonly read: Importer;
}

export const importers: ReadonlyMap<string, ImportFormat> = new Map([
  [
    'terraform',
    {
      summary: "exports of the vendor's tool, .tf and .tf.json: objects, groups, roles, policies, automations, agents",
      endings: terraformEndings,
      read: (files) => Promise.resolve(importTerraform(files)),
    },
  ],
]);
