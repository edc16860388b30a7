// Questions of assistants, from the editor's own chat.
import { runTool } from '../ide/assistant/tools.ts';
import { type Context, projectView } from './context.ts';
import type { AssistantParams, AssistantResult } from './protocol-assistant.ts';

export async function answerAssistant(context: Context, params: AssistantParams): Promise<AssistantResult | null> {
  const view = projectView(context, params);
  if (view === undefined) return null;
  const { snapshot, held } = view;
  const comparison = context.comparisons.of(held, params.comparison);
  const earlier = async () =>
    comparison?.with(snapshot).before ?? { problem: 'there is no earlier state to compare with' };
  return runTool({ snapshot, earlier }, params.tool, withoutProject(params.input));
}

/** Which project is meant is the client's to find out. */
function withoutProject(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  return Object.fromEntries(Object.entries(input).filter(([key]) => key !== 'project'));
}
