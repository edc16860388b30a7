// Looks at projects after they change: says what is found, and reads what is still to be read for that.
import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Project } from '../project/project.ts';
import type { Snapshot } from '../project/types.ts';
import { diagnosticForm } from './convert.ts';
import { createPublisher } from './diagnostics.ts';
import { logFailure } from './guard.ts';
import { snapshotOn } from './held-project.ts';
import { type Host, today, untilTomorrow } from './host.ts';
import { type ChangedParams, changedNotification, clientOption } from './protocol.ts';
import { createSchedule } from './schedule.ts';
import { findInTurns } from './turns.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

export interface Looking {
  readonly workspace: Workspace;
  /** Looks at every project anew when the day is another one, until it is ended. */
  followDays(): void;
  end(): void;
}

export interface LookingOptions {
  readonly client: () => ClientCapabilities;
  /** The client asks for diagnostics: none are published. */
  readonly isPulled: () => boolean;
  /** Called while a project is looked at: how much of it is done. */
  readonly checking: (root: string, done: number, of: number) => void;
  /** Called after each look. */
  readonly looked: (root: string) => void;
  /** Called after projects may have come or gone. */
  readonly rearranged: () => void;
}

export function createLooking(connection: Connection, host: Host, options: LookingOptions): Looking {
  const { client, isPulled, checking, looked, rearranged } = options;
  const failed = (what: string, error: unknown) => logFailure(connection.console, what, error);
  const publisher = createPublisher({
    send: (params) => connection.sendDiagnostics(params).catch((error: unknown) => failed('publishing', error)),
    versions: (held) => workspace.versions(held),
    form: () => diagnosticForm(client()),
  });
  const schedule = createSchedule(host, {
    ready: (root) => settle(workspace, root),
    async look(root) {
      const held = workspace.project(root);
      if (held === undefined) return;
      const day = today(host);
      const snapshot = snapshotOn(held, day);
      const report = (done: number, of: number) => checking(root, done, of);
      const isWanted = () => isStill(workspace, held.project, snapshot);
      if (!isPulled()) {
        if (!held.isSilent && !(await findInTurns(host, snapshot, isWanted, report))) return;
        publisher.publish(held, day);
      }
      if (wantsChanges(client())) sendChanged(connection, { project: held.uri });
      looked(root);
    },
    failed: (error) => failed('looking at a project', error),
  });
  const workspace = createWorkspace(host, {
    changed: (held) => schedule.add(held.project.root),
    removed({ project }) {
      schedule.remove(project.root);
      publisher.clear(project.root);
      rearranged();
    },
    scanned: rearranged,
    failed,
  });
  let stopDays = () => {};
  const nextDay = () => {
    stopDays = host.after(untilTomorrow(host), () => {
      for (const { project } of workspace.projects()) schedule.add(project.root);
      nextDay();
    });
  };
  return {
    workspace,
    followDays: nextDay,
    end() {
      stopDays();
      schedule.dispose();
    },
  };
}

/**
 * A project that changed meanwhile is looked at again. When folders are read anew it may be held anew and be what it was: nobody
 * asks for another look then.
 */
function isStill(workspace: Workspace, project: Project, snapshot: Snapshot): boolean {
  return workspace.project(project.root)?.project === project && project.snapshot() === snapshot;
}

/** What is found while files are still being read would be said and taken back. */
async function settle(workspace: Workspace, root: string): Promise<void> {
  if (workspace.isBusy) await workspace.idle();
  const held = workspace.project(root);
  if (held !== undefined && workspace.completeDirectories(held)) await workspace.idle();
}

function wantsChanges({ experimental }: ClientCapabilities): boolean {
  return typeof experimental === 'object' && experimental !== null && experimental[clientOption] === true;
}

function sendChanged(connection: Connection, params: ChangedParams): void {
  connection.sendNotification(changedNotification, params).catch(() => {
    // The connection is gone, and with it whoever wanted to know.
  });
}
