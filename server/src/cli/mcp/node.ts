// The server of the Model Context Protocol on standard input and output, until its input ends.
import {
  fromJsonSchema,
  type JsonSchemaValidator,
  type jsonSchemaValidator,
  McpServer,
} from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import packageJson from '../../../../package.json' with { type: 'json' };
import { assistantTools } from '../../ide/assistant/tools.ts';
import type { Host } from '../host.ts';
import type { Kept } from '../load.ts';
import type { CommonOptions } from '../options.ts';
import { answer } from './answer.ts';

/** The tools themselves say what is wrong with a call, so that whoever made it knows what to do. */
const anything: jsonSchemaValidator = {
  getValidator<T>(): JsonSchemaValidator<T> {
    return (input) => ({ valid: true, data: input as T, errorMessage: undefined });
  },
};

/** For whoever has the tools and has not seen the project. */
const instructions = [
  'These tools answer questions about access from the policies of one project; nothing is changed by them.',
  'An answer begins with the decision and the question that was understood; a refusal ends with what would allow it.',
  'Ask a question of several steps in several calls, and do not conclude from one answer to another principal, place or record.',
  'A name that is not known is refused with the nearest ones; `check` tells what is broken, and broken text makes refusals doubtful.',
].join(' ');

export async function serve(host: Host, options: CommonOptions): Promise<void> {
  const server = new McpServer({ name: 'writ', title: 'Writ', version: packageJson.version }, { instructions });
  const kept: Kept = new Map();
  let last: Promise<unknown> = Promise.resolve();
  for (const { name, title, description, input } of assistantTools) {
    const about = {
      title,
      description,
      inputSchema: fromJsonSchema({ ...input, required: [...input.required] }, anything),
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    };
    server.registerTool(name, about, async (given) => {
      // One after the other: they read the same files into the same states.
      const answered = last.then(() => answer(host, options, kept, { tool: name, input: given }));
      last = answered.catch(() => undefined);
      const { text, failed } = await answered;
      return { content: [{ type: 'text' as const, text }], isError: failed };
    });
  }
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    host.onInterrupt(resolve);
  });
  await server.connect(new StdioServerTransport());
  await closed;
  // Whoever interrupts it leaves its input open.
  await server.close();
}
