// Z3 itself: installed when first needed, asked in SMT-LIB, with a limit on the time of each check.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureInstalled } from '../../../scripts/run.mjs';

const home = import.meta.dirname;
/** What one check may take. */
const limitMs = 2000;
/** A context keeps what it once declared: a fresh one now and then keeps it quick. */
const pairsPerContext = 100;

export type Answer = 'sat' | 'unsat' | 'unknown';

export interface Z3 {
  readonly version: string;
  /** Forgets everything and takes declarations and assertions that all that is asked next share. */
  begin(declarations: string): Promise<void>;
  /** Whether each of the terms can be true, each for itself. */
  check(terms: readonly string[]): Promise<Asked>;
  /** Ends the threads, without which the process would go on. */
  end(): Promise<void>;
}

export interface Asked {
  readonly answers: readonly Answer[];
  /** What the call took, less what a call costs that asks nothing. */
  readonly ms: number;
}

/** The part of the package that is used here. */
interface Package {
  init(): Promise<{ readonly Z3: LowLevel; readonly em: Emscripten; getFullVersion(): string }>;
  killThreads(em: Emscripten): Promise<void>;
}

interface LowLevel {
  mk_config(): number;
  mk_context(config: number): number;
  del_context(context: number): void;
}

interface Emscripten {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _async_Z3_eval_smtlib2_string(context: number, text: number): unknown;
  async_call(call: () => unknown): Promise<string>;
}

export async function startZ3(): Promise<Z3> {
  await ensureInstalled(home);
  const { init, killThreads }: Package = createRequire(path.join(home, 'package.json'))('z3-solver');
  const api = await init();
  const config = api.Z3.mk_config();
  let context = api.Z3.mk_context(config);
  let begun = 0;
  const give = giverOf(api.em);
  const run = (text: string) => {
    const pointer = give(text);
    return api.em.async_call(() => api.em._async_Z3_eval_smtlib2_string(context, pointer));
  };
  const overhead = await overheadOf(run);
  return {
    version: api.getFullVersion(),
    async begin(declarations) {
      if (begun++ % pairsPerContext === 0) {
        api.Z3.del_context(context);
        context = api.Z3.mk_context(config);
        await run(`(set-option :timeout ${limitMs})`);
      } else await run('(pop)');
      const printed = await run(`(push)${declarations}`);
      if (printed.trim() !== '') throw new Error(`Z3 does not take this: ${printed}\n${declarations}`);
    },
    async check(terms) {
      const script = terms.map((term) => `(push)(assert ${term})(check-sat)(pop)`).join('');
      const started = performance.now();
      const printed = await run(script);
      const ms = performance.now() - started - overhead;
      return { answers: answersIn(printed, terms), ms: Math.max(ms, 0) };
    },
    end: () => killThreads(api.em),
  };
}

/** The longest script, in bytes. */
const mostBytes = 1 << 20;

/**
 * Puts a script where Z3's threads find it. The package's own `eval_smtlib2_string` keeps it on the caller's stack, which
 * is free for others before the thread has read it.
 */
function giverOf(em: Emscripten): (text: string) => number {
  const pointer = em._malloc(mostBytes);
  const heap = em.HEAPU8;
  return (text) => {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length >= mostBytes) throw new Error(`a script of ${bytes.length} bytes`);
    heap.set(bytes, pointer);
    heap[pointer + bytes.length] = 0;
    return pointer;
  };
}

/** Every call starts a thread and waits for it: the median of what that costs. */
async function overheadOf(run: (text: string) => Promise<string>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 41; i++) {
    const started = performance.now();
    await run('(echo "")');
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[20] ?? 0;
}

function answersIn(printed: string, terms: readonly string[]): Answer[] {
  const lines = printed.split('\n').filter((line) => line.trim() !== '');
  const answers = lines.filter((line) => line === 'sat' || line === 'unsat' || line === 'unknown');
  if (answers.length === lines.length && lines.length === terms.length) return answers;
  throw new Error(`Z3 does not take this: ${printed}\n${terms.join('\n')}`);
}
