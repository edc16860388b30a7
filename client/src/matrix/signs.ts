// What a cell shows, and the same in words: no colour says anything alone.
import type { MatrixCell, MatrixChange, MatrixColumn, MatrixVerdict } from '../../../server/src/lsp/protocol-lists.ts';
import { l10n } from '../l10n.ts';

const signs: Readonly<Record<MatrixVerdict, string>> = {
  allowed: '✓',
  'allowed-when': '◐',
  refused: '·',
  error: '!',
  absent: '',
};

const marks: Readonly<Record<MatrixChange, string>> = {
  same: '',
  gained: '+',
  widened: '+',
  lost: '−',
  narrowed: '−',
  changed: '~',
  unsure: '?',
};

export function signOf(verdict: MatrixVerdict): string {
  return signs[verdict];
}

export function markOf(change: MatrixChange): string {
  return marks[change];
}

/** Who, what and the answer, with how it differs. */
export function cellLabel(row: string, { constant }: MatrixColumn, { words, change }: MatrixCell): string {
  const differs = change === null || change === 'same' ? '' : ` (${changeWord(change)})`;
  return `${row}, ${constant}: ${words}${differs}`;
}

function changeWord(change: Exclude<MatrixChange, 'same'>): string {
  switch (change) {
    case 'gained':
      return l10n.t('gained');
    case 'widened':
      return l10n.t('widened');
    case 'lost':
      return l10n.t('lost');
    case 'narrowed':
      return l10n.t('narrowed');
    case 'changed':
      return l10n.t('changed');
    case 'unsure':
      return l10n.t('unsure');
  }
}
