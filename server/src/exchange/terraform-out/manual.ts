// What the checklist is made of.
import type { Model } from '../../model/model.ts';
import type { ObjectSymbol } from '../../model/symbols.ts';
import type { ExportProblem, ExportSource } from '../exporter.ts';
import type { LeftOut } from './left.ts';
import type { Neighbours } from './neighbours.ts';

export interface Manual {
  readonly model: Model;
  readonly objects: readonly ObjectSymbol[];
  readonly place: ExportSource['place'];
  readonly left: LeftOut;
  readonly neighbours: Neighbours | undefined;
  readonly problems: readonly ExportProblem[];
}

/** Steps in Markdown, without their boxes. */
export interface Section {
  readonly heading: string;
  readonly steps: readonly string[];
}
