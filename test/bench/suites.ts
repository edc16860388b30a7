// The benchmarks, in the order in which they run.
import { analysis } from './analysis.ts';
import { wholeCommands } from './commands.ts';
import { decisions } from './decisions.ts';
import { directory } from './directory.ts';
import type { Suite } from './figures.ts';
import { keystroke } from './keystroke.ts';
import { scale } from './scale.ts';
import { start } from './start.ts';

export const suites: readonly Suite[] = [decisions, analysis, scale, wholeCommands, directory, keystroke, start];
