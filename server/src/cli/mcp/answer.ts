// One call of a tool: the project is read as it is now, and nothing is written.
import { type AssistantProject, failed, type ToolAnswer } from '../../ide/assistant/tool.ts';
import { runTool } from '../../ide/assistant/tools.ts';
import { findSides } from '../diff/sides.ts';
import type { Host } from '../host.ts';
import { type Kept, loadProject } from '../load.ts';
import { type CommonOptions, evaluationDate } from '../options.ts';
import { troubleOf } from '../status.ts';
import { findProject } from '../targets.ts';

/** `kept`: what earlier calls have read. */
export async function answer(
  host: Host,
  options: CommonOptions,
  kept: Kept,
  call: { readonly tool: string; readonly input: unknown },
): Promise<ToolAnswer> {
  const found = await findProject(host, options.project);
  if ('problem' in found) return failed(found.problem);
  const today = evaluationDate(options, host);
  const snapshot = (await loadProject(host.disk, found.project, today, kept)).snapshot();
  const project: AssistantProject = { snapshot, earlier: (name) => earlier(host, options, name ?? 'HEAD') };
  const { text, failed: isFailed } = await runTool(project, call.tool, call.input);
  const { messages } = troubleOf(snapshot, () => false);
  return { text: [text, ...messages.map((each) => `note: ${each}`)].join('\n'), failed: isFailed };
}

/** A revision, and no folder: what lies outside of the project is nobody's to ask about here. */
async function earlier(host: Host, options: CommonOptions, name: string) {
  const sides = await findSides(host, { old: name, next: undefined, project: options.project });
  if ('problem' in sides) return sides;
  const { before } = sides;
  if (before.commit === undefined) return { problem: `\`${name}\` is no git revision` };
  return (await loadProject(before.files, before.project, evaluationDate(options, host), new Map())).snapshot();
}
