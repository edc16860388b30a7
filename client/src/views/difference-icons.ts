// The icons of a difference: their forms tell what they mean, their colours are the theme's for changes in files.
import { ThemeColor, ThemeIcon } from 'vscode';
import type { DifferenceKind } from '../../../server/src/lsp/protocol-difference.ts';

const icons: Readonly<Record<DifferenceKind, readonly [icon: string, color?: string]>> = {
  gained: ['diff-added', 'gitDecoration.addedResourceForeground'],
  widened: ['unfold', 'gitDecoration.addedResourceForeground'],
  changed: ['diff-modified', 'gitDecoration.modifiedResourceForeground'],
  narrowed: ['fold', 'gitDecoration.deletedResourceForeground'],
  lost: ['diff-removed', 'gitDecoration.deletedResourceForeground'],
  renamed: ['diff-renamed'],
  unknown: ['question', 'list.warningForeground'],
  unreadable: ['error', 'list.errorForeground'],
  place: ['symbol-namespace'],
  entry: ['person'],
  records: ['filter'],
  example: ['beaker'],
  cause: ['references'],
};

export function iconOf(kind: DifferenceKind): ThemeIcon {
  const [icon, color] = icons[kind];
  return new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
}
