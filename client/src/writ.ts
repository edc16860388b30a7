// What the parts of the client share: the server's connection, documents, and requests with their types.
import type { Disposable, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ProjectInfo, type ProjectParams, projectsRequest } from '../../server/src/lsp/protocol.ts';
import type { Ask } from './ask.ts';
import type { Comparing } from './comparison/comparing.ts';
import type { Explanations } from './explanations.ts';
import { l10n } from './l10n.ts';
import { sayThereIsNoProject } from './no-project.ts';
import type { Kept } from './recent-questions.ts';
import type { RulePages } from './rule-pages.ts';
import type { AnswerView } from './views/answer-view.ts';
import type { DifferenceView } from './views/difference-view.ts';

export interface Writ {
  readonly client: BaseLanguageClient;
  readonly explanations: Explanations;
  readonly rulePages: RulePages;
  readonly ask: Ask;
  readonly answers: AnswerView;
  /** What the workspace remembers. */
  readonly kept: Kept;
  /** The folder of the extension. */
  readonly extensionUri: Uri;
  /** Calls when a project may be another. Gives what ends that. */
  readonly changed: (listener: () => void) => Disposable;
  readonly comparing: Comparing;
  readonly differenceView: DifferenceView;
}

/** A command of the palette; `run` takes what it was called with, which may be anything. */
export interface Command {
  readonly id: string;
  run(writ: Writ, argument: unknown): Promise<unknown>;
}

/** A folder without policies is a project for the server, too: one of no files. */
export async function projectsWithPolicies({ client }: Pick<Writ, 'client'>): Promise<ProjectInfo[]> {
  return (await client.sendRequest<ProjectInfo[]>(projectsRequest, {})).filter(({ files }) => files > 0);
}

/** Takes the URI of a document (undefined for none); gives its project, or the one that the user picks. Says where there is none. */
export async function chooseProject(
  { client, ask }: Writ,
  uri: string | undefined,
): Promise<ProjectParams | undefined> {
  const all = await projectsWithPolicies({ client });
  const own =
    uri === undefined ? [] : await client.sendRequest<ProjectInfo[]>(projectsRequest, { textDocument: { uri } });
  if (all.length === 0 && own.length === 0) sayThereIsNoProject();
  const [first] = own.length > 0 ? own : all;
  if (own.length === 1 || all.length <= 1) return first === undefined ? undefined : { project: first.root };
  const options = all.map(({ name, root }) => ({ label: name, description: root, value: root }));
  const project = await ask.pick(l10n.t('Of which project?'), options);
  return project === undefined ? undefined : { project };
}
