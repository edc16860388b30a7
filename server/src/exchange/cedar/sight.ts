// What brings a record of an object into sight: policies, the share itself, and record auto-share.
import type { ObjectSymbol, Policy } from '../../model/symbols.ts';
import { type Written, writeCondition } from './condition.ts';
import { allOf } from './expression.ts';
import { sortedBy } from './names.ts';
import type { Ground } from './policy.ts';
import { amongst, relationTo } from './relations.ts';

export interface Sight {
  readonly grounds: readonly Ground[];
  /** Policies with an error in them open nothing. */
  readonly broken: readonly Policy[];
  /** Those whose condition Cedar cannot say open nothing there. */
  readonly left: readonly { readonly policy: Policy; readonly reasons: readonly string[] }[];
  readonly conditions: readonly Written[];
}

export function sightOf(object: ObjectSymbol, valuesOf: (attribute: string) => readonly string[]): Sight {
  const sight = { grounds: [] as Ground[], broken: [] as Policy[], left: [] as Sight['left'][number][] };
  const conditions: Written[] = [];
  for (const policy of sortedBy(object.policies, ({ name }) => name)) {
    if (policy.when === undefined) {
      sight.broken.push(policy);
      continue;
    }
    const condition = writeCondition(policy.when, valuesOf);
    if (condition.reasons.length > 0) {
      sight.left.push({ policy, reasons: condition.reasons });
      continue;
    }
    const expression = allOf([amongst(policy.to.map(({ subject }) => subject)), condition.expression]);
    if (expression.op === 'false') continue;
    conditions.push(condition);
    sight.grounds.push({ note: noteOf(policy), expression });
  }
  sight.grounds.push({ note: 'shared with the principal', expression: relationTo(object, 'share', 'records') });
  for (const word of [...object.recordShares].sort())
    sight.grounds.push({ note: `auto-share records on ${word}`, expression: relationTo(object, word, 'records') });
  return { ...sight, conditions };
}

function noteOf({ isDefault, name }: Policy): string {
  return isDefault ? 'the default policy' : `policy ${JSON.stringify(name)}`;
}
