// Tells a glob that can be read from one that cannot, or that could match nothing below its project.

export interface GlobProblem {
  readonly message: string;
  /** The glob as it was probably meant. */
  readonly replacement?: string;
}

/** Takes a glob relative to the project's folder, its segments divided by `/`; gives what is wrong with it, if anything. */
export function globProblem(glob: string): GlobProblem | undefined {
  if (glob.trim() === '') return { message: 'a glob must not be empty' };
  // A backslash before a character that means something takes that meaning away; elsewhere it divides Windows paths.
  if (/\\(?![[\]{}()*?!+@,\\])/u.test(glob)) {
    const replacement = glob.replace(/\\+/gu, '/');
    const message = 'a glob divides folders with `/`';
    return globProblem(replacement) === undefined ? { message, replacement } : { message };
  }
  if (/^\/|^\p{L}:/u.test(glob)) return { message: 'a glob is relative to the folder of `writ.json`' };
  if (glob.split('/').includes('..')) return { message: 'a glob cannot leave the folder of `writ.json`' };
  const open = unclosed(glob);
  return open === undefined ? undefined : { message: `\`${open}\` is not closed in this glob` };
}

/** The first bracket that has no partner; inside `[…]` other brackets are plain characters. */
function unclosed(glob: string): string | undefined {
  const open: string[] = [];
  for (let at = 0; at < glob.length; at++) {
    const character = glob[at] ?? '';
    if (character === '\\') at++;
    else if (character === '[') {
      // A `]` right after the opening, or after its negation, is one of the class.
      const end = glob.indexOf(']', /^\[[!^]/u.test(glob.slice(at, at + 2)) ? at + 3 : at + 2);
      if (end < 0) return character;
      at = end;
    } else if (character === '{' || character === '(') open.push(character);
    else if (character === '}' || character === ')') {
      const partner = character === '}' ? '{' : '(';
      if (open.at(-1) === partner) open.pop();
    }
  }
  return open[0];
}
