// The git of this machine, as a process: it reads the repository, and nothing that the repository says makes it do more.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import type { GitCall, GitOutput } from './git.ts';

/** A folder of git's own names says which repository is meant, wherever a hook or a user's shell has set another one. */
const dropped: ReadonlySet<string> = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
]);

/** No network, no questions, no locks; messages in English, which say what is wrong to us as well. */
const fixed = {
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

const always = ['--no-pager', '-c', 'core.fsmonitor=false'];

const mostErrorBytes = 4096;

/** Never fails: what goes wrong is said in the output. */
export function nodeGit({ folder, args, input, most }: GitCall): Promise<GitOutput> {
  const kept = Object.entries(process.env).filter(([name]) => !dropped.has(name.toUpperCase()));
  // Windows looks for programs in the working folder first, which may be a stranger's: it is another one than git works in.
  const child = spawn('git', [...always, '-C', folder, ...args], {
    cwd: path.dirname(process.execPath),
    env: { ...Object.fromEntries(kept), ...fixed },
    shell: false,
    windowsHide: true,
  });
  return new Promise((resolve) => {
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    let isTooLong = false;
    const isFull = collect(child.stdout, output, most);
    collect(child.stderr, errors, mostErrorBytes);
    child.stdout.on('data', () => {
      if (!isFull()) return;
      isTooLong = true;
      child.kill();
    });
    child.on('error', (error: NodeJS.ErrnoException) => resolve({ failure: startFailure(error) }));
    child.on('close', (status) => {
      if (isTooLong) resolve({ failure: `git answers with more than ${Math.ceil(most / 1024 / 1024)} MB` });
      else if (status === 0) resolve({ bytes: Buffer.concat(output) });
      else resolve({ failure: failureIn(Buffer.concat(errors).toString('utf8')) });
    });
    feed(child, input);
  });
}

/** Says whether there was more than is taken. */
function collect(stream: NodeJS.ReadableStream, chunks: Buffer[], most: number): () => boolean {
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
  });
  return () => size > most;
}

function feed({ stdin }: ChildProcessWithoutNullStreams, input: string | undefined): void {
  // It may end before it has read everything; then its status says so.
  stdin.on('error', () => undefined);
  stdin.end(input ?? '');
}

function startFailure({ code }: NodeJS.ErrnoException): string {
  return code === 'ENOENT' ? 'git is not installed, or not on the PATH' : `git cannot be started (${code})`;
}

/** The first line of what git says, without the word that it begins with. */
function failureIn(errors: string): string {
  const [first = ''] = errors.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('warning:'));
  const text = first.replace(/^(?:fatal|error): /, '');
  return text === '' ? 'git fails without a word' : `git says: ${text}`;
}
