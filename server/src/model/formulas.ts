// The two constant formulas.
import type { Constant } from './symbols.ts';

export const always: Constant = { op: 'true' };
export const never: Constant = { op: 'false' };
