// How git is asked: one program, arguments without a shell, and bounded bytes of output.

export interface GitCall {
  /** The folder that it works in, absolute. */
  readonly folder: string;
  readonly args: readonly string[];
  /** What it reads from standard input. */
  readonly input?: string;
  /** How many bytes of output are taken at most. */
  readonly most: number;
}

/** What it wrote, or in a few words why it could not be done. */
export type GitOutput = { readonly bytes: Uint8Array } | { readonly failure: string };

export type Git = (call: GitCall) => Promise<GitOutput>;

const small = 1024 * 1024;

/** The lines of a short output; undefined where git fails. */
export async function linesOf(git: Git, folder: string, args: readonly string[], input?: string) {
  const output = await git({ folder, args, most: small, ...(input === undefined ? {} : { input }) });
  return 'failure' in output ? output : { lines: new TextDecoder().decode(output.bytes).split('\n').slice(0, -1) };
}
