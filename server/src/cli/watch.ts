// Does a piece of work again whenever something that it read may have changed.
import { joinPath, parentPath } from '../project/file-system.ts';
import { complain } from './command.ts';
import type { Disk, Watcher } from './disk.ts';
import type { Host } from './host.ts';

/** Editors write a file in several steps, and tools several files at once. */
const settleMs = 60;

interface Watched {
  readonly folders: Map<string, Watcher>;
  /** Folders that are only watched for what is awaited in them. */
  readonly above: Map<string, Watcher>;
  /** Files that were read, whatever they are called, and what was looked for. */
  readonly files: Set<string>;
  readonly changed: () => void;
  readonly failed: (folder: string, why: string) => void;
}

/** Takes work that reads from the disk it is given; ends when the user ends it. Gives false where nothing can be watched. */
export async function repeatOnChange(host: Host, work: (disk: Disk) => Promise<void>): Promise<boolean> {
  let isChanged = true;
  let isOver = false;
  let wake: () => void = () => undefined;
  const watched: Watched = {
    folders: new Map(),
    above: new Map(),
    files: new Set(),
    changed: () => {
      isChanged = true;
      wake();
    },
    failed: (folder, why) => complain(host, `\`${folder}\` cannot be watched: ${why}`),
  };
  host.onInterrupt(() => {
    isOver = true;
    wake();
  });
  while (!isOver) {
    isChanged = false;
    // A folder that went and came back needs a new watcher; what happens until it has one is read by this very run.
    endAll(watched);
    await work(watchedDisk(host.disk, watched));
    if (watched.folders.size + watched.above.size === 0) return false;
    while (!isChanged && !isOver) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (!isOver) await new Promise((resolve) => setTimeout(resolve, settleMs));
  }
  endAll(watched);
  return true;
}

function endAll({ folders, above, files }: Watched): void {
  for (const watcher of [...folders.values(), ...above.values()]) watcher.end();
  folders.clear();
  above.clear();
  files.clear();
}

/** The disk, with every folder watched from before it is looked into: nothing that changes meanwhile is missed. */
function watchedDisk(disk: Disk, watched: Watched): Disk {
  return {
    ...disk,
    list(folder) {
      watchFolder(disk, watched, folder);
      return disk.list(folder);
    },
    read(file) {
      watched.files.add(file);
      watchFolder(disk, watched, file.slice(0, Math.max(1, file.lastIndexOf('/'))));
      return disk.read(file);
    },
    kind(path) {
      awaitAt(disk, watched, path);
      return disk.kind(path);
    },
  };
}

function watchFolder(disk: Disk, watched: Watched, folder: string): void {
  if (watched.folders.has(folder)) return;
  const watcher = disk.watch(folder, (name) => {
    // A disk tells of its failures; it does not throw them.
    isRelevant(disk, watched, folder, name).then((is) => is && watched.changed(), watched.changed);
  });
  if ('end' in watcher) watched.folders.set(folder, watcher);
  else if (watcher.missing) awaitAt(disk, watched, folder);
  else watched.failed(folder, watcher.failure);
}

/** What is not there yet, or not any more, is told of by the nearest folder above it that is. */
function awaitAt(disk: Disk, watched: Watched, path: string): void {
  watched.files.add(path);
  const folder = parentPath(path);
  if (folder === undefined || watched.folders.has(folder) || watched.above.has(folder)) return;
  const watcher = disk.watch(folder, (name) => {
    if (name === undefined || watched.files.has(joinPath(folder, name))) watched.changed();
  });
  if ('end' in watcher) watched.above.set(folder, watcher);
  else if (watcher.missing) awaitAt(disk, watched, folder);
}

/** What the run itself may write beside the project, such as its output, must not start the next. */
async function isRelevant(disk: Disk, watched: Watched, folder: string, name: string | undefined): Promise<boolean> {
  if (name === undefined || name.endsWith('.writ')) return true;
  const path = joinPath(folder, name);
  if (watched.files.has(path) || watched.folders.has(path)) return true;
  const found = await disk.kind(path);
  return 'kind' in found && found.kind === 'folder';
}
