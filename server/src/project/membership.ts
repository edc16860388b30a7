// Which files below a project's folder are the project's own.
import picomatch from 'picomatch/posix.js';

export const settingsName = 'writ.json';

/** A test of paths relative to a project's folder. */
export type PathTest = (relative: string) => boolean;

/** True for the `.writ` files; what macOS (`._a.writ`) and Emacs (`.#a.writ`) leave beside a file is none. */
export function isPolicyFile(name: string): boolean {
  return name.endsWith('.writ') && !name.startsWith('._') && !name.startsWith('.#');
}

/** Folders that no project reaches into. */
export function isHiddenFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** True where the path leads through a folder that no project reaches into. */
export function isHidden(relative: string): boolean {
  return relative.split('/').slice(0, -1).some(isHiddenFolder);
}

/**
 * Takes the globs of `exclude`; gives what they exclude: a glob that names a folder excludes all below it. Case counts, a
 * leading `!` means nothing special, and `*` covers names that begin with a dot.
 */
export function excluder(globs: readonly string[]): PathTest {
  const tests = globs.flatMap((glob) => {
    const plain = glob.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
    return plain === '' ? [] : [picomatch(plain, { dot: true, nonegate: true })];
  });
  if (tests.length === 0) return () => false;
  return (relative) => withParents(relative).some((path) => tests.some((matches) => matches(path)));
}

/** `a/b/c` gives `a`, `a/b` and `a/b/c`. */
function withParents(relative: string): string[] {
  const parts = relative.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
