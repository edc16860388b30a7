// The answer to `who can` in words, out of the holders by kind.
import { atomsOf } from '../../condition/operands.ts';
import { printFormula } from '../../condition/print.ts';
import { reduce } from '../../condition/reduce.ts';
import { principalPath } from '../../model/lookup.ts';
import type { Formula } from '../../model/symbols.ts';
import type { ListEntry } from '../answer.ts';
import { sceneOf } from '../question-scope.ts';
import { originOf } from '../reason.ts';
import type { AccessIndex } from './access-index.ts';
import { waysOf } from './explain.ts';
import { inOrder } from './holder-order.ts';
import type { HolderKind } from './kinds.ts';
import { isPersonal } from './likeness.ts';
import { principalAt } from './people.ts';
import { openScope } from './weigh.ts';
import type { Holders } from './who.ts';

type Said = Pick<ListEntry, 'when' | 'whenText'>;

/** The lines of the answer, as `access/who.ts` gives them, each made when it is asked for. */
export function* entriesOf(index: AccessIndex, holders: Holders): Generator<ListEntry> {
  const known = new Map<HolderKind, Said>();
  for (const { principal, kind } of inOrder(index, holders)) {
    const said = known.get(kind) ?? saidOf(index, holders, principal, kind.when);
    if (!atomsOf(kind.when).some(isPersonal)) known.set(kind, said);
    yield entryOf(index, holders, principal, said);
  }
}

function saidOf(index: AccessIndex, { object }: Holders, principal: number, when: Formula): Said {
  const scope = when.op === 'true' ? undefined : openScope({ index, object }, principal);
  if (scope === undefined) return { when: undefined, whenText: undefined };
  const own = reduce(when, sceneOf(scope));
  return { when: own, whenText: printFormula(own) };
}

function entryOf(
  index: AccessIndex,
  { permissions, object, record }: Holders,
  principal: number,
  said: Said,
): ListEntry {
  const symbol = principalAt(index.people, principal);
  const ways = permissions.map((permission) =>
    waysOf(index, { verdict: 'allowed', ask: { principal, name: '', permission, object, record } }),
  );
  return {
    name: symbol === undefined ? '' : principalPath(symbol),
    principal: symbol,
    permission: undefined,
    ...said,
    ...originOf(
      ways.flatMap((way) => way.permissions),
      ways.flatMap((way) => way.sight),
    ),
  };
}
