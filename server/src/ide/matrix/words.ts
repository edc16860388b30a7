// What a cell of a matrix says in words, for those who do not see it, and where there is room.
import type { Refusal } from '../../access/answer.ts';
import type { Cell } from '../../access/matrix/cell.ts';

const refusals: Readonly<Record<Refusal, string>> = {
  inactive: 'inactive',
  'no-role': 'no role grants it',
  'no-data-access': 'no data access',
  'invite-policy': 'the invite policy does not take this address',
  'not-shared': 'not usable',
};

/** `allowed`, `allowed when Status is "Open"`, `refused: no role grants it`, `error: …`; names in it are anyone's. */
export function cellWords(cell: Cell): string {
  if (cell.verdict !== 'error') return soundWords(cell);
  const doubt = cell.doubt ?? 'something is broken';
  return cell.refusal === undefined && cell.when === undefined
    ? `error: ${doubt}`
    : `error: ${doubt}; without it ${soundWords({ ...cell, verdict: cell.when === undefined ? 'refused' : 'allowed-when' })}`;
}

function soundWords({ verdict, refusal, when }: Cell): string {
  switch (verdict) {
    case 'allowed':
      return 'allowed';
    case 'allowed-when':
      return `allowed when ${when ?? ''}`;
    case 'absent':
      return 'does not exist there';
    default:
      return refusal === undefined ? 'refused' : `refused: ${refusals[refusal]}`;
  }
}
