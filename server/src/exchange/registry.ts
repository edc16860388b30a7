// Every format that a project can be exported to, by the name that the command line takes.
import { exportCedar } from './cedar/cedar.ts';
import type { ExportFormat } from './exporter.ts';
import { terraformEndings } from './terraform/terraform.ts';
import { exportTerraform } from './terraform-out/terraform.ts';

export const exporters: ReadonlyMap<string, ExportFormat> = new Map<string, ExportFormat>([
  [
    'cedar',
    { summary: 'a schema, policies and entities of Cedar, and a report of what they do not say', make: exportCedar },
  ],
  [
    'terraform',
    {
      summary: 'groups, roles of objects and policies as Terraform JSON, and a checklist of the rest',
      make: exportTerraform,
      besideEndings: terraformEndings,
    },
  ],
]);
