// A disk in memory, as an extension may bring one: its files have a scheme of their own.
import {
  type Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace,
} from 'vscode';

/** Folders are where a path leads through them. */
function diskOf(files: Map<string, Uint8Array>): FileSystemProvider {
  const changes = new EventEmitter<FileChangeEvent[]>();
  const below = ({ path }: Uri) => [...files.keys()].filter((each) => each.startsWith(`${path.replace(/\/$/, '')}/`));
  const read = (uri: Uri): Uint8Array => {
    const bytes = files.get(uri.path);
    if (bytes === undefined) throw FileSystemError.FileNotFound(uri);
    return bytes;
  };
  const refuse = () => {
    throw FileSystemError.NoPermissions();
  };
  return {
    onDidChangeFile: changes.event,
    watch: () => ({ dispose() {} }),
    stat(uri): FileStat {
      if (below(uri).length > 0) return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      return { type: FileType.File, ctime: 0, mtime: 0, size: read(uri).length };
    },
    readDirectory(uri) {
      const inside = below(uri).map((each) => each.slice(uri.path.replace(/\/$/, '').length + 1).split('/'));
      if (inside.length === 0) throw FileSystemError.FileNotFound(uri);
      return [...new Map(inside.map(([name = '', ...rest]) => [name, rest.length]))].map(([name, depth]) => [
        name,
        depth === 0 ? FileType.File : FileType.Directory,
      ]);
    },
    readFile: read,
    writeFile(uri, bytes) {
      files.set(uri.path, bytes);
      changes.fire([{ type: FileChangeType.Changed, uri }]);
    },
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
}

/** Brings a disk with these files, by their paths. */
export function bringDisk(scheme: string, files: Readonly<Record<string, string>>): Disposable {
  const bytes = Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  return workspace.registerFileSystemProvider(scheme, diskOf(new Map(bytes)));
}
