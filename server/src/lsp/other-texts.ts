// A project as it would be with other texts in some of its documents: as they are on the disk, or in another revision.
import { relativeTo } from '../project/file-system.ts';
import { isPolicyFile, settingsName } from '../project/membership.ts';
import { createSnapshot } from '../project/snapshot.ts';
import type { FileContent, ProjectInput, Snapshot } from '../project/types.ts';
import type { Context } from './context.ts';
import { type HeldProject, isMember } from './held-project.ts';
import { pathOfUri } from './paths.ts';
import type { MatrixBase } from './protocol-lists.ts';

type Texts = Extract<MatrixBase, { readonly texts: unknown }>['texts'];

/** Documents that are not the project's change nothing; null takes one away. */
export function otherTexts(context: Context, held: HeldProject, snapshot: Snapshot, texts: Texts): Snapshot {
  const files = new Map(snapshot.input.files);
  const directories = new Map(snapshot.input.directories);
  let { settings } = snapshot.input;
  for (const { uri, text } of texts) {
    const path = pathIn(context, held, uri);
    if (path === undefined) continue;
    const content = text === null ? undefined : { text };
    if (path === settingsName) settings = content;
    else put(isPolicyFile(path) ? files : directories, path, content);
  }
  const input: ProjectInput = { ...snapshot.input, files, directories, settings };
  return createSnapshot(input, snapshot);
}

/** Of a file of the project, or of one that would be; undefined of any other. */
function pathIn({ workspace }: Context, held: HeldProject, uri: string): string | undefined {
  const file = workspace.find(uri);
  if (file !== undefined) return file.held === held ? file.path : undefined;
  const path = pathOfUri(uri);
  const relative = path === undefined || held.folder === undefined ? undefined : relativeTo(held.folder, path);
  if (relative === undefined) return undefined;
  return isMember(held.isExcluded, relative) || !isPolicyFile(relative) ? relative : undefined;
}

function put(files: Map<string, FileContent>, path: string, content: FileContent | undefined): void {
  if (content === undefined) files.delete(path);
  else files.set(path, content);
}
