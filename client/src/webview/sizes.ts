// How large the parts of the grid are; the style sheet has the same numbers.
import type { Sizes } from '../matrix/geometry.ts';

export const sizes: Sizes = { row: 24, column: 28, head: 216, side: 250 };
