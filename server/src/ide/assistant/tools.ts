// The tools that assistants have: evaluate, explain, who can, check, difference.
import { check } from './check.ts';
import { difference } from './difference.ts';
import { spellOutLines } from './lines.ts';
import { evaluateAccess, explainQuestion, whoCan } from './questions.ts';
import { type AssistantProject, type AssistantTool, failed, type ToolAnswer, whatIsWrongWith } from './tool.ts';

export const assistantTools: readonly AssistantTool[] = [evaluateAccess, explainQuestion, whoCan, check, difference];

/** More than this helps nobody who has to read it. */
const longest = 20_000;

/** Takes the name of a tool and what it was called with, which may be anything. */
export async function runTool(project: AssistantProject, name: string, input: unknown): Promise<ToolAnswer> {
  const tool = assistantTools.find((each) => each.name === name);
  if (tool === undefined) {
    const names = assistantTools.map((each) => `\`${each.name}\``).join(', ');
    return failed(`there is no tool \`${spellOutLines(name)}\`; there are ${names}`);
  }
  const given: Record<string, unknown> = typeof input === 'object' && input !== null ? { ...input } : {};
  const problem = whatIsWrongWith(tool.input, given);
  if (problem !== undefined) return failed(cut(spellOutLines(problem), tool));
  const { text, failed: isFailed } = await tool.run(project, given);
  return { text: cut(text, tool), failed: isFailed };
}

/** At the end of a line, where there is one. */
function cut(text: string, { narrower }: AssistantTool): string {
  if (text.length <= longest) return text;
  const end = text.lastIndexOf('\n', longest);
  const kept = text.slice(0, end < 0 ? longest : end);
  const left = text.slice(kept.length).split('\n').length - 1;
  const rest = left === 0 ? 'the line goes on' : `and ${left} more ${left === 1 ? 'line' : 'lines'}`;
  return `${kept}\n(cut: ${rest}; to have less, ${narrower})`;
}
