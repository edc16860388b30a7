// Everything that the server can be asked, one row each, by what it is for: `capabilities` makes of them what the client is told.
import type { Feature } from './feature.ts';
import { questions } from './rows/questions.ts';
import { reading } from './rows/reading.ts';
import { showing } from './rows/showing.ts';
import { writing } from './rows/writing.ts';

export const features: readonly Feature[] = [...reading, ...showing, ...writing, ...questions];
