// What an assistant may ask of a project: tools that read, each with the JSON schema of what it takes.
import type { Snapshot } from '../../project/types.ts';

/** A JSON schema, as far as tools need one. */
export interface InputSchema {
  readonly type: 'object';
  readonly additionalProperties: false;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, PropertySchema>>;
}

export type PropertySchema =
  | { readonly type: 'string'; readonly description: string; readonly enum?: readonly string[] }
  | {
      readonly type: 'object';
      readonly description: string;
      readonly additionalProperties: { readonly type: readonly string[] };
    };

export interface ToolAnswer {
  /** Plain text, in lines; nothing in it steers a terminal. */
  readonly text: string;
  /** True where nothing was found out: what was asked about is not there, or cannot be read. */
  readonly failed: boolean;
}

/** What a tool is asked about. */
export interface AssistantProject {
  readonly snapshot: Snapshot;
  /** An earlier state under a name that the user has for it; why there is none, where there is none. */
  readonly earlier: (name: string | undefined) => Promise<Snapshot | { readonly problem: string }>;
}

export interface AssistantTool {
  readonly name: string;
  readonly title: string;
  /** For whoever chooses among tools: what it tells, and when to ask it. */
  readonly description: string;
  /** What to do where the answer is too long to be given whole. */
  readonly narrower: string;
  readonly input: InputSchema;
  readonly run: (project: AssistantProject, input: Input) => ToolAnswer | Promise<ToolAnswer>;
}

/** What came, which may be anything. */
export type Input = Readonly<Record<string, unknown>>;

export function textIn(input: Input, key: string): string | undefined {
  const value = Object.hasOwn(input, key) ? input[key] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

export function failed(text: string): ToolAnswer {
  return { text, failed: true };
}

/** What is wrong with what came, by the schema: what is passed over would be answered as if it had not been said. */
export function whatIsWrongWith({ required, properties }: InputSchema, input: Input): string | undefined {
  const keys = Object.keys(properties);
  const takes = keys.length === 0 ? 'nothing' : keys.map((key) => `\`${key}\``).join(', ');
  const unknown = Object.keys(input).find((key) => !Object.hasOwn(properties, key));
  if (unknown !== undefined) return `there is no argument \`${unknown}\`: it takes ${takes}`;
  const missing = required.find((key) => input[key] === undefined || input[key] === null || input[key] === '');
  if (missing !== undefined) return `\`${missing}\` is missing: ${properties[missing]?.description ?? ''}`;
  for (const [key, value] of Object.entries(input)) {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    const type = properties[key]?.type;
    if (value !== undefined && value !== null && !(type === 'object' ? isObject : typeof value === type))
      return `\`${key}\` has to be ${type === 'object' ? 'an object' : 'one text'}`;
  }
  return undefined;
}
