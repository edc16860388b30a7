// What happens around the answering of every request: files are read first, and whoever asked for it is told how far it is.
import type { ProgressToken } from 'vscode-languageserver';
import type { Context } from './context.ts';
import type { Feature } from './feature.ts';
import type { Around } from './guard.ts';
import { createProgress, noProgress, type Progress, soon } from './progress.ts';
import { pause } from './turns.ts';

/** What took long the last time is announced at once: most of it lets nothing be said before it is done. */
export function aroundOf(context: Context, { progress: title }: Feature): Around<unknown> {
  let cost = 0;
  let isAnnounced = false;
  const { host, workspace } = context;
  return {
    async ready() {
      await workspace.idle();
      if (isAnnounced) await pause(host);
      isAnnounced = false;
    },
    progress(params) {
      const token = tokenOf(params);
      if (title === undefined) return noProgress;
      const since = host.now();
      const told: Progress =
        token === undefined ? noProgress : createProgress(host, { title, tell: (value) => context.tell(token, value) });
      if (token !== undefined && cost >= soon) {
        told.begin();
        isAnnounced = true;
      }
      const end = () => {
        cost = host.now() - since;
        told.end();
      };
      return { ...told, end };
    },
  };
}

function tokenOf(params: unknown): ProgressToken | undefined {
  if (typeof params !== 'object' || params === null || !('workDoneToken' in params)) return undefined;
  const { workDoneToken: token } = params;
  return typeof token === 'string' || typeof token === 'number' ? token : undefined;
}
