// What a client is told while the folders are read for the first time and all that is in them is checked.
import { type Connection, WorkDoneProgressCreateRequest } from 'vscode-languageserver';
import type { Context } from './context.ts';
import { createProgress, type Progress } from './progress.ts';

export interface StartProgress {
  /** Begins to count, for a client that has a place to show it in. */
  begin(): void;
  /** So much of a project is checked. */
  checking(root: string, done: number, of: number): void;
  /** A project is checked. */
  looked(root: string): void;
  /** Projects may have gone. */
  rearranged(): void;
  end(): void;
}

const token = 'writ-start';

/** Takes what everything else is answered from once it is there. */
export function createStartProgress(connection: Connection, context: () => Context): StartProgress {
  let progress: Progress | undefined;
  let roots: readonly string[] | undefined;
  const waiting = new Set<string>();
  const end = () => {
    progress?.end();
    progress = undefined;
  };
  const endIfDone = () => {
    for (const root of waiting) if (context().workspace.project(root) === undefined) waiting.delete(root);
    if (roots !== undefined && waiting.size === 0) end();
  };
  return {
    begin() {
      const { client, host, tell, workspace } = context();
      if (client().window?.workDoneProgress !== true) return;
      const open = () => connection.sendRequest(WorkDoneProgressCreateRequest.type, { token });
      progress = createProgress(host, { title: 'Reading access policies', tell: (value) => tell(token, value), open });
      workspace.idle().then(() => {
        roots = workspace.projects().map(({ project }) => project.root);
        for (const root of roots) waiting.add(root);
        endIfDone();
      }, end);
    },
    checking(root, done, of) {
      if (roots === undefined || !waiting.has(root)) return;
      const before = roots.length - waiting.size;
      progress?.report(before * of + done, roots.length * of);
    },
    looked(root) {
      waiting.delete(root);
      endIfDone();
    },
    rearranged: endIfDone,
    end,
  };
}
