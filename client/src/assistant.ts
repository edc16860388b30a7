// The tools that VS Code's chat has: the language server answers, and nothing is changed.
import { Disposable, LanguageModelTextPart, LanguageModelToolResult, lm, Uri, window } from 'vscode';
import { type ProjectInfo, projectsRequest } from '../../server/src/lsp/protocol.ts';
import {
  type AssistantParams,
  type AssistantResult,
  assistantRequest,
} from '../../server/src/lsp/protocol-assistant.ts';
import { headComparison } from '../../server/src/lsp/protocol-difference.ts';
import { findGit } from './git/git-api.ts';
import { compareWithRevision } from './git/revisions.ts';
import type { Writ } from './writ.ts';

/** As package.json names them, behind `writ_`. */
const tools = ['evaluate', 'explain', 'who_can', 'check', 'difference'] as const;
type Tool = (typeof tools)[number];

/** The comparison with what an assistant asked about last. */
const assistantComparison = 'assistant';

export function offerTools(writ: Writ): Disposable {
  return Disposable.from(
    ...tools.map((tool) =>
      lm.registerTool<object>(`writ_${tool}`, {
        async invoke({ input }, token) {
          const text = await answer(writ, tool, input, (params) =>
            writ.client.sendRequest<AssistantResult | null>(assistantRequest, params, token),
          );
          return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
        },
      }),
    ),
  );
}

type Send = (params: AssistantParams) => Promise<AssistantResult | null>;

async function answer(writ: Writ, tool: Tool, input: object, send: Send): Promise<string> {
  const project = await projectFor(writ, input);
  if ('problem' in project) return project.problem;
  const { root } = project;
  const comparison = tool === 'difference' ? await beginComparison(writ, root, input) : undefined;
  if (comparison !== undefined && 'problem' in comparison) return comparison.problem;
  const result = await send({ project: root, tool, input, comparison: comparison?.name ?? headComparison });
  return result?.text ?? 'The project is not there any more.';
}

/** The one that is named, else that of the file that is edited, else the only one. */
async function projectFor({ client }: Writ, input: object): Promise<{ root: string } | { problem: string }> {
  const all = await client.sendRequest<ProjectInfo[]>(projectsRequest, {});
  const named = 'project' in input ? input.project : undefined;
  const uri = window.activeTextEditor?.document.uri.toString();
  const own =
    uri === undefined ? [] : await client.sendRequest<ProjectInfo[]>(projectsRequest, { textDocument: { uri } });
  const candidates = named === undefined ? (own.length > 0 ? own : all) : all.filter(({ name }) => name === named);
  const [first] = candidates;
  if (candidates.length === 1 && first !== undefined) return { root: first.root };
  if (all.length === 0) return { problem: 'The workspace has no project of Writ.' };
  return { problem: `Several projects are open; name one as \`project\`: ${all.map(({ name }) => name).join(', ')}.` };
}

async function beginComparison(
  { comparing }: Writ,
  project: string,
  input: object,
): Promise<{ name: string } | { problem: string }> {
  const given = 'revision' in input && typeof input.revision === 'string' ? input.revision.trim() : '';
  const revision = given === '' ? headComparison : given;
  const name = revision === headComparison ? headComparison : assistantComparison;
  const git = await findGit();
  const repository = git?.getRepository(Uri.parse(project)) ?? undefined;
  const problem = await compareWithRevision(comparing, { project, git, repository }, name, revision);
  return problem === undefined ? { name } : { problem: `Access is not compared with ${revision}: ${problem}.` };
}
