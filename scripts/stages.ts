// The stages of `npm test`, in order, one row each, and how each tells how many tests it ran.
import { at } from './places.ts';

/**
 * Where a stage's count comes from: `status` is one test, passed when the command ends with 0; `results` is the file that
 * `WRIT_RESULTS` names, written by mocha; `line` is the last `N passed, N failed` that it prints on a line of its own.
 */
export type Counting = 'status' | 'results' | 'line';

export type Stage = {
  readonly name: string;
  /** What to say to run only the stages of this kind: `npm test -- unit`. */
  readonly group: string;
  readonly counting: Counting;
  /** Run with the project's Node; a program of a package that is not JavaScript is started as it is. */
  readonly command: readonly string[];
  /** The file that makes the stage exist; a stage whose file is not there is left out. */
  readonly needs?: string;
};

const biome = at('node_modules', '@biomejs', 'biome', 'bin', 'biome');
const tsc = at('node_modules', 'typescript', 'bin', 'tsc');

function script(file: string, ...args: readonly string[]): Pick<Stage, 'command' | 'needs'> {
  return { command: [at(file), ...args], needs: at(file) };
}

export const stages: readonly Stage[] = [
  { name: 'types', group: 'check', counting: 'status', command: [tsc, '--noEmit'] },
  { name: 'types of the core', group: 'check', counting: 'status', command: [tsc, '--noEmit', '-p', at('server')] },
  {
    name: 'types of the pages',
    group: 'check',
    counting: 'status',
    command: [tsc, '--noEmit', '-p', at('client', 'src', 'webview')],
  },
  {
    name: 'style',
    group: 'check',
    counting: 'status',
    command: [biome, 'check', '--error-on-warnings', '--max-diagnostics=100', at('.')],
  },
  { name: 'unit', group: 'unit', counting: 'results', ...script('test/support/run-mocha.ts') },
  { name: 'fuzz', group: 'fuzz', counting: 'line', ...script('test/fuzz/run.ts', '--quick') },
  { name: 'oracle', group: 'oracle', counting: 'line', ...script('test/oracle/run.ts', '--quick') },
  { name: 'mutate', group: 'mutate', counting: 'line', ...script('test/mutate/run.ts', '--quick') },
  { name: 'bench', group: 'bench', counting: 'line', ...script('test/bench/run.ts', '--quick') },
  { name: 'editor, from source', group: 'editor', counting: 'line', ...script('test/editor/run.ts', 'source') },
  { name: 'editor, installed', group: 'editor', counting: 'line', ...script('test/editor/run.ts', 'vsix') },
  { name: 'start', group: 'start', counting: 'status', ...script('scripts/start.ts', '--once') },
];
