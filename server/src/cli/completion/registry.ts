// The shells that can complete command lines of the program, with what makes the script of each.
import type { ProgramShape } from '../program-shape.ts';
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { powershellScript } from './powershell.ts';
import { zshScript } from './zsh.ts';

export const completions: ReadonlyMap<string, (program: ProgramShape) => string> = new Map([
  ['bash', bashScript],
  ['zsh', zshScript],
  ['fish', fishScript],
  ['powershell', powershellScript],
]);
