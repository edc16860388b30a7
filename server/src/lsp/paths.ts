// URIs of the protocol and paths of the core, from one to the other.
import { URI } from 'vscode-uri';

/** The absolute path, with `/`, that a `file:` URI names; undefined for any other. */
export function pathOfUri(uri: string): string | undefined {
  // What has no scheme at all would be read as a file.
  const parsed = /^file:/i.test(uri) ? parse(uri) : undefined;
  if (parsed === undefined) return undefined;
  const { authority, path } = parsed;
  if (authority !== '') return trimmed(`//${authority}${path}`);
  // Windows: `/C:/x` names the drive, whose letter has two cases and one meaning.
  const drive = /^\/([A-Za-z]):/.exec(path);
  return trimmed(drive?.[1] === undefined ? path : `${drive[1].toLowerCase()}:${path.slice(3)}`);
}

/** The URI of an absolute path, written as VS Code writes it. */
export function uriOfPath(path: string): string {
  return URI.file(path).toString();
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
