// Opens the place that decides a node of a difference, as it is now.
import { openSide } from '../open-side.ts';
import type { Command } from '../writ.ts';

export const openAfter: Command = { id: 'writ.openAfter', run: (_, argument) => openSide('after', argument) };
