// Opens the place that decides a node of a difference, as it was.
import { openSide } from '../open-side.ts';
import type { Command } from '../writ.ts';

export const openBefore: Command = { id: 'writ.openBefore', run: (_, argument) => openSide('before', argument) };
