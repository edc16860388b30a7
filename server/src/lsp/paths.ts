// URIs of the protocol and paths of the core, from one to the other.
import { URI } from 'vscode-uri';

/**
 * The absolute path, with `/`, that a URI names; undefined for one that names no place in a tree of files. What is no `file:`
 * has its scheme, and its authority if it has one, where others have a drive: `memfs:/desk`, `vscode-vfs@github:/acme/desk`.
 */
export function pathOfUri(uri: string): string | undefined {
  // What has no scheme at all would be read as a file.
  const parsed = /^[a-z][a-z\d+.-]+:/i.test(uri) ? parse(uri) : undefined;
  if (parsed === undefined) return undefined;
  const { scheme, authority, path } = parsed;
  if (scheme.toLowerCase() !== 'file') return virtualPath(parsed);
  if (authority !== '') return trimmed(`//${authority}${path}`);
  // Windows: `/C:/x` names the drive, whose letter has two cases and one meaning.
  const drive = /^\/([A-Za-z]):/.exec(path);
  return trimmed(drive?.[1] === undefined ? path : `${drive[1].toLowerCase()}:${path.slice(3)}`);
}

/** A query or fragment says that what is meant is something about a file: an earlier version, or a part of it. */
function virtualPath({ scheme, authority, path, query, fragment }: URI): string | undefined {
  if (!path.startsWith('/') || authority.includes('/') || query !== '' || fragment !== '') return undefined;
  return trimmed(`${authority === '' ? scheme : `${scheme}@${authority}`}:${path}`);
}

const virtual = /^(?<scheme>[a-z][a-z\d+.-]+)(?:@(?<authority>[^/]*))?:(?<path>\/.*)$/is;

/** The URI of an absolute path, written as VS Code writes it. */
export function uriOfPath(path: string): string {
  const { scheme, authority = '', path: own = '' } = virtual.exec(path)?.groups ?? {};
  return (scheme === undefined ? URI.file(path) : URI.from({ scheme, authority, path: own })).toString();
}

/** The scheme and authority of a path that is on no disk of this machine; undefined for one that is. */
export function driveOf(path: string): string | undefined {
  return virtual.test(path) ? path.slice(0, path.indexOf(':/')) : undefined;
}

/** What editors show text under that nobody keeps there: earlier states, parts of something else, what programs print. */
const shownSchemes: ReadonlySet<string> = new Set([
  'comment',
  'debug',
  'git',
  'gitlens',
  'gitlens-git',
  'output',
  'search-editor',
  'vscode-local-history',
  'vscode-notebook-cell',
  'vscode-notebook-cell-output',
  'vscode-scm',
  'vscode-timeline',
]);

/** True for what is not a document of its own: of an unknown scheme, where a query or fragment says which state or part is meant. */
export function isOnlyShown(uri: string): boolean {
  const { scheme, query, fragment } = parse(uri) ?? { scheme: '', query: '', fragment: '' };
  if (scheme === 'file' || scheme === 'untitled') return false;
  return shownSchemes.has(scheme) || query !== '' || fragment !== '';
}

/** The last part of what a URI names. */
export function baseName(uri: string): string {
  const path = parse(uri)?.path ?? uri;
  return path.slice(path.lastIndexOf('/') + 1);
}

function parse(uri: string): URI | undefined {
  try {
    return URI.parse(uri);
  } catch {
    return undefined;
  }
}

/** A folder may come with a slash at its end, which the topmost one keeps. */
function trimmed(path: string): string {
  return /^\/*$|:\/$/.test(path) ? path || '/' : path.replace(/\/+$/, '');
}
