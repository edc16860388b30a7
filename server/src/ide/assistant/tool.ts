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
      readonly additionalProperties: { readonly type: 'string' };
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
