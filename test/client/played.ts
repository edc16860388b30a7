// Dialogues with a user who knows beforehand what to answer.
import { strict as assert } from 'node:assert';
import type { Ask, Option } from '../../client/src/ask.ts';

/** Labels to pick (several as a list), or `=text` to type; undefined leaves the dialogue. */
export type Script = readonly (string | readonly string[] | undefined)[];

export interface Played {
  readonly ask: Ask;
  /** What each question offered. */
  readonly offered: (readonly string[])[];
  readonly left: () => number;
}

/** `isPeeked`: what is picked in a search is not taken; the button for all of them is. */
export function play(script: Script, isPeeked = false): Played {
  const steps = [...script];
  const offered: (readonly string[])[] = [];
  const find = <T>(options: readonly Option<T>[], wanted: unknown): T => {
    const found = options.find(({ label }) => label === wanted);
    assert.ok(found, `${wanted} is not among ${options.map(({ label }) => label).join(', ')}`);
    return found.value;
  };
  const note = (options: readonly Option<unknown>[]) => offered.push(options.map(({ label }) => label));
  const ask: Ask = {
    async pick(_, options) {
      note(options);
      const step = steps.shift();
      return step === undefined ? undefined : find(options, step);
    },
    async search(_, search, more = {}) {
      const step = steps.shift();
      const typed = Array.isArray(step) || step === undefined ? '' : String(step);
      const options = await search(typed);
      note(options);
      if (step === undefined) return undefined;
      if (isPeeked) {
        more.all?.run(options.map(({ value }) => value));
        return undefined;
      }
      const value = find(options, step);
      more.preview?.(value);
      return value;
    },
    async pickSeveral(_, options) {
      note(options);
      const step = steps.shift();
      return Array.isArray(step) ? step.map((each) => find(options, each)) : undefined;
    },
    async type(_, problem) {
      const step = steps.shift();
      if (typeof step !== 'string') return undefined;
      const typed = step.slice(1);
      const wrong = problem(typed);
      offered.push([wrong ?? 'sound']);
      return wrong === undefined ? typed : undefined;
    },
  };
  return { ask, offered, left: () => steps.length };
}
