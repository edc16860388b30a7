// The tools that assistants have: evaluate, explain, who can, check, difference.
import { check } from './check.ts';
import { difference } from './difference.ts';
import { evaluateAccess, explainQuestion, whoCan } from './questions.ts';
import { type AssistantProject, type AssistantTool, failed, type ToolAnswer } from './tool.ts';

export const assistantTools: readonly AssistantTool[] = [evaluateAccess, explainQuestion, whoCan, check, difference];

/** More than this helps nobody who has to read it. */
const longest = 20_000;

/** Takes the name of a tool and what it was called with, which may be anything. */
export async function runTool(project: AssistantProject, name: string, input: unknown): Promise<ToolAnswer> {
  const tool = assistantTools.find((each) => each.name === name);
  if (tool === undefined) return failed(`there is no tool \`${name}\``);
  const given: Record<string, unknown> = typeof input === 'object' && input !== null ? { ...input } : {};
  const missing = tool.input.required.find((key) => given[key] === undefined);
  if (missing !== undefined) return failed(`\`${missing}\` is missing`);
  const { text, failed: isFailed } = await tool.run(project, given);
  return { text: cut(text), failed: isFailed };
}

/** At the end of a line. */
function cut(text: string): string {
  if (text.length <= longest) return text;
  const end = text.lastIndexOf('\n', longest);
  const kept = text.slice(0, end < 0 ? longest : end);
  const left = text.slice(kept.length).split('\n').length - 1;
  return `${kept}\n(and ${left} more lines: ask about less)`;
}
