// What projects are compared with: HEAD by itself, as long as it is wanted, and one state that the user chooses.
import { type Disposable, type Event, EventEmitter, Uri } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { ReadFile } from '../../../server/src/lsp/protocol.ts';
import {
  type CompareParams,
  type CompareResult,
  compareRequest,
  type DifferenceParams,
  type DifferenceTree,
  differenceRequest,
  type EarlierState,
  headComparison,
  type ReadEarlierParams,
  readEarlierRequest,
} from '../../../server/src/lsp/protocol-difference.ts';
import { type EarlierProject, earlierProject, type Revision } from '../git/earlier-state.ts';
import { type GitApi, type GitRepository, whyNoRepository } from '../git/git-api.ts';
import { l10n } from '../l10n.ts';
import { restAfter } from './rest.ts';

/** The comparison with what the user chose last. */
export const chosenComparison = 'chosen';

export interface Comparing extends Disposable {
  /** Fires when something else is compared, or may differ otherwise. */
  readonly onDidChange: Event<void>;
  /** Compares from now on with a commit; gives what is wrong, if anything is. */
  withRevision(project: string, name: string, api: GitApi, revision: Revision): Promise<string | undefined>;
  withFolder(project: string, folder: Uri, label: string): Promise<string | undefined>;
  end(project: string, name: string): Promise<void>;
  /** Null where nothing is compared. */
  difference(project: string, name: string): Promise<DifferenceTree | null>;
  /** The commit that a project is compared with, and what it was called. */
  revisionOf(project: string, name: string): Revision | undefined;
}

interface Kept {
  readonly revision: Revision;
  readonly earlier: EarlierProject;
}

/** `looked` fires after a project was looked at: what it differs in is found anew once it has rested. */
export function createComparing(client: BaseLanguageClient, looked: Event<void>): Comparing {
  const changed = new EventEmitter<void>();
  const rest = restAfter(looked, () => changed.fire());
  const kept = new Map<string, Kept>();
  const keyOf = (project: string, name: string) => `${name} ${project}`;
  const begin = async (project: string, name: string, earlier: EarlierState | null) => {
    const params: CompareParams = { project, comparison: name, earlier };
    const result = await client.sendRequest<CompareResult | null>(compareRequest, params);
    changed.fire();
    return result === null ? l10n.t('the project is not there any more') : result.problem;
  };
  const reading = client.onRequest<ReadFile, void>(
    readEarlierRequest,
    ({ project, comparison, path }: ReadEarlierParams) => {
      const earlier = kept.get(keyOf(project, comparison))?.earlier;
      return earlier === undefined ? { failure: 'Unavailable' } : earlier.read(path);
    },
  );
  // A server that is started anew knows of no comparison.
  const restarting = client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped) kept.clear();
  });
  return {
    onDidChange: changed.event,
    async withRevision(project, name, api, revision) {
      const root = Uri.parse(project);
      const repository = api.getRepository(root);
      const earlier = repository === null ? undefined : await earlierProject(api, repository, root, revision);
      if (earlier === undefined) return whyNoRepository();
      const own: Kept = { revision, earlier };
      return beginAs(kept, keyOf(project, name), own, () => begin(project, name, earlier.files));
    },
    async withFolder(project, folder, label) {
      kept.delete(keyOf(project, chosenComparison));
      return begin(project, chosenComparison, { label, folder: folder.toString() });
    },
    async end(project, name) {
      if (kept.delete(keyOf(project, name))) await begin(project, name, null);
    },
    difference(project, name) {
      const params: DifferenceParams = { project, comparison: name };
      return rest.measure(() => client.sendRequest<DifferenceTree | null>(differenceRequest, params));
    },
    revisionOf: (project, name) => kept.get(keyOf(project, name))?.revision,
    dispose() {
      reading.dispose();
      restarting.dispose();
      rest.dispose();
      changed.dispose();
    },
  };
}

/** What has not begun is not kept: it is tried again when something changes. */
async function beginAs(
  kept: Map<string, Kept>,
  key: string,
  own: Kept,
  begin: () => Promise<string | undefined>,
): Promise<string | undefined> {
  kept.set(key, own);
  let hasBegun = false;
  try {
    const problem = await begin();
    hasBegun = problem === undefined;
    return problem;
  } finally {
    if (!hasBegun && kept.get(key) === own) kept.delete(key);
  }
}

/** The commit that HEAD is at; undefined before the first one. */
export function headOf(repository: GitRepository): Revision | undefined {
  const commit = repository.state.HEAD?.commit;
  return commit === undefined ? undefined : { label: headComparison, commit };
}
