// Everything that the server can be asked, one row each, by what it is for: `capabilities` makes of them what the client is told.
import type { Feature } from './feature.ts';
import { questions } from './rows/questions.ts';
import { reading } from './rows/reading.ts';
import { showing } from './rows/showing.ts';
import { tests } from './rows/tests.ts';
import { writing } from './rows/writing.ts';

export interface FeatureGroup {
  /** A heading of docs/support.md. */
  readonly title: string;
  readonly rows: readonly Feature[];
}

export const featureGroups: readonly FeatureGroup[] = [
  { title: 'Reading', rows: reading },
  { title: 'Shown in the text', rows: showing },
  { title: 'Writing', rows: writing },
  { title: 'For Writ’s own extension', rows: [...questions, ...tests] },
];

export const features: readonly Feature[] = featureGroups.flatMap(({ rows }) => rows);
