// What a document that is opened at the start shows by its text alone to be wrong: said before anything else is read.
import type { PublishDiagnosticsParams, TextDocumentItem } from 'vscode-languageserver';
import { mayBeMember } from '../project/discover.ts';
import { type FileSystem, relativeTo } from '../project/file-system.ts';
import { isHidden, isPolicyFile } from '../project/membership.ts';
import { syntax } from '../rules/syntax.ts';
import { readAhead, syntaxProblems } from '../syntax/parse.ts';
import { lineMap } from '../text/line-map.ts';
import { diagnosticForm, toPlainDiagnostic } from './convert.ts';
import type { Greeting } from './greeting.ts';
import { mostOf } from './most-shown.ts';
import { baseName, pathOfUri } from './paths.ts';
import { encodedLines } from './position-encoding.ts';

/**
 * Gives what is said of it; nothing of a document of which it takes more to know whether anything is. All of this is said
 * again with whatever else is found: none of it is taken back.
 */
export async function lookFirst(
  files: FileSystem,
  { client, folders, isPulled }: Greeting,
  { uri, version, text }: TextDocumentItem,
): Promise<PublishDiagnosticsParams | undefined> {
  const path = pathOfUri(uri);
  if (isPulled || path === undefined || !(await isInProject(files, folders, path))) return undefined;
  const form = diagnosticForm(client);
  const lines = encodedLines(lineMap(text), text, form.encoding);
  const { id: rule, severity } = syntax;
  const findings = syntaxProblems(readAhead(text)).map(({ span, message }) => {
    return { rule, severity, message, place: { file: path, span } };
  });
  const diagnostics = mostOf(findings, (finding) => toPlainDiagnostic(lines, finding, form));
  return { uri, version, diagnostics };
}

/** Whether it is certainly a file of a project in one of the folders, under the very name that the project has for it. */
async function isInProject(files: FileSystem, folders: readonly string[], path: string): Promise<boolean> {
  const isInside = folders.some((folder) => {
    const below = relativeTo(folder, path);
    return below !== undefined && !isHidden(below);
  });
  if (!isInside || !isPolicyFile(baseName(path)) || (await files.realPath(path)) !== path) return false;
  return mayBeMember(files, path);
}
