// The questions that were asked last, kept from one day to the next in the state of the workspace.
import type { EvaluationRequest } from '../../server/src/lsp/protocol.ts';

export interface RecentQuestion {
  /** As it is written. */
  readonly question: string;
  readonly project: string;
  readonly request: EvaluationRequest;
}

/** Where they are kept; what is there may be of another version, or anyone's. */
export interface Kept {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const key = 'writ.recentQuestions';
const most = 20;

/** Those of a project, the last one first. */
export function recentQuestions(kept: Kept, project: string | undefined): readonly RecentQuestion[] {
  return all(kept).filter((each) => each.project === project);
}

/** One that is asked again is the last one; the oldest ones go. */
export async function remember(kept: Kept, asked: RecentQuestion): Promise<void> {
  const others = all(kept).filter(({ project, question }) => project !== asked.project || question !== asked.question);
  await kept.update(key, [asked, ...others].slice(0, most));
}

function all(kept: Kept): RecentQuestion[] {
  const value = kept.get(key);
  return Array.isArray(value) ? value.filter(isRecent) : [];
}

function isRecent(value: unknown): value is RecentQuestion {
  if (typeof value !== 'object' || value === null) return false;
  const parts = new Map<string, unknown>(Object.entries(value));
  const request = parts.get('request');
  const isText = (name: string) => typeof parts.get(name) === 'string';
  return isText('question') && isText('project') && typeof request === 'object' && request !== null;
}
