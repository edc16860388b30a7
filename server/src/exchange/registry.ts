// Every format that a project can be exported to, by the name that the command line takes.
import { exportCedar } from './cedar/cedar.ts';
import type { Exporter } from './exporter.ts';

export const exporters: ReadonlyMap<string, Exporter> = new Map([['cedar', exportCedar]]);
