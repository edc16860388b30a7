// What Writ's client and server say to each other for assistants.
import type { ProjectParams } from './protocol.ts';

/** Takes `AssistantParams`; gives `AssistantResult`, or null where it is not clear which project is meant. */
export const assistantRequest = 'writ/assistant';

export interface AssistantParams extends ProjectParams {
  /** `evaluate`, `explain`, `who_can`, `check` or `difference`. */
  readonly tool: string;
  /** What the tool was called with, which may be anything. */
  readonly input: unknown;
  /** The earlier state that a difference is taken to: a comparison that has begun. */
  readonly comparison: string;
}

export interface AssistantResult {
  /** Plain text, in lines. */
  readonly text: string;
  /** True where nothing was found out. */
  readonly failed: boolean;
}
