// An outcome in one line, with its counterexample.
import type { Outcome } from '../../server/src/access/answer.ts';
import { counterexampleText } from '../../server/src/access/counterexample.ts';
import { principalPath } from '../../server/src/model/lookup.ts';

/** `outcome: reason [principal: record]`. */
export function outcomeText({ outcome, reason, counterexample }: Outcome): string {
  const example =
    counterexample && ` [${principalPath(counterexample.principal)}: ${counterexampleText(counterexample)}]`;
  return `${outcome}: ${reason}${example ?? ''}`;
}
